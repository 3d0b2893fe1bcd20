package org.rpcscope.ui.fx;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Taking back what was done last, and doing it again. */
public record Undoing(Action undo, Action redo) {

    /** A menu is no place for more of a step than that. */
    private static final int LONGEST = 60;

    public static Undoing of(Histories all) {
        return new Undoing(
                Action.when("edit.undo", Icon.UNDO, "shortcut+Z", Bindings.isNotNull(all.last()), all::undo)
                        .about(text(all.last())),
                Action.when("edit.redo", Icon.REDO, "shortcut+shift+Z", Bindings.isNotNull(all.next()), all::redo)
                        .about(text(all.next())));
    }

    /** Lets the keys reach from texts too that can only be read; these would take them and do nothing. */
    public void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() instanceof TextInputControl text && !text.isEditable()) {
                for (Action action : List.of(undo, redo)) {
                    KeyCombination key = action.key();
                    if (key != null && key.match(event)) {
                        action.fire();
                        event.consume();
                    }
                }
            }
        });
    }

    private static StringBinding text(ObservableValue<History.@Nullable Step> of) {
        return Bindings.createStringBinding(
                () -> {
                    History.Step step = of.getValue();
                    return step == null ? "" : shortened(step.text());
                },
                of);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
