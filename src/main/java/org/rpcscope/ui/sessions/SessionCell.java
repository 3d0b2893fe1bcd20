package org.rpcscope.ui.sessions;

import javafx.css.PseudoClass;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Mark;

/** A cell of the table: words, and for the tier its mark. */
final class SessionCell extends TableCell<SessionRow, String> {

    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final Duration SOON = Duration.millis(400);

    private final SessionColumn column;
    private final @Nullable Mark mark;

    SessionCell(SessionColumn column) {
        this.column = column;
        mark = column == SessionColumn.TIER ? new Mark() : null;
        getStyleClass().addAll("dense-cell", "session-cell");
        getStyleClass().addAll(column.kind().styles());
        if (column.address()) {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // both the network and the host stay readable
        }
        if (column.kind() != SessionColumn.Kind.NUMBER && column != SessionColumn.TIER) {
            Tooltip whole = new Tooltip();
            whole.setShowDelay(SOON);
            whole.setOnShowing(_ -> whole.setText(whole()));
            setTooltip(whole);
        }
    }

    SessionColumn column() {
        return column;
    }

    private String whole() {
        SessionRow row = getTableRow() == null ? null : getTableRow().getItem();
        return row == null ? "" : row.whole(column);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        pseudoClassStateChanged(ABSENT, Amounts.NONE.equals(text));
        if (mark != null) {
            setGraphic(empty || text == null ? null : mark);
            if (text != null) {
                mark.show(text);
            }
        }
    }
}
