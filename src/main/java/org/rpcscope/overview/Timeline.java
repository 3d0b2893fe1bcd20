package org.rpcscope.overview;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Progress;
import org.rpcscope.session.ObservationTable;
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

    private static final int CHECK = 4095;
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
     * A stretch of time.
     *
     * @param to not below {@code from}, included
     */
    public record Span(long from, long to) {

        /** From the first to the last session; null where there is none. */
        static @Nullable Span of(Sessions sessions, int[] listed, Progress progress) {
            long from = Long.MAX_VALUE;
            long to = Long.MIN_VALUE;
            for (int i = 0; i < listed.length; i++) {
                if ((i & CHECK) == 0 && progress.cancelled()) {
                    break;
                }
                long start = sessions.start(listed[i]);
                from = Math.min(from, start);
                to = Math.max(to, start);
            }
            return from > to ? null : new Span(from, to);
        }
    }

    /**
     * Counts sessions.
     *
     * @param listed their numbers
     * @param most how many bars at most, at least 8
     */
    public static Timeline of(Detection detection, int[] listed, int most, Progress progress) {
        Span span = Span.of(detection.sessions(), listed, progress);
        return span == null ? EMPTY : of(detection, listed, span, most, progress);
    }

    /** Counts those that began in a span of time. */
    public static Timeline of(Detection detection, int[] listed, Span span, int most, Progress progress) {
        Sessions sessions = detection.sessions();
        long width = width(span, most);
        long first = Math.floorDiv(span.from(), width);
        int bars = (int) (Math.floorDiv(span.to(), width) - first) + 1;
        int[] all = new int[bars];
        int[][] flagged = new int[Tier.values().length][bars];
        for (int i = 0; i < listed.length; i++) {
            if ((i & CHECK) == 0 && progress.cancelled()) {
                break;
            }
            long start = sessions.start(listed[i]);
            if (start >= span.from() && start <= span.to()) {
                int bar = (int) (Math.floorDiv(start, width) - first);
                all[bar]++;
                if (detection.flagged(listed[i])) {
                    flagged[Tier.of(sessions.evidence(listed[i])).ordinal()][bar]++;
                }
            }
        }
        return new Timeline(first, width, all, flagged, covered(sessions.tables(), first, width, bars));
    }

    private static long width(Span span, int most) {
        for (long width : WIDTHS) {
            long bars = Math.floorDiv(span.to(), width) - Math.floorDiv(span.from(), width) + 1;
            if (bars <= most) {
                return width;
            }
        }
        return Long.divideUnsigned(span.to() - span.from(), most - 1) + 1; // the span of all times has 64 bits
    }

    /** An input covers the time from its first observation to its last. */
    private static boolean[] covered(List<ObservationTable> tables, long first, long width, int bars) {
        boolean[] covered = new boolean[bars];
        for (ObservationTable table : tables) {
            long from = Long.MAX_VALUE;
            long to = Long.MIN_VALUE;
            for (int row = 0; row < table.rows(); row++) {
                from = Math.min(from, table.start(row));
                to = Math.max(to, table.end(row));
            }
            if (from <= to) {
                int begin = (int) Math.clamp(Math.floorDiv(from, width) - first, 0, bars);
                int end = (int) Math.clamp(Math.floorDiv(to, width) - first + 1, 0, bars);
                Arrays.fill(covered, begin, Math.max(begin, end), true);
            }
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
