package org.rpcscope.ui.sessions;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.PrefixSet;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Texts;

/** A cell of the table: words, and for the tier its mark. */
final class SessionCell extends TableCell<SessionRow, String> {

    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final Duration SOON = Duration.millis(400);

    private final SessionColumn column;
    private final Texts texts;
    private final ObservableValue<PrefixSet> marked;
    private final InvalidationListener remark = _ -> mark();
    private final @Nullable Mark mark;

    /** @param marked the addresses that are marked */
    SessionCell(SessionColumn column, ObservableValue<PrefixSet> marked, Texts texts) {
        this.texts = texts;
        this.column = column;
        this.marked = marked;
        mark = column == SessionColumn.TIER ? new Mark() : null;
        getStyleClass().addAll("dense-cell", "session-cell");
        getStyleClass().addAll(column.kind().styles());
        if (column.address()) {
            marked.addListener(new WeakInvalidationListener(remark)); // the table throws cells away
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // both the network and the host stay readable
        }
        if (column.kind() != SessionColumn.Kind.NUMBER && column != SessionColumn.TIER) {
            Tooltip whole = new Tooltip();
            whole.setShowDelay(SOON);
            whole.setOnShowing(_ -> whole.setText(whole()));
            setTooltip(whole);
        }
    }

    private void mark() {
        SessionRow row =
                isEmpty() || getTableRow() == null ? null : getTableRow().getItem();
        pseudoClassStateChanged(MARKED, row != null && row.within(marked.getValue(), column));
    }

    SessionColumn column() {
        return column;
    }

    private String whole() {
        SessionRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (row != null && column == SessionColumn.TIME) {
            return texts.times().get().exact(row.session().start());
        }
        return row == null ? "" : row.whole(column);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        pseudoClassStateChanged(ABSENT, Amounts.NONE.equals(text));
        mark();
        if (mark != null) {
            setGraphic(empty || text == null ? null : mark);
            if (text != null) {
                mark.show(text);
            }
        }
    }
}
