package org.rpcscope.ui.shell;

import java.util.ArrayList;
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
        List<Node[]> rows = new ArrayList<>();
        for (Action action : actions) {
            KeyCombination key = action.key();
            if (key != null) {
                rows.add(row(key.getDisplayText(), maker.label(action)));
            }
        }
        rows.add(row(Overlays.PALETTE.getDisplayText(), texts.get("action.help.palette")));
        rows.add(row("?", texts.get("action.help.shortcuts")));
        rows.add(row(texts.get("shortcuts.enter"), texts.get("shortcuts.enter.words")));
        GridPane grid = Styles.with(new GridPane(), "shortcuts");
        int half = (rows.size() + 1) / 2; // side by side, or a low window would cut them off
        for (int i = 0; i < rows.size(); i++) {
            grid.addRow(i % half, rows.get(i));
        }
        VBox card = Styles.with(new VBox(Styles.label(texts.get("shortcuts.title"), "card-title"), grid), "card");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        node = Styles.with(new StackPane(card), "veil");
        node.setId("shortcut-sheet");
        node.setOnMouseClicked(_ -> close.run());
    }

    private static Node[] row(String key, String words) {
        Label name = Styles.label(words, "shortcut-words");
        return new Node[] {Styles.label(key, "key-cap", Styles.MONO), name};
    }

    Node node() {
        return node;
    }
}
