package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.Set;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.overview.SessionGroups;

/**
 * Which lines a table of groups has while some of them are open: a line for each group, and below it one for each session
 * of an open one. An activity of one session is no group, but that session. What is asked of a line costs a search among
 * the open groups, and opening one a copy of their numbers, however many sessions there are. Immutable; any thread.
 */
final class Outline {

    private final SessionGroups groups;
    private final int[] open; // groups, ascending
    private final int[] heads; // of each open group the line on which it stands
    private final int lines;

    private Outline(SessionGroups groups, int[] open) {
        this.groups = groups;
        this.open = open;
        heads = new int[open.length];
        int below = 0;
        for (int i = 0; i < open.length; i++) {
            heads[i] = open[i] + below;
            below += groups.size(open[i]);
        }
        lines = groups.count() + below;
    }

    /** Looks at every group for those that are open. */
    static Outline of(SessionGroups groups, Set<Long> openIds) {
        int[] open = new int[Math.min(openIds.size(), groups.count())];
        int count = 0;
        for (int group = 0; count < open.length && group < groups.count(); group++) {
            if (opens(groups, group) && openIds.contains(groups.id(group))) {
                open[count++] = group;
            }
        }
        return new Outline(groups, Arrays.copyOf(open, count));
    }

    /** With one group opened or closed. */
    Outline with(int group, boolean opened) {
        int at = Arrays.binarySearch(open, group);
        if (at >= 0 == opened || !opens(groups, group)) {
            return this;
        }
        int to = at >= 0 ? at : -at - 1;
        int[] next = new int[open.length + (opened ? 1 : -1)];
        System.arraycopy(open, 0, next, 0, to);
        if (opened) {
            next[to] = group;
            System.arraycopy(open, to, next, to + 1, open.length - to);
        } else {
            System.arraycopy(open, to + 1, next, to, open.length - to - 1);
        }
        return new Outline(groups, next);
    }

    private static boolean opens(SessionGroups groups, int group) {
        return groups.by() != GroupBy.ACTIVITY || groups.size(group) > 1;
    }

    SessionGroups groups() {
        return groups;
    }

    boolean isOpen(int group) {
        return Arrays.binarySearch(open, group) >= 0;
    }

    int lines() {
        return lines;
    }

    /** The group that a line is of, or in. */
    int group(int line) {
        int i = openAbove(line);
        return i < 0 ? line : Math.max(open[i], open[i] + line - heads[i] - groups.size(open[i]));
    }

    /** The place of the session of a line among those of the groups, or -1 where the line is of a group. */
    int place(int line) {
        int i = openAbove(line);
        int below = i < 0 ? 0 : line - heads[i];
        if (below > 0 && below <= groups.size(open[i])) {
            return groups.start(open[i]) + below - 1;
        }
        int group = group(line);
        return opens(groups, group) ? -1 : groups.start(group);
    }

    /** The last open group that stands on a line or above it, or -1. */
    private int openAbove(int line) {
        int at = Arrays.binarySearch(heads, line);
        return at >= 0 ? at : -at - 2;
    }

    /** The line of a group. */
    int lineOf(int group) {
        int at = Arrays.binarySearch(open, group);
        int above = at >= 0 ? at : -at - 2;
        if (at >= 0) {
            return heads[at];
        }
        return above < 0 ? group : heads[above] + groups.size(open[above]) + group - open[above];
    }

    /** The line of the session at a place; of one in a closed group that of the group. */
    int lineOfPlace(int place) {
        int group = groups.at(place);
        return lineOf(group) + (isOpen(group) ? 1 + place - groups.start(group) : 0);
    }
}
