package org.rpcscope.logs;

import java.util.Arrays;

/**
 * What short fields were found to mean, by their bytes: the same few addresses and states come again and again, and
 * looking here is several times cheaper than parsing. A slot holds the latest field that fell on it. One thread.
 */
final class FieldCache {

    /** The longest field that is kept, in bytes; the sixteenth holds its length. */
    static final int LONGEST = 15;

    /** The answer where the field is not here. Values are not negative. */
    static final long MISS = -1;

    private final long[] slots; // three a field: its bytes in two words, and its value
    private final int shift;

    /** @param bits the logarithm of the number of slots */
    FieldCache(int bits) {
        slots = new long[3 << bits];
        shift = 64 - bits;
    }

    /** The value of a field of 1 to {@link #LONGEST} bytes, or {@link #MISS}. */
    long get(byte[] bytes, int from, int length) {
        long low = low(bytes, from, length);
        long high = high(bytes, from, length);
        int slot = slot(low, high);
        return slots[slot] == low && slots[slot + 1] == high ? slots[slot + 2] : MISS;
    }

    void put(byte[] bytes, int from, int length, long value) {
        long low = low(bytes, from, length);
        long high = high(bytes, from, length);
        int slot = slot(low, high);
        slots[slot] = low;
        slots[slot + 1] = high;
        slots[slot + 2] = value;
    }

    void clear() {
        Arrays.fill(slots, 0);
    }

    private static long low(byte[] bytes, int from, int length) {
        return Words.lowest(Words.at(bytes, from), length);
    }

    /** With the length on top, so that no field looks like an empty slot, or like another one followed by zeros. */
    private static long high(byte[] bytes, int from, int length) {
        long word = length <= 8 ? 0 : Words.lowest(Words.at(bytes, from + 8), length - 8);
        return word | (long) length << 56;
    }

    private int slot(long low, long high) {
        long hash = (low ^ Long.rotateLeft(high, 23)) * 0x9E3779B97F4A7C15L;
        return (int) ((hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L >>> shift) * 3;
    }
}
