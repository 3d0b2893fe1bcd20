package org.rpcscope.ui.sessions;

import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.overview.SessionGroups;

/**
 * The sessions of the table in their order, as one immutable value.
 *
 * @param detection what the numbers are of
 * @param order the numbers of the sessions, topmost first: each once, whether its line is in view or in a closed group
 * @param of how many there would be without the filter
 * @param selected the line of what was selected when this was asked for, or -1
 * @param top the line of what was topmost, or -1
 * @param outline which lines the groups have; null where the sessions are in none, and each has a line
 */
record Listing(
        @Nullable Detection detection,
        int[] order,
        int of,
        int selected,
        int top,
        Longest longest,
        @Nullable Outline outline) {

    /** How many characters the longest source and destination among the first lines have. */
    record Longest(int source, int destination) {}

    static final Listing NOTHING = new Listing(null, new int[0], 0, -1, -1, new Longest(0, 0), null);

    /** How many lines there are. */
    int lines() {
        return outline == null ? order.length : outline.lines();
    }

    /** How many sessions are listed. */
    int sessions() {
        return order.length;
    }

    /** By what they are put together. */
    GroupBy by() {
        return outline == null ? GroupBy.NONE : outline.groups().by();
    }

    /** The place in {@link #order} of the session of a line, or -1 where the line is of a group. */
    int place(int line) {
        return outline == null ? line : outline.place(line);
    }

    /** The line of a session, or of the closed group that it is in; -1 where it is not listed. Looks at all sessions. */
    int lineOf(int session) {
        for (int place = 0; place < order.length; place++) {
            if (order[place] == session) {
                return lineOfPlace(place);
            }
        }
        return -1;
    }

    /** The line of the session at a place of {@link #order}, or of the closed group that it is in. */
    int lineOfPlace(int place) {
        return outline == null ? place : outline.lineOfPlace(place);
    }

    /** The line of a group by its {@link SessionGroups#id}, or -1 where there is none. */
    int lineOfGroup(GroupBy wanted, long id) {
        Outline now = outline;
        if (now == null || by() != wanted) {
            return -1;
        }
        int group = now.groups().find(id);
        return group < 0 ? -1 : now.lineOf(group);
    }

    /** The same sessions with other groups open. */
    Listing with(@Nullable Outline next, int nextSelected, int nextTop) {
        return new Listing(detection, order, of, nextSelected, nextTop, longest, next);
    }
}
