package org.rpcscope.session;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, in nanoseconds since 1970.
 *
 * @param to not below {@code from}, included
 */
public record Extent(long from, long to) {

    /** From the first to the last that a table saw; null where it saw nothing. */
    static @Nullable Extent of(ObservationTable table) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (int row = 0; row < table.rows(); row++) {
            from = Math.min(from, table.start(row));
            to = Math.max(to, table.end(row));
        }
        return from > to ? null : new Extent(from, to);
    }
}
