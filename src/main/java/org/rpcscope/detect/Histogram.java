package org.rpcscope.detect;

import java.util.Arrays;
import org.rpcscope.session.Tier;
import org.rpcscope.tuning.Threshold;

/**
 * What a threshold has to choose from: the sessions that are flagged, and those that it alone keeps from being, by their
 * value in bins that double. Immutable; any thread.
 */
public final class Histogram {

    /** How many bins there are: for 0, for 1, for 2 and 3, and so on to twice as many each. */
    public static final int BINS = 52;

    private final int[][] counts = new int[BINS][Tier.values().length];
    private final int[] hidden = new int[Tier.values().length];
    private int unknown;

    private Histogram() {}

    /** Counts over the candidates; the first time it measures them, which is work for a job. */
    public static Histogram of(Detection detection, Threshold threshold) {
        Histogram histogram = new Histogram();
        Gathered gathered = detection.gathered();
        Gathered without = gathered.narrowed(gathered.thresholds().with(threshold, 0));
        long bound = gathered.thresholds().of(threshold);
        long[] values = gathered.measures().of(threshold);
        Candidates candidates = without.candidates();
        for (int i = 0; i < values.length; i++) {
            if (candidates.flagged(i, detection.flags().pair(i)) == 0) {
                continue;
            }
            if (bound > 0 && !threshold.keeps(values[i], bound)) {
                histogram.hidden[candidates.tier(i).ordinal()]++;
            }
            if (values[i] < 0) {
                histogram.unknown++;
            } else {
                histogram.counts[bin(values[i])][candidates.tier(i).ordinal()]++;
            }
        }
        return histogram;
    }

    /** The bin of a value; the last one takes all that is greater. */
    public static int bin(long value) {
        return Math.min(BINS - 1, Long.SIZE - Long.numberOfLeadingZeros(value));
    }

    /** The least value of a bin. */
    public static long least(int bin) {
        return bin == 0 ? 0 : 1L << (bin - 1);
    }

    /** How many sessions of a tier a bin has. */
    public int count(int bin, Tier tier) {
        return counts[bin][tier.ordinal()];
    }

    /** How many sessions a bin has. */
    public int count(int bin) {
        return Arrays.stream(counts[bin]).sum();
    }

    /** How many sessions there are, those without a value among them. */
    public int count() {
        return unknown + Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /** How many sessions it alone keeps from being flagged, as it is set. */
    public int hidden() {
        return Arrays.stream(hidden).sum();
    }

    /** {@link #hidden} of a tier. */
    public int hidden(Tier tier) {
        return hidden[tier.ordinal()];
    }

    /** How many sessions have no value that anybody knows: they stay. */
    public int unknown() {
        return unknown;
    }
}
