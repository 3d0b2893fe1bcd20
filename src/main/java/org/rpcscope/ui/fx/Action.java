package org.rpcscope.ui.fx;

import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that the analyst can do, as a row of data: menus, tool bar, context menus and the sheet of shortcuts are made
 * from it.
 *
 * @param id a unique name such as {@code file.open}; its label is the text {@code action.file.open}
 * @param icon what stands for it where there is no room for words
 * @param key the shortcut; {@code shortcut+} is Ctrl, or Command on a Mac
 * @param what what it would act on now, which is written behind its label; null where there is nothing to say
 * @param effect what it does
 */
public record Action(
        String id,
        @Nullable Icon icon,
        @Nullable KeyCombination key,
        @Nullable ObservableStringValue what,
        Effect effect) {

    /** What an action does when it is chosen. */
    public sealed interface Effect permits Run, Toggle {}

    /**
     * It does something.
     *
     * @param enabled whether it can be done now
     */
    public record Run(ObservableBooleanValue enabled, Runnable handler) implements Effect {}

    /** It switches something on or off. */
    public record Toggle(BooleanProperty state) implements Effect {}

    /** An action that can always be done. */
    public static Action always(String id, @Nullable Icon icon, @Nullable String key, Runnable handler) {
        return when(id, icon, key, new SimpleBooleanProperty(true), handler);
    }

    /** An action that can be done at some times. */
    public static Action when(
            String id, @Nullable Icon icon, @Nullable String key, ObservableBooleanValue enabled, Runnable handler) {
        return new Action(id, icon, combination(key), null, new Run(enabled, handler));
    }

    /** An action that switches a state. */
    public static Action toggle(String id, @Nullable Icon icon, @Nullable String key, BooleanProperty state) {
        return new Action(id, icon, combination(key), null, new Toggle(state));
    }

    /** The same action, which says what it would act on; empty for nothing. */
    Action about(ObservableStringValue next) {
        return new Action(id, icon, key, next, effect);
    }

    /** Whether it can be done now. JavaFX thread. */
    public boolean possible() {
        return switch (effect) {
            case Run(ObservableBooleanValue enabled, var _) -> enabled.get();
            case Toggle _ -> true;
        };
    }

    /** Does it, where it can be done now. JavaFX thread. */
    public void fire() {
        switch (effect) {
            case Run(ObservableBooleanValue enabled, Runnable handler) -> {
                if (enabled.get()) {
                    handler.run();
                }
            }
            case Toggle(BooleanProperty state) -> state.set(!state.get());
        }
    }

    /** The picture, of an action that is shown as one. */
    public Icon picture() {
        return Objects.requireNonNull(icon, id);
    }

    private static @Nullable KeyCombination combination(@Nullable String key) {
        return key == null ? null : KeyCombination.valueOf(key);
    }
}
