package org.rpcscope.ui.conversation;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Styles;

/** A line of bytes; those of the chosen layer stand out. */
final class HexCell extends ListCell<HexLine> {

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Predicate<HexLine> marked;

    HexCell(Predicate<HexLine> marked) {
        this.marked = marked;
        getStyleClass().addAll("hex-line", Styles.MONO);
    }

    @Override
    protected void updateItem(@Nullable HexLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(line == null || empty ? null : line.text());
        pseudoClassStateChanged(MARKED, line != null && !empty && marked.test(line));
    }
}
