package org.rpcscope.logs;

import java.util.Arrays;

/**
 * What short fields were found to mean, by their bytes: the same few addresses and states come again and again, and
 * looking here is several times cheaper than parsing. A slot holds the latest field that fell on it. One thread.
 */
final class FieldCache {

    /** The longest field that is kept, in bytes. */
    static final int LONGEST = 15;

    /** The answer where the field is not here; no value. */
    static final long MISS = -1;

    private static final long[] LOW = new long[LONGEST + 1]; // which bytes of two words are of a field of this length
    private static final long[] HIGH = new long[LONGEST + 1];

    static {
        for (int length = 0; length <= LONGEST; length++) {
            LOW[length] = length < 8 ? (1L << length * 8) - 1 : -1;
            HIGH[length] = length > 8 ? (1L << (length - 8) * 8) - 1 : 0;
        }
    }

    private final long[] slots; // three a field: its bytes in two words, the sixteenth a tag, and its value
    private final int shift;

    /** @param bits the logarithm of the number of slots */
    FieldCache(int bits) {
        slots = new long[3 << bits];
        shift = 64 - bits;
    }

    /**
     * The value of a field, or {@link #MISS}.
     *
     * @param kind 0 to 7: equal bytes of different kinds are different fields
     */
    long get(int kind, byte[] bytes, int from, int length) {
        if (length > LONGEST) {
            return MISS;
        }
        long low = Words.at(bytes, from) & LOW[length];
        long high = Words.at(bytes, from + 8) & HIGH[length] | tag(kind, length);
        int slot = slot(low, high);
        return slots[slot] == low && slots[slot + 1] == high ? slots[slot + 2] : MISS;
    }

    /** Keeps a value, unless the field is too long. */
    void put(int kind, byte[] bytes, int from, int length, long value) {
        if (length > LONGEST) {
            return;
        }
        long low = Words.at(bytes, from) & LOW[length];
        long high = Words.at(bytes, from + 8) & HIGH[length] | tag(kind, length);
        int slot = slot(low, high);
        slots[slot] = low;
        slots[slot + 1] = high;
        slots[slot + 2] = value;
    }

    void clear() {
        Arrays.fill(slots, 0);
    }

    /** Tells lengths and kinds apart, and is never zero, as an empty slot is. */
    private static long tag(int kind, int length) {
        return (long) (0x80 | kind << 4 | length) << 56;
    }

    private int slot(long low, long high) {
        long hash = (low ^ Long.rotateLeft(high, 23)) * 0x9E3779B97F4A7C15L;
        return (int) ((hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L >>> shift) * 3;
    }
}
