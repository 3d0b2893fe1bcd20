package org.rpcscope.filter;

import java.util.function.IntConsumer;
import java.util.function.LongBinaryOperator;

/** Some of the sessions of one detection, as a bit for each by its number. Immutable; any thread. */
public final class SessionSet {

    private final int size;
    private final long[] words; // bits beyond the size are clear

    /** @param words not changed afterwards */
    SessionSet(int size, long[] words) {
        this.size = size;
        this.words = words;
    }

    /** So many words hold the bits of some sessions. */
    static int words(int size) {
        return (size + Long.SIZE - 1) >>> 6;
    }

    /** All sessions from 0 to {@code size}, less one. */
    public static SessionSet all(int size) {
        return new SessionSet(size, new long[words(size)]).not();
    }

    /** The sessions of some numbers below the size. */
    public static SessionSet of(int size, int[] numbers) {
        long[] words = new long[words(size)];
        for (int number : numbers) {
            words[number >>> 6] |= 1L << number;
        }
        return new SessionSet(size, words);
    }

    /** The sessions whose bits are set, 64 to a word, none beyond the size. The words are not changed afterwards. */
    public static SessionSet of(int size, long[] bits) {
        return new SessionSet(size, bits);
    }

    /** How many sessions there are, in the set or not. */
    public int size() {
        return size;
    }

    public boolean contains(int session) {
        return (words[session >>> 6] >>> session & 1) != 0;
    }

    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** How many are in the set from one number to another, which is not among them. */
    public int count(int from, int to) {
        int count = 0;
        for (int word = from >>> 6; word << 6 < to; word++) {
            count += Long.bitCount(word(word, from, to));
        }
        return count;
    }

    /** The first number in the set that is not below one; -1 where there is none. */
    public int next(int from) {
        for (int word = from >>> 6; word < words.length; word++) {
            long bits = word(word, from, size);
            if (bits != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return -1;
    }

    /** The last number in the set; -1 where there is none. */
    public int last() {
        for (int word = words.length - 1; word >= 0; word--) {
            if (words[word] != 0) {
                return (word << 6) + Long.SIZE - 1 - Long.numberOfLeadingZeros(words[word]);
            }
        }
        return -1;
    }

    /** Tells of those from one number to another, which is not among them, ascending. */
    public void forEach(int from, int to, IntConsumer action) {
        for (int word = from >>> 6; word << 6 < to; word++) {
            for (long rest = word(word, from, to); rest != 0; rest &= rest - 1) {
                action.accept((word << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /**
     * Where those stand that are in the set, among {@code length} sessions from one on.
     *
     * @return how many there are
     */
    public int places(int from, int length, int[] places) {
        int count = 0;
        for (int word = from >>> 6; word << 6 < from + length; word++) {
            for (long rest = word(word, from, from + length); rest != 0; rest &= rest - 1) {
                places[count++] = (word << 6) + Long.numberOfTrailingZeros(rest) - from;
            }
        }
        return count;
    }

    /** The bits of 64 sessions, without those below one number and from another on. */
    private long word(int word, int from, int to) {
        long bits = words[word];
        int first = word << 6;
        bits &= first < from ? -1L << from : -1L;
        return to - first < Long.SIZE ? bits & (1L << to) - 1 : bits;
    }

    /** The numbers in the set, ascending. */
    public int[] numbers() {
        int[] numbers = new int[count()];
        int at = 0;
        for (int word = 0; word < words.length; word++) {
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                numbers[at++] = (word << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
        return numbers;
    }

    /** Those that are in both. */
    public SessionSet and(SessionSet other) {
        return with(other, (a, b) -> a & b);
    }

    /** Those that are in either. */
    public SessionSet or(SessionSet other) {
        return with(other, (a, b) -> a | b);
    }

    /** Those that are in this set and not in the other. */
    public SessionSet without(SessionSet other) {
        return with(other, (a, b) -> a & ~b);
    }

    /** Those that are not in the set. */
    public SessionSet not() {
        long[] result = new long[words.length];
        for (int word = 0; word < result.length; word++) {
            result[word] = ~words[word] & (size - (word << 6) < Long.SIZE ? (1L << size) - 1 : -1L);
        }
        return new SessionSet(size, result);
    }

    private SessionSet with(SessionSet other, LongBinaryOperator operator) {
        long[] result = new long[words.length];
        for (int word = 0; word < result.length; word++) {
            result[word] = operator.applyAsLong(words[word], other.words[word]);
        }
        return new SessionSet(size, result);
    }
}
