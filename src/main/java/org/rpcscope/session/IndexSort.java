package org.rpcscope.session;

/**
 * Sorts row numbers by a packed key, without moving rows and without comparing objects: a radix sort of (key, number),
 * stable, in a few linear passes.
 */
public final class IndexSort {

    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private IndexSort() {}

    /** Whether the keys are in ascending order already, as those of a capture mostly are. */
    public static boolean sorted(long[] keys, int count) {
        for (int i = 1; i < count; i++) {
            if (keys[i - 1] > keys[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The numbers 0 to {@code count - 1} in ascending order of their signed keys; equal keys keep their order. The keys
     * are used up: their order afterwards is undefined.
     */
    public static int[] order(long[] keys, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        if (sorted(keys, count)) {
            return order;
        }
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            low = Math.min(low, keys[i]);
            high = Math.max(high, keys[i]);
        }
        for (int i = 0; i < count; i++) {
            keys[i] -= low; // unsigned from here on; the span of any two longs fits
        }
        long span = high - low;
        long[] keysTo = new long[count];
        int[] orderTo = new int[count];
        for (int shift = 0; shift < Long.SIZE && (span >>> shift) != 0; shift += BITS) {
            if (pass(keys, order, keysTo, orderTo, shift)) {
                long[] swapped = keys;
                keys = keysTo;
                keysTo = swapped;
                int[] other = order;
                order = orderTo;
                orderTo = other;
            }
        }
        return order;
    }

    /** Moves everything by one digit; false, with nothing moved, where all have the same digit. */
    private static boolean pass(long[] keys, int[] order, long[] keysTo, int[] orderTo, int shift) {
        int count = order.length;
        int[] start = new int[BUCKETS];
        for (int i = 0; i < count; i++) {
            start[(int) (keys[i] >>> shift) & (BUCKETS - 1)]++;
        }
        int sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
            if (start[i] == count) {
                return false;
            }
            int size = start[i];
            start[i] = sum;
            sum += size;
        }
        for (int i = 0; i < count; i++) {
            int to = start[(int) (keys[i] >>> shift) & (BUCKETS - 1)]++;
            keysTo[to] = keys[i];
            orderTo[to] = order[i];
        }
        return true;
    }
}
