package org.rpcscope.ui.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Ten times a second, on the JavaFX thread: what runs elsewhere is looked at now and then instead of reporting every step,
 * so that it cannot flood the window. JavaFX thread only.
 */
public final class Pulse implements AutoCloseable {

    private static final Duration STEP = Duration.millis(100);

    private final Timeline timeline;

    /** Calls the step until it is closed. */
    public Pulse(Runnable step) {
        timeline = new Timeline(new KeyFrame(STEP, _ -> step.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    @Override
    public void close() {
        timeline.stop();
    }
}
