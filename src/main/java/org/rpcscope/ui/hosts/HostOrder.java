package org.rpcscope.ui.hosts;

import java.util.Comparator;
import java.util.List;

/**
 * The order that the analyst chose.
 *
 * @param levels the first level first; empty for the natural order: by score, then by how much was seen
 */
record HostOrder(List<Level> levels) {

    static final HostOrder NATURAL = new HostOrder(List.of());

    record Level(HostColumn column, boolean descending) {}

    HostOrder {
        levels = List.copyOf(levels);
    }

    /** A total order: hosts are different addresses. */
    Comparator<HostLine> comparator() {
        Comparator<HostLine> order = (_, _) -> 0;
        for (Level level : levels) {
            Comparator<HostLine> by = level.column().order();
            order = order.thenComparing(level.descending() ? by.reversed() : by);
        }
        return order.thenComparing(HostColumn.SCORE.order().reversed())
                .thenComparing(HostColumn.DESTINATIONS.order().reversed())
                .thenComparing(HostColumn.HOST.order());
    }
}
