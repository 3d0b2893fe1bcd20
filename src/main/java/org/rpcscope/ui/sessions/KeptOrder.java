package org.rpcscope.ui.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.session.Marks;

/**
 * What a sort can use again: the ranks of addresses, and the order of all sessions, of which a filter that is typed takes
 * some away and changes nothing else. Any thread.
 */
final class KeptOrder {

    private final AddressRanks ranks = new AddressRanks();
    private @Nullable Of newest;
    private int @Nullable [] order;

    /** What an order is of. */
    record Of(Detection detection, Scope scope, List<SortBy> sort, Marks marks) {}

    AddressRanks ranks() {
        return ranks;
    }

    /** The order that was kept, not to be changed; null where another was or none. Lets go of that of other sessions. */
    synchronized int @Nullable [] of(Of wanted) {
        if (newest != null && newest.detection() != wanted.detection()) {
            newest = null;
            order = null;
        }
        return wanted.equals(newest) ? order : null;
    }

    synchronized void keep(Of of, int[] sorted) {
        newest = of;
        order = sorted;
    }
}
