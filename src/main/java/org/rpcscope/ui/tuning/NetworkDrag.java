package org.rpcscope.ui.tuning;

import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.MouseEvent;

/** Lines that are dragged from list to list by mouse. A gesture within the window, which every platform has. */
final class NetworkDrag {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final NetworkModel model;
    private final TreeTableView<NetworkNode> view;
    private boolean dragging;

    NetworkDrag(NetworkModel model, TreeTableView<NetworkNode> view) {
        this.model = model;
        this.view = view;
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> end());
    }

    /** Lets a row be dragged, and dropped on. */
    void join(TreeTableRow<NetworkNode> row) {
        row.setOnDragDetected(event -> {
            if (row.getItem() instanceof NetworkNode.Line && view.getEditingCell() == null) {
                if (!row.isSelected()) {
                    view.getSelectionModel().clearAndSelect(row.getIndex());
                }
                dragging = true;
                view.setCursor(Cursor.CLOSED_HAND);
                row.startFullDrag();
                event.consume();
            }
        });
        row.setOnMouseDragEntered(_ -> row.pseudoClassStateChanged(DROP, dragging && takes(row)));
        row.setOnMouseDragExited(_ -> row.pseudoClassStateChanged(DROP, false));
        row.setOnMouseDragReleased(_ -> {
            row.pseudoClassStateChanged(DROP, false);
            NetworkNode node = row.getItem();
            if (dragging && node != null && takes(row)) {
                end();
                model.move(node.list());
            }
        });
    }

    /** Whether a chosen line would change its list here. */
    private boolean takes(TreeTableRow<NetworkNode> row) {
        NetworkNode node = row.getItem();
        return node != null && model.chosen().get().stream().anyMatch(each -> each.list() != node.list());
    }

    private void end() {
        dragging = false;
        view.setCursor(null);
    }
}
