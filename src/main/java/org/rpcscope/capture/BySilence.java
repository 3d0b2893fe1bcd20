package org.rpcscope.capture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conversations that are listened to, in the order in which they were last heard. A list of neighbours that know each
 * other: every packet moves one to the end.
 */
final class BySilence {

    private @Nullable Inspected first;
    private @Nullable Inspected last;

    /** The one that has been silent for longest. */
    @Nullable
    Inspected first() {
        return first;
    }

    /** One was heard, which may be new. */
    void heard(Inspected one) {
        if (last == one) {
            return;
        }
        remove(one);
        Inspected end = last;
        one.before = end;
        if (end == null) {
            first = one;
        } else {
            end.after = one;
        }
        last = one;
    }

    /** Takes one out, if it is there. */
    void remove(Inspected one) {
        Inspected before = one.before;
        Inspected after = one.after;
        if (before != null) {
            before.after = after;
        } else if (first == one) {
            first = after;
        }
        if (after != null) {
            after.before = before;
        } else if (last == one) {
            last = before;
        }
        one.before = null;
        one.after = null;
    }

    /** All of them, the longest silent first. */
    List<Inspected> all() {
        List<Inspected> all = new ArrayList<>();
        for (Inspected one = first; one != null; one = one.after) {
            all.add(one);
        }
        return all;
    }
}
