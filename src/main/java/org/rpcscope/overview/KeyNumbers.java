package org.rpcscope.overview;

import java.util.Arrays;

/** Numbers different keys in the order in which they come first, without an object for each. For one thread. */
final class KeyNumbers {

    private static final int FREE = -1;

    private int[] slots = filled(1 << 10);
    private long[] keys = new long[1 << 9];
    private int count;

    private static int[] filled(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, FREE);
        return slots;
    }

    /** The number of a key: the next one where it is new. */
    int of(long key) {
        int slot = slot(key);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        if (count == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[count] = key;
        slots[slot] = count;
        return count++;
    }

    int count() {
        return count;
    }

    /** The keys by their numbers. */
    long[] keys() {
        return Arrays.copyOf(keys, count);
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) (mixed(key) >>> 32) & mask;
        while (slots[slot] != FREE && keys[slots[slot]] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** At most half of the slots are taken. */
    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        slots = filled(slots.length * 2);
        for (int i = 0; i < count; i++) {
            slots[slot(keys[i])] = i;
        }
    }

    /** The bits of a key spread over all of them (the finalizer of SplitMix64). */
    static long mixed(long key) {
        long z = (key ^ (key >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
