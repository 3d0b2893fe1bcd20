package org.rpcscope.overview;

import java.util.Arrays;

/** How often each small number stood. One thread; those of several are put together. */
final class Counts {

    private int[] counts;

    /** @param size how many numbers there may be, as far as is known */
    Counts(int size) {
        counts = new int[size];
    }

    void add(int number) {
        add(number, 1);
    }

    void add(int number, int times) {
        if (number >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(number + 1, counts.length * 2));
        }
        counts[number] += times;
    }

    /** The numbers at some places. */
    void add(int[] numbers, int[] places, int count) {
        for (int i = 0; i < count; i++) {
            int number = numbers[places[i]];
            if (number < counts.length) {
                counts[number]++;
            } else {
                add(number, 1);
            }
        }
    }

    /** What another thread counted as well. */
    void join(Counts other) {
        other.forEach(this::add);
    }

    /** Takes a number and how often it stood. */
    interface Taker {
        void take(int number, int times);
    }

    /** Tells of the numbers that stood at all, ascending. */
    void forEach(Taker taker) {
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                taker.take(number, counts[number]);
            }
        }
    }

    int of(int number) {
        return number < counts.length ? counts[number] : 0;
    }
}
