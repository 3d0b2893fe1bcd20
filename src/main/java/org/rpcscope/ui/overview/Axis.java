package org.rpcscope.ui.overview;

import org.rpcscope.overview.Timeline;
import org.rpcscope.ui.fx.Times;

/** Where the bars of a timeline stand in a width of pixels, and how times are written beside them; a filter has them in UTC. Immutable. */
record Axis(Timeline timeline, double width, Times times) {

    private static final double WIDEST = 28;
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    /** Spans that people count in, in seconds. */
    private static final long[] TICKS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800,
        604_800
    };

    /** How many widths lie between two labels that are at least so many pixels apart; labels stand at multiples of that. */
    long tick(double pixels) {
        for (long tick : TICKS) {
            long nanos = tick * SECOND;
            if (nanos % timeline.width() == 0 && nanos / timeline.width() * step() >= pixels) {
                return nanos / timeline.width();
            }
        }
        return (long) Math.ceil(pixels / step());
    }

    /** How many pixels a bar has: a few bars do not fill the width, or a single session would look like a wall. */
    double step() {
        return timeline.bars() == 0 ? width : Math.min(WIDEST, width / timeline.bars());
    }

    double x(int bar) {
        return bar * step();
    }

    /** Where a time stands, within the width. */
    double x(long time) {
        double bars = (double) Math.floorDiv(time, timeline.width()) - timeline.first();
        double part = (double) Math.floorMod(time, timeline.width()) / timeline.width();
        return Math.clamp((bars + part) * step(), 0, width);
    }

    /** The bar under a pixel; the nearest where there is none. */
    int bar(double x) {
        return (int) Math.clamp(Math.floor(x / step()), 0, Math.max(0, timeline.bars() - 1));
    }

    /** The first and the last moment of some bars, as a filter asks for them. */
    String term(int first, int last) {
        long from = timeline.start(first);
        long to = timeline.start(last + 1);
        boolean whole = from % SECOND == 0 && to % SECOND == 0;
        return whole
                ? Times.UTC.text(from, "uuuu-MM-dd'T'HH:mm:ss") + ".." + Times.UTC.text(to - 1, "uuuu-MM-dd'T'HH:mm:ss")
                : Times.UTC.text(from, "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS") + ".."
                        + Times.UTC.text(to - 1, "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS");
    }

    /** The time at which a bar begins, as short as the width of the bars allows. */
    String label(int bar) {
        return times.text(timeline.start(bar), pattern());
    }

    private String pattern() {
        if (timeline.width() >= DAY) {
            return "uuuu-MM-dd";
        }
        boolean days = timeline.width() * timeline.bars() > DAY;
        if (timeline.width() >= 60 * SECOND) {
            return days ? "MM-dd HH:mm" : "HH:mm";
        }
        return timeline.width() >= SECOND ? "HH:mm:ss" : "HH:mm:ss.SSS";
    }
}
