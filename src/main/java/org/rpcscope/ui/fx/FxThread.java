package org.rpcscope.ui.fx;

import javafx.application.Platform;

/** The way to the JavaFX thread. Every other package hands over its work here, so that one place sees to the rate. */
@FunctionalInterface
public interface FxThread {

    /** Runs the task soon, on the JavaFX thread. Any thread. */
    void later(Runnable task);

    /** The JavaFX thread of this process; the toolkit must have been started. */
    static FxThread platform() {
        return Platform::runLater;
    }

    /**
     * Starts the toolkit and runs the task on its thread. At most once in a process. Any thread.
     *
     * @throws NoToolkitException where it cannot start, such as without a display or without GTK
     */
    static void start(Runnable task) {
        try {
            Platform.startup(task);
        } catch (UnsupportedOperationException refusal) { // what JavaFX throws there
            throw new NoToolkitException(refusal);
        }
    }
}
