package org.rpcscope.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.triage.ActivitySheet;

/** What stands in front of the whole window for a moment: the shortcuts, the palette of actions, and the preferences. JavaFX thread only. */
final class Overlays {

    /** The other key of the palette, for hands that know it from editors. */
    static final KeyCombination PALETTE = KeyCombination.valueOf("shortcut+shift+P");

    private final Supplier<WorkbenchActions> actions;
    private final Actions maker;
    private final Texts texts;
    private @Nullable StackPane root;
    private @Nullable ShortcutSheet sheet;

    /** @param actions asked when something is shown */
    Overlays(Supplier<WorkbenchActions> actions, Actions maker, Texts texts) {
        this.actions = actions;
        this.maker = maker;
        this.texts = texts;
    }

    /** Listens for the keys that show and hide them. */
    void attach(Scene scene, StackPane whole) {
        root = whole;
        scene.getAccelerators().put(PALETTE, this::showPalette);
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if ("?".equals(event.getCharacter()) && !(scene.getFocusOwner() instanceof TextInputControl)) {
                showShortcuts();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && sheet != null) {
                hideShortcuts();
                event.consume();
            }
        });
    }

    void showShortcuts() {
        StackPane whole = root;
        if (whole != null && sheet == null) {
            ShortcutSheet made = new ShortcutSheet(actions.get().all(), maker, texts, this::hideShortcuts);
            whole.getChildren().add(made.node());
            sheet = made;
        }
    }

    private void hideShortcuts() {
        StackPane whole = root;
        ShortcutSheet shown = sheet;
        if (whole != null && shown != null) {
            whole.getChildren().remove(shown.node());
            sheet = null;
        }
    }

    void showPreferences(PreferencesSheet preferences) {
        StackPane whole = root;
        if (whole != null && whole.lookup("#preferences") == null) {
            hideShortcuts();
            preferences.open(whole);
        }
    }

    void showActivity(ActivitySheet activity) {
        StackPane whole = root;
        if (whole != null && whole.lookup("#activity") == null) {
            hideShortcuts();
            activity.open(whole);
        }
    }

    void showPalette() {
        StackPane whole = root;
        if (whole != null && whole.lookup("#palette") == null) {
            hideShortcuts();
            new Palette(actions.get().entries(maker, texts), texts).open(whole);
        }
    }
}
