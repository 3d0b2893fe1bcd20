package org.rpcscope.ui.fx;

import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What a part of the window did and can take back, the newest first. JavaFX thread only. */
public interface History {

    /**
     * Something that was done.
     *
     * @param text what, as a sentence without a full stop
     * @param order above that of everything that was done before it, in any part of the window
     */
    record Step(String text, long order) {}

    /** The step that {@link #undo} would take back; null where there is none. */
    ObservableValue<@Nullable Step> last();

    /** The step that {@link #redo} would do again; null where there is none. */
    ObservableValue<@Nullable Step> next();

    /** Whether something is still being written, so that {@link #last} may not be the newest yet. */
    boolean busy();

    /** Runs something when all that was asked for before is written. */
    void afterwards(Runnable task);

    void undo();

    void redo();

    /** Forgets what could be done again, since something else was done. */
    void forget();
}
