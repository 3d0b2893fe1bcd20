package org.rpcscope.ui.sessions;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** A line of the table: of a session, where one that is not flagged is set back, or of a group. JavaFX thread only. */
final class SessionLine extends TableRow<TableLine> {

    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    /** As wide as the scroll bar at most, in pixels. */
    private static final double BAR = 16;

    private final GroupSwitch groups;
    private final Texts texts;
    private final Tooltip tip = new Tooltip();
    private @Nullable GroupHead head;

    SessionLine(GroupSwitch groups, Texts texts) {
        this.groups = groups;
        this.texts = texts;
        tip.setOnShowing(_ -> {
            if (getItem() instanceof GroupRow row) {
                tip.setText(row.key() + "\n" + GroupHead.exactly(texts.times().get(), row.group()));
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /** Lines are equal that are of the same group or session, and may say something else all the same. */
    @Override
    protected boolean isItemChanged(TableLine before, TableLine now) {
        return before != now;
    }

    @Override
    protected void updateItem(@Nullable TableLine line, boolean empty) {
        super.updateItem(line, empty);
        GroupRow group = empty || !(line instanceof GroupRow row) ? null : row;
        pseudoClassStateChanged(Styles.FLAGGED, line != null && !empty && line.flagged());
        pseudoClassStateChanged(GROUP, group != null);
        if (group != null) {
            head().show(group);
        }
        setTooltip(group == null ? null : tip);
        if (head != null) {
            head.setVisible(group != null);
        }
    }

    private GroupHead head() {
        GroupHead made = head;
        if (made == null) {
            made = new GroupHead(texts);
            made.layoutXProperty().bind(layoutXProperty().negate()); // it stays in view when the columns are scrolled
            head = made;
        }
        return made;
    }

    /** The row's skin sets the children anew whenever the columns change. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        GroupHead shown = head;
        if (shown != null && shown.isVisible()) {
            if (shown.getParent() == null) {
                getChildren().add(shown);
            }
            shown.toFront();
            shown.resize(getTableView().getWidth() - BAR, getHeight());
        }
    }

    private void clicked(MouseEvent event) {
        boolean arrow = event.getX() + getLayoutX() < GroupHead.ARROW;
        if (getItem() instanceof GroupRow
                && event.getButton() == MouseButton.PRIMARY
                && (arrow || event.getClickCount() == 2)) {
            groups.toggle(getTableView(), getIndex());
            event.consume();
        }
    }
}
