package org.rpcscope.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** All shortcuts over the dimmed window, until it is clicked or Escape is pressed. */
final class ShortcutSheet {

    private final StackPane node;

    ShortcutSheet(List<Action> actions, Actions maker, Texts texts, Runnable close) {
        GridPane grid = Styles.with(new GridPane(), "shortcuts");
        for (Action action : actions) {
            KeyCombination key = action.key();
            if (key != null) {
                row(grid, key.getDisplayText(), maker.label(action));
            }
        }
        row(grid, "?", texts.get("action.help.shortcuts"));
        row(grid, texts.get("shortcuts.enter"), texts.get("shortcuts.enter.words"));
        VBox card = Styles.with(new VBox(Styles.label(texts.get("shortcuts.title"), "card-title"), grid), "card");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        node = Styles.with(new StackPane(card), "veil");
        node.setId("shortcut-sheet");
        node.setOnMouseClicked(_ -> close.run());
    }

    private static void row(GridPane grid, String key, String words) {
        Label cap = Styles.label(key, "key-cap", Styles.MONO);
        grid.addRow(grid.getRowCount(), cap, new Label(words));
    }

    Node node() {
        return node;
    }
}
