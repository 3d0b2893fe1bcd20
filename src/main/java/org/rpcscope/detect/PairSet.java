package org.rpcscope.detect;

import java.util.Arrays;

/** Pairs of numbers that are not negative, with how often each was added. For one thread while it grows. */
final class PairSet {

    private static final long NONE = -1;

    private long[] keys = new long[64];
    private int[] counts = new int[64];
    private int size;

    PairSet() {
        Arrays.fill(keys, NONE);
    }

    /** Adds a pair, and says how often it has been added. */
    int add(int a, int b) {
        if (size * 2 >= keys.length) {
            grow();
        }
        long key = key(a, b);
        int slot = slot(key);
        if (keys[slot] == NONE) {
            keys[slot] = key;
            size++;
        }
        return ++counts[slot];
    }

    /** Keeps a number above 0 with a pair unless one was kept, and says which one is; not for pairs that are counted. */
    int keep(int a, int b, int number) {
        int kept = count(a, b);
        if (kept != 0) {
            return kept;
        }
        add(a, b);
        counts[slot(key(a, b))] = number;
        return number;
    }

    /** How often a pair was added, or the number that is kept with it; 0 where there is none. */
    int count(int a, int b) {
        return counts[slot(key(a, b))];
    }

    private static long key(int a, int b) {
        return (long) a << 32 | b;
    }

    /** Where the key is, or the free place where it belongs. */
    private int slot(long key) {
        int mask = keys.length - 1;
        long h = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (h >>> 32) & mask;
        while (keys[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[keys.length];
        Arrays.fill(keys, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
