package org.rpcscope.ui.sessions;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.PrefixSet;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Texts;

/** A cell of the table: words, and for the tier its mark. */
final class SessionCell extends TableCell<TableLine, String> {

    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final Duration SOON = Duration.millis(400);

    private final SessionColumn column;
    private final Texts texts;
    private final ObservableValue<PrefixSet> marked;
    private final InvalidationListener remark = _ -> mark();
    private final ObservableValue<String> sought;
    private final InvalidationListener seek = _ -> requestLayout();
    private final @Nullable Mark mark;
    private final @Nullable Tooltip tip;
    private @Nullable FoundWords found; // made where something was found: most cells never need one

    /**
     * @param marked the addresses that are marked
     * @param sought the text that is looked for, or the empty one
     */
    SessionCell(SessionColumn column, ObservableValue<PrefixSet> marked, ObservableValue<String> sought, Texts texts) {
        this.texts = texts;
        this.sought = sought;
        sought.addListener(new WeakInvalidationListener(seek)); // the table throws cells away
        this.column = column;
        this.marked = marked;
        mark = column == SessionColumn.TIER ? new Mark() : null;
        getStyleClass().addAll("dense-cell", "session-cell");
        getStyleClass().addAll(column.kind().styles());
        if (column.address()) {
            marked.addListener(new WeakInvalidationListener(remark));
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // both the network and the host stay readable
        }
        if (column.kind() != SessionColumn.Kind.NUMBER && column != SessionColumn.TIER) {
            Tooltip whole = new Tooltip();
            whole.setShowDelay(SOON);
            whole.setOnShowing(_ -> whole.setText(whole()));
            tip = whole;
        } else {
            tip = null;
        }
    }

    private void mark() {
        SessionRow row = isEmpty() ? null : row();
        pseudoClassStateChanged(MARKED, row != null && row.within(marked.getValue(), column));
    }

    SessionColumn column() {
        return column;
    }

    private @Nullable SessionRow row() {
        return getTableRow() != null && getTableRow().getItem() instanceof SessionRow row ? row : null;
    }

    private String whole() {
        SessionRow row = row();
        if (row != null && column == SessionColumn.TIME) {
            return texts.times().get().exact(row.session().start());
        }
        return row == null ? "" : row.whole(column);
    }

    /** Marks what was looked for when the words have their places. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        String words = sought.getValue();
        if (found != null || !words.isEmpty()) {
            markFound(words);
        }
    }

    private void markFound(String words) {
        FoundWords behind = found == null ? new FoundWords() : found;
        boolean any = !words.isEmpty()
                && getChildrenUnmodifiable().stream()
                        .anyMatch(child -> child instanceof Text text && behind.lieBehind(text, words));
        if (!any) {
            getChildren().remove(found);
        } else if (!getChildrenUnmodifiable().contains(behind)) {
            getChildren().addFirst(behind);
            found = behind;
        }
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        setTooltip(empty || "".equals(text) ? null : tip); // what is of a group says so itself
        pseudoClassStateChanged(ABSENT, Amounts.NONE.equals(text));
        mark();
        if (mark != null) {
            boolean says = !empty && text != null && !text.isEmpty();
            setGraphic(says ? mark : null);
            if (says && text != null) {
                mark.show(text);
            }
        }
    }
}
