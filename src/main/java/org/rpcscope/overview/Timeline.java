package org.rpcscope.overview;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.SessionSet;
import org.rpcscope.session.Extent;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Tier;

/**
 * How many sessions began when: in bars of the same width, one beside the other. Times are nanoseconds since 1970.
 *
 * @param first the number of widths from 1970 to where the first bar begins
 * @param width of a bar; 0 where there is no session
 * @param all sessions of each bar
 * @param flagged the flagged ones among them, by the place of the tier in {@link Tier}; not to be changed
 * @param covered whether any input has data from the time of the bar; where none has, nothing can be said of it
 */
public record Timeline(long first, long width, int[] all, int[][] flagged, boolean[] covered) {

    /** No session at all. */
    public static final Timeline EMPTY = new Timeline(0, 0, new int[0], new int[0][], new boolean[0]);

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    /** Widths that people count in. */
    private static final long[] WIDTHS = {
        1_000,
        10_000,
        100_000,
        1_000_000,
        10_000_000,
        100_000_000,
        SECOND,
        5 * SECOND,
        10 * SECOND,
        30 * SECOND,
        60 * SECOND,
        300 * SECOND,
        600 * SECOND,
        1_800 * SECOND,
        3_600 * SECOND,
        6 * 3_600 * SECOND,
        DAY,
        7 * DAY,
        28 * DAY,
        364 * DAY,
        3_640 * DAY
    };

    /**
     * Counts sessions.
     *
     * @param most how many bars at most, at least 8
     */
    public static Timeline of(Detection detection, SessionSet listed, int most) {
        int first = listed.next(0);
        if (first < 0) {
            return EMPTY;
        }
        Sessions sessions = detection.sessions();
        return of(detection, listed, new Extent(sessions.start(first), sessions.start(listed.last())), most);
    }

    /** Counts those that began in a span of time. Sessions stand in order of start, so those of a bar are beside each other. */
    public static Timeline of(Detection detection, SessionSet listed, Extent span, int most) {
        Sessions sessions = detection.sessions();
        long width = width(span, most);
        long first = Math.floorDiv(span.from(), width);
        int bars = (int) (Math.floorDiv(span.to(), width) - first) + 1;
        int[] all = new int[bars];
        int[][] flagged = new int[Tier.values().length][bars];
        SessionSet listedFlagged =
                SessionSet.of(sessions.count(), detection.flaggedBits()).and(listed);
        int end = partition(sessions, start -> start > span.to());
        int from = partition(sessions, start -> start >= span.from());
        for (int bar = 0; bar < bars; bar++) {
            long last = first + bar;
            int to = Math.min(end, partition(sessions, start -> Math.floorDiv(start, width) > last));
            if (from < to) {
                int which = bar;
                all[bar] = listed.count(from, to);
                listedFlagged.forEach(
                        from,
                        to,
                        session -> flagged[Tier.of(sessions.evidence(session)).ordinal()][which]++);
                from = to;
            }
        }
        return new Timeline(first, width, all, flagged, covered(sessions.extents(), first, width, bars));
    }

    /** The number of the first session whose start is beyond, as all after it are. */
    private static int partition(Sessions sessions, LongPredicate beyond) {
        int from = 0;
        int to = sessions.count();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (beyond.test(sessions.start(middle))) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private static long width(Extent span, int most) {
        for (long width : WIDTHS) {
            long bars = Math.floorDiv(span.to(), width) - Math.floorDiv(span.from(), width) + 1;
            if (bars <= most) {
                return width;
            }
        }
        return Long.divideUnsigned(span.to() - span.from(), most - 1) + 1; // the span of all times has 64 bits
    }

    /** An input covers the time from its first observation to its last. */
    private static boolean[] covered(List<Extent> inputs, long first, long width, int bars) {
        boolean[] covered = new boolean[bars];
        for (Extent input : inputs) {
            int begin = Math.clamp(Math.floorDiv(input.from(), width) - first, 0, bars);
            int end = Math.clamp(Math.floorDiv(input.to(), width) - first + 1, 0, bars);
            Arrays.fill(covered, begin, Math.max(begin, end), true);
        }
        return covered;
    }

    /** How many bars there are. */
    public int bars() {
        return all.length;
    }

    /** Where a bar begins; of the number of bars, where the last one ends. As near as a time can be where none is so far. */
    public long start(int bar) {
        long high = Math.multiplyHigh(first + bar, width);
        long start = (first + bar) * width;
        return high == start >> 63 ? start : high < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** The sessions of the fullest bar. */
    public int highest() {
        return Arrays.stream(all).max().orElse(0);
    }

    /** The flagged sessions of a bar. */
    public int flagged(int bar) {
        int sum = 0;
        for (int[] tier : flagged) {
            sum += tier[bar];
        }
        return sum;
    }
}
