package org.rpcscope.ui.hosts;

import java.util.Comparator;
import java.util.List;

/**
 * The order that the analyst chose.
 *
 * @param levels the first level first; empty for the order of rank
 */
record HostOrder(List<Level> levels) {

    static final HostOrder NATURAL = new HostOrder(List.of());

    record Level(HostColumn column, boolean descending) {}

    HostOrder {
        levels = List.copyOf(levels);
    }

    /** Equal for hosts that stay in the order of their rank. */
    Comparator<HostLine> comparator() {
        Comparator<HostLine> order = (_, _) -> 0;
        for (Level level : levels) {
            Comparator<HostLine> by = level.column().order();
            order = order.thenComparing(level.descending() ? by.reversed() : by);
        }
        return order;
    }
}
