package org.rpcscope.logs;

import java.util.Collection;

/**
 * Tells of most keys at once that they are not among a few: a bit for each hash, sixteen times as many as keys. Immutable;
 * any thread.
 */
final class KeyMarks {

    private static final int BITS_A_KEY = 16;

    private final long[] bits;
    private final int shift;

    KeyMarks(Collection<Long> keys) {
        int size = Math.max(64, Integer.highestOneBit(Math.min(keys.size(), 1 << 26)) * 2 * BITS_A_KEY);
        bits = new long[size / 64];
        shift = 64 - Integer.numberOfTrailingZeros(size);
        for (long key : keys) {
            int bit = bit(key);
            bits[bit >>> 6] |= 1L << bit;
        }
    }

    /** False where the key is none of them; true where it is, and of one other in sixteen. */
    boolean mayHave(long key) {
        int bit = bit(key);
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }

    private int bit(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    }
}
