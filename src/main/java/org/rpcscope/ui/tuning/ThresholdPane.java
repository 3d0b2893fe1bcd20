package org.rpcscope.ui.tuning;

import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Histogram;
import org.rpcscope.session.Tier;
import org.rpcscope.tuning.Threshold;
import org.rpcscope.tuning.Thresholds;
import org.rpcscope.ui.fx.Styles;

/**
 * What is there to choose from, as bars in bins that double, and the line that chooses; the part that is no alert is
 * shaded. The line is dragged or moved with the arrow keys; Delete takes it away. JavaFX thread only.
 */
final class ThresholdPane extends Pane {

    /** So many bins are shown at least. */
    private static final int FEWEST = 12;

    private static final double AXIS = 15;
    private static final double LINE = 2;

    /** Below this a key moves the line by one; above, by a quarter of a bin. */
    private static final long SINGLE = 8;

    private final Threshold threshold;
    private final LongConsumer moved;
    private final Region shade = Styles.with(new Region(), "threshold-shade");
    private final Region line = Styles.with(new Region(), "threshold-line");
    private @Nullable Histogram histogram;
    private long bound;
    private int bins = FEWEST;

    /**
     * @param moved hears of a new bound, 0 for none, while the line moves
     * @param rest hears that the line has come to rest
     */
    ThresholdPane(Threshold threshold, LongConsumer moved, Runnable rest) {
        this.threshold = threshold;
        this.moved = moved;
        setId("threshold-" + threshold.name().toLowerCase(Locale.ROOT));
        getStyleClass().add("threshold-pane");
        setFocusTraversable(true);
        setOnMousePressed(event -> {
            requestFocus();
            drag(event);
        });
        setOnMouseDragged(this::drag);
        setOnMouseReleased(_ -> rest.run());
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(_ -> rest.run());
    }

    void show(@Nullable Histogram next, long now) {
        histogram = next;
        bound = now;
        bins = FEWEST;
        getChildren().clear();
        if (next != null) {
            for (int bin = 0; bin < Histogram.BINS; bin++) {
                bins = next.count(bin) > 0 ? Math.max(bins, bin + 2) : bins;
            }
            for (int bin = 0; bin < bins; bin++) {
                bars(next, bin);
            }
        }
        getChildren().addAll(shade, line);
        requestLayout();
    }

    /** Positions are kept with each node, as a share of the pane, until there is room. */
    private record Place(int bin, double from, double to) {}

    private void bars(Histogram counts, int bin) {
        int most = 1;
        for (int each = 0; each < bins; each++) {
            most = Math.max(most, counts.count(each));
        }
        double height = Math.log1p(counts.count(bin)) / Math.log1p(most);
        double from = 0;
        for (Tier tier : Tier.values()) {
            double part = height * counts.count(bin, tier) / Math.max(1, counts.count(bin));
            if (part > 0) {
                Region bar = Styles.with(new Region(), "threshold-bar", "bar-" + tier.label());
                bar.setUserData(new Place(bin, from, from + part));
                getChildren().add(bar);
                from += part;
            }
        }
        if (bin % 4 == 1) {
            Label tick = Styles.label(ThresholdWords.tick(threshold, Histogram.least(bin)), "threshold-tick");
            tick.setUserData(new Place(bin, 0, 0));
            getChildren().add(tick);
        }
    }

    @Override
    protected void layoutChildren() {
        double room = getHeight() - AXIS;
        double step = getWidth() / bins;
        for (Node child : getChildren()) {
            if (child.getUserData() instanceof Place(int bin, double from, double to)) {
                if (child instanceof Label tick) {
                    tick.resizeRelocate(bin * step, room, tick.prefWidth(-1), AXIS);
                } else {
                    child.resizeRelocate(bin * step + 1, room * (1 - to), step - 2, Math.max(1, room * (to - from)));
                }
            }
        }
        double at = bound == 0 ? threshold.least() ? 0 : getWidth() : position(bound) * step;
        line.resizeRelocate(Math.clamp(at - LINE / 2, 0, getWidth() - LINE), 0, LINE, room);
        double end = threshold.least() ? 0 : getWidth();
        shade.resizeRelocate(Math.min(at, end), 0, Math.abs(end - at), room);
        shade.setVisible(bound > 0);
    }

    /** Where a bound stands among the bins; the greatest value that stays is at the end of its own. */
    private double position(long value) {
        long edge = threshold.least() ? value : value + 1;
        return Math.min(bins, 1 + Math.log(edge) / Math.log(2));
    }

    private void drag(MouseEvent event) {
        move(at(event.getX() / getWidth() * bins));
    }

    /** The bound at a place among the bins; 0 at the end where it would keep everything. */
    private long at(double place) {
        if (threshold.least()) {
            return place < 1 ? 0 : Math.round(Math.pow(2, Math.min(place, bins) - 1));
        }
        return place >= bins ? 0 : Math.max(1, Math.round(Math.pow(2, Math.max(place, 1) - 1)) - 1);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(stepped(false));
            case RIGHT -> move(stepped(true));
            case DELETE, BACK_SPACE -> move(0);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private long stepped(boolean up) {
        long above = 1L << (bins - 1); // no session has as much
        if (bound == 0) {
            long first = threshold.least() ? 1 : above - 1;
            return up == threshold.least() ? first : 0;
        }
        double factor = Math.pow(2, up ? 0.25 : -0.25);
        long next = bound < SINGLE ? bound + (up ? 1 : -1) : Math.round(bound * factor);
        if (threshold.least()) {
            return Math.max(0, next);
        }
        return next >= above ? 0 : Math.max(1, next);
    }

    private void move(long next) {
        long within = Math.min(next, Thresholds.MOST);
        if (within != bound && histogram != null) {
            moved.accept(within);
        }
    }
}
