package org.rpcscope.ui.hosts;

import javafx.css.PseudoClass;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Texts;

/** A cell of words. */
final class HostCell extends TableCell<HostLine, HostLine> {

    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final Duration SOON = Duration.millis(400);

    private final HostColumn column;
    private final Texts texts;

    HostCell(HostColumn column, Texts texts) {
        this.texts = texts;
        this.column = column;
        getStyleClass().add("dense-cell");
        getStyleClass().addAll(column.styles());
        if (column == HostColumn.HOST) {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // both the network and the host stay readable
        }
        if (!column.styles().contains("number")) {
            Tooltip whole = new Tooltip();
            whole.setShowDelay(SOON);
            whole.setOnShowing(_ -> whole.setText(whole()));
            setTooltip(whole);
        }
    }

    private String whole() {
        HostLine line = getItem();
        return line == null ? "" : column.whole(line, texts.times().get());
    }

    /** Always taken anew: lines of the same host are equal, whatever was counted. */
    @Override
    protected void updateItem(@Nullable HostLine line, boolean empty) {
        super.updateItem(line, empty);
        String text =
                empty || line == null ? null : column.text(line, texts.times().get());
        setText(text);
        pseudoClassStateChanged(ABSENT, Amounts.NONE.equals(text));
    }
}
