package org.rpcscope.ui.overview;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.rpcscope.overview.Timeline;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.Swatches;
import org.rpcscope.ui.fx.Texts;

/** Draws a timeline: at most a few hundred bars, which takes well under a millisecond. JavaFX thread only. */
final class TimelineCanvas {

    static final double HEIGHT = 58;

    private static final double AXIS = 16;
    private static final double TOP = 6;
    private static final double LABELS = 110;
    private static final double WORDS = 60;
    private static final double LEAST = 1.5;
    private static final double LEAST_FLAGGED = 3;
    private static final int BAR = 4;
    private static final int TEXT = 5;
    private static final int GAP = 6;
    private static final int CHOSEN = 7;
    private static final int EDGE = 8;

    private final Canvas canvas = new Canvas(0, HEIGHT);
    private final Swatches swatches = new Swatches(
            "timeline-confirmed",
            "timeline-established",
            "timeline-attempt",
            "timeline-blocked",
            "timeline-bar",
            "timeline-text",
            "timeline-gap",
            "timeline-chosen",
            "timeline-edge");
    private final Texts texts;

    /**
     * Some bars.
     *
     * @param last included
     */
    record Bars(int first, int last) {
        static Bars of(int a, int b) {
            return new Bars(Math.min(a, b), Math.max(a, b));
        }
    }

    TimelineCanvas(Texts texts) {
        this.texts = texts;
    }

    Canvas canvas() {
        return canvas;
    }

    /** Holds the colours; has to stand in the scene. */
    Swatches swatches() {
        return swatches;
    }

    /**
     * Draws it anew.
     *
     * @param range what the filter asks for, in pixels from and to; null for all
     * @param marked the bars that the analyst is choosing; null for none
     */
    void draw(Axis axis, double @Nullable [] range, @Nullable Bars marked) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        g.clearRect(0, 0, width, HEIGHT);
        Timeline timeline = axis.timeline();
        if (timeline.bars() == 0) {
            write(g, texts.get("timeline.none"), width / 2, HEIGHT / 2, TextAlignment.CENTER);
            return;
        }
        double floor = HEIGHT - AXIS;
        gaps(g, axis, floor);
        if (range != null) {
            band(g, range[0], range[1], floor);
        }
        double highest = Math.max(1, timeline.highest());
        for (int bar = 0; bar < timeline.bars(); bar++) {
            bar(g, axis, bar, (floor - TOP) / highest, floor);
        }
        if (marked != null) {
            band(g, axis.x(marked.first()), axis.x(marked.last() + 1), floor);
        }
        labels(g, axis);
    }

    private void bar(GraphicsContext g, Axis axis, int bar, double unit, double floor) {
        Timeline timeline = axis.timeline();
        double x = axis.x(bar);
        double wide = Math.max(1, axis.step() - (axis.step() > 4 ? 1.5 : 0.5));
        if (timeline.all()[bar] > 0) {
            double high = Math.max(LEAST, timeline.all()[bar] * unit);
            g.setFill(colour(BAR));
            g.fillRect(x, floor - high, wide, high);
        }
        double base = floor;
        for (Tier tier : Tier.values()) {
            int count = timeline.flagged()[tier.ordinal()][bar];
            if (count > 0) {
                double high = Math.max(LEAST_FLAGGED, count * unit);
                g.setFill(colour(tier.ordinal()));
                g.fillRect(x, base - high, wide, high);
                base -= high;
            }
        }
    }

    /** Time of which no input knows anything is not the same as time in which nothing happened. */
    private void gaps(GraphicsContext g, Axis axis, double floor) {
        boolean[] covered = axis.timeline().covered();
        g.setFill(colour(GAP));
        for (int from = 0; from < covered.length; from++) {
            int to = from;
            while (to < covered.length && !covered[to]) {
                to++;
            }
            if (to > from) {
                double x = axis.x(from);
                double wide = axis.x(to) - x;
                g.setFill(colour(GAP));
                g.fillRect(x, TOP, wide, floor - TOP);
                if (wide > WORDS) {
                    write(g, texts.get("timeline.gap"), x + wide / 2, (TOP + floor) / 2, TextAlignment.CENTER);
                }
                from = to;
            }
        }
    }

    private void band(GraphicsContext g, double from, double to, double floor) {
        g.setFill(colour(CHOSEN));
        g.fillRect(from, 0, Math.max(1, to - from), floor);
        g.setFill(colour(EDGE));
        g.fillRect(from, 0, 1, floor);
        g.fillRect(Math.max(from, to - 1), 0, 1, floor);
    }

    private void labels(GraphicsContext g, Axis axis) {
        int bars = axis.timeline().bars();
        long every = axis.tick(LABELS);
        for (int bar = 0; bar < bars; bar++) {
            boolean fits = axis.x(bar) + LABELS * 0.8 < canvas.getWidth() || bar == 0;
            if (fits && Math.floorMod(axis.timeline().first() + bar, every) == 0) {
                g.setFill(colour(GAP));
                g.fillRect(axis.x(bar), HEIGHT - AXIS, 1, 3);
                write(g, axis.label(bar), axis.x(bar), HEIGHT - AXIS / 2 + 1, TextAlignment.LEFT);
            }
        }
    }

    private void write(GraphicsContext g, String text, double x, double y, TextAlignment align) {
        g.setFont(Font.font(10.5));
        g.setTextAlign(align);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour(TEXT));
        g.fillText(text, x, y);
    }

    private Color colour(int place) {
        int argb = swatches.colours().get().get(place);
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }
}
