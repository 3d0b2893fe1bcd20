package org.rpcscope.session;

import java.util.Arrays;
import org.rpcscope.job.Workers;

/**
 * Sorts row numbers by a packed key, without moving rows and without comparing objects: a radix sort of (key, number),
 * stable, in a few linear passes, which several threads may share.
 */
public final class IndexSort {

    private static final int BITS = 11;

    /** Fewer are not worth sharing. */
    private static final int SHARED = 1 << 16;

    private final Workers workers;
    private final int count;
    private final int parts;

    private IndexSort(int count, Workers workers) {
        this.workers = workers;
        this.count = count;
        this.parts = count < SHARED ? 1 : workers.threads();
    }

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
        return order(keys, count, new Workers(1));
    }

    /** The same, on several threads. */
    public static int[] order(long[] keys, int count, Workers workers) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        return sorted(keys, count) ? order : new IndexSort(count, workers).sort(keys, order);
    }

    private int[] sort(long[] keys, int[] order) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            low = Math.min(low, keys[i]);
            high = Math.max(high, keys[i]);
        }
        long span = high - low; // unsigned: that of any two longs fits
        boolean narrow = span >>> Integer.SIZE == 0;
        for (int i = 0; i < count; i++) {
            keys[i] = narrow ? keys[i] - low << Integer.SIZE | i : keys[i] - low;
        }
        return narrow ? packed(keys, order, span) : apart(keys, order, span);
    }

    /** Keys that leave room for the number beside them: half as much is moved. */
    private int[] packed(long[] keys, int[] order, long span) {
        long[] from = keys;
        long[] to = new long[count];
        int bits = bits(span);
        for (int shift = 0; span >>> shift != 0; shift += bits) {
            int[][] starts = starts(from, Integer.SIZE + shift, bits);
            if (starts.length > 0) {
                long[] source = from;
                long[] target = to;
                int by = Integer.SIZE + shift;
                workers.forEach(parts, part -> {
                    int[] next = starts[part];
                    for (int i = begin(part); i < begin(part + 1); i++) {
                        target[next[digit(source[i], by, bits)]++] = source[i];
                    }
                });
                from = target;
                to = source;
            }
        }
        long[] sorted = from;
        Arrays.setAll(order, i -> (int) sorted[i]);
        return order;
    }

    private int[] apart(long[] keys, int[] order, long span) {
        long[] from = keys;
        long[] to = new long[count];
        int[] numbers = order;
        int[] numbersTo = new int[count];
        int bits = bits(span);
        for (int shift = 0; shift < Long.SIZE && span >>> shift != 0; shift += bits) {
            int[][] starts = starts(from, shift, bits);
            if (starts.length > 0) {
                long[] source = from;
                long[] target = to;
                int[] numbered = numbers;
                int[] renumbered = numbersTo;
                int by = shift;
                workers.forEach(parts, part -> {
                    int[] next = starts[part];
                    for (int i = begin(part); i < begin(part + 1); i++) {
                        int place = next[digit(source[i], by, bits)]++;
                        target[place] = source[i];
                        renumbered[place] = numbered[i];
                    }
                });
                from = target;
                to = source;
                numbers = renumbered;
                numbersTo = numbered;
            }
        }
        return numbers;
    }

    /** As many bits a pass as makes the passes few and alike. */
    private static int bits(long span) {
        int all = Long.SIZE - Long.numberOfLeadingZeros(span);
        int passes = (all + BITS - 1) / BITS;
        return (all + passes - 1) / passes;
    }

    private static int digit(long key, int shift, int bits) {
        return (int) (key >>> shift) & ((1 << bits) - 1);
    }

    private int begin(int part) {
        return (int) ((long) count * part / parts);
    }

    /** Where each part puts its first key of each digit; nothing where all keys have the same. */
    private int[][] starts(long[] keys, int shift, int bits) {
        int[][] starts = new int[parts][1 << bits];
        workers.forEach(parts, part -> {
            int[] counts = starts[part];
            for (int i = begin(part); i < begin(part + 1); i++) {
                counts[digit(keys[i], shift, bits)]++;
            }
        });
        int sum = 0;
        for (int digit = 0; digit < 1 << bits; digit++) {
            int before = sum;
            for (int[] counts : starts) {
                int size = counts[digit];
                counts[digit] = sum;
                sum += size;
            }
            if (sum - before == count) {
                return new int[0][];
            }
        }
        return starts;
    }
}
