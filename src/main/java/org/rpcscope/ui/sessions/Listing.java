package org.rpcscope.ui.sessions;

import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;

/**
 * The sessions of the table in their order, as one immutable value.
 *
 * @param detection what the numbers are of
 * @param order the numbers of the sessions, top line first
 * @param of how many there would be without the filter
 * @param selected the line of the session that was selected when this was asked for, or -1
 * @param top the line of the session that was the topmost, or -1
 */
record Listing(@Nullable Detection detection, int[] order, int of, int selected, int top, Longest longest) {

    /** How many characters the longest source and destination among the first lines have. */
    record Longest(int source, int destination) {}

    static final Listing NOTHING = new Listing(null, new int[0], 0, -1, -1, new Longest(0, 0));

    int size() {
        return order.length;
    }

    /** The line of a session, or -1. */
    int lineOf(int session) {
        for (int line = 0; line < order.length; line++) {
            if (order[line] == session) {
                return line;
            }
        }
        return -1;
    }
}
