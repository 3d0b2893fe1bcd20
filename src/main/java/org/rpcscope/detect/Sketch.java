package org.rpcscope.detect;

import java.util.Locale;

/**
 * About how many different numbers were added, in 64 bytes: linear counting (Whang and others, 1990) over 512 bits. Exact to
 * within one up to a dozen, within a tenth up to a thousand; above {@link #MOST} it says no more than that.
 */
final class Sketch {

    static final int MOST = 1_500;

    private static final int WORDS = 8;

    private final long[] bits = new long[WORDS];

    void add(int number) {
        int h = number * 0x9E3779B9;
        h ^= h >>> 15;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        int bit = h >>> 23; // 512 of them
        bits[bit >>> 6] |= 1L << bit;
    }

    int count() {
        int set = 0;
        for (long word : bits) {
            set += Long.bitCount(word);
        }
        double all = WORDS * 64.0;
        return set == WORDS * 64 ? MOST : (int) Math.min(MOST, Math.round(-all * Math.log(1 - set / all)));
    }

    /** The count for a sentence, with a word where it is an estimate. */
    String text() {
        int count = count();
        if (count >= MOST) {
            return String.format(Locale.ROOT, "more than %,d", MOST);
        }
        return count < 12 ? Integer.toString(count) : String.format(Locale.ROOT, "about %,d", count);
    }
}
