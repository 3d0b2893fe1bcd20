package org.rpcscope.net;

import java.util.Arrays;

/** Collects the ranges of a {@link RangeTable} in ascending order. */
final class RangeTableBuilder {
    private long[] highs = new long[16];
    private long[] lows = new long[16];
    private int[] values = new int[16];
    private int size;

    RangeTableBuilder() {
        append(new IpAddress(0, 0), RangeTable.GAP);
    }

    /** From this address on, which is not below the one before, the number holds; the same address replaces it. */
    void from(IpAddress start, int value) {
        int last = size - 1;
        if (lows[last] == start.low() && highs[last] == turned(start)) {
            size--;
        }
        if (size == 0 || values[size - 1] != value) {
            append(start, value);
        }
    }

    RangeTable build() {
        return new RangeTable(Arrays.copyOf(highs, size), Arrays.copyOf(lows, size), Arrays.copyOf(values, size));
    }

    private void append(IpAddress start, int value) {
        if (size == values.length) {
            highs = Arrays.copyOf(highs, 2 * size);
            lows = Arrays.copyOf(lows, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        highs[size] = turned(start);
        lows[size] = start.low();
        values[size] = value;
        size++;
    }

    private static long turned(IpAddress address) {
        return address.high() ^ Long.MIN_VALUE;
    }
}
