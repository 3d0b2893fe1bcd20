package org.rpcscope.ui.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** An action in a line: its name, the menu where it stands, whether it is switched on, and its shortcut. */
final class PaletteCell extends ListCell<Palette.Entry> {

    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

    private final Texts texts;
    private final Label name = Styles.label("", "palette-name");
    private final Label menu = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final Node on = Icon.DONE.node();
    private final Label key = Styles.label("", "key-cap", Styles.MONO);
    private final HBox node;

    PaletteCell(Texts texts) {
        this.texts = texts;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        node = Styles.with(new HBox(name, on, space, menu, key), "palette-line");
        node.setAlignment(Pos.CENTER_LEFT);
        key.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("palette-cell");
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(Palette.@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        boolean filled = entry != null && !empty;
        setGraphic(filled ? node : null);
        setAccessibleText(null);
        pseudoClassStateChanged(IMPOSSIBLE, false);
        if (entry == null || !filled) {
            return;
        }
        Action action = entry.action();
        name.setText(entry.label());
        menu.setText(entry.menu());
        boolean is = action.effect() instanceof Action.Toggle toggle
                && toggle.state().get();
        on.setVisible(is);
        KeyCombination shortcut = action.key();
        key.setText(shortcut == null ? "" : shortcut.getDisplayText());
        key.setVisible(shortcut != null);
        key.setManaged(shortcut != null);
        pseudoClassStateChanged(IMPOSSIBLE, !action.possible());
        String told = entry.menu() + ": " + entry.label() + (shortcut == null ? "" : ", " + key.getText());
        setAccessibleText(action.possible() ? told : texts.get("palette.impossible", told));
    }
}
