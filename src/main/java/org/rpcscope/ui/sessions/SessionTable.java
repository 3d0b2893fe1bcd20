package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.ui.fx.Texts;

/**
 * The table itself. It never sorts, searches or copies its lines: it asks the model for an order and shows what comes, with
 * the selected line and the topmost one where they were. JavaFX thread only.
 */
final class SessionTable extends TableView<SessionRow> {

    private static final double LINE = 25;
    private static final double CHARACTER = 6.65; // of the fixed font at the size of the style sheet
    private static final double MARGIN = 15;
    private static final int SHORTEST = 15;

    private final SessionsModel model;
    private final Map<SessionColumn, TableColumn<SessionRow, String>> columns = new EnumMap<>(SessionColumn.class);
    private boolean taking;
    private final Map<SessionColumn, Integer> fitted = new EnumMap<>(SessionColumn.class);

    SessionTable(SessionsModel model, Texts texts) {
        this.model = model;
        setId("sessions");
        setItems(model.rows());
        setFixedCellSize(LINE);
        setRowFactory(_ -> new SessionLine());
        setAccessibleText(texts.get("sessions.table"));
        for (SessionColumn column : SessionColumn.values()) {
            TableColumn<SessionRow, String> made = column(column, texts);
            columns.put(column, made);
            getColumns().add(made);
        }
        setSortPolicy(_ -> {
            model.sort().set(order());
            return true;
        });
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!taking) {
                model.select(row);
            }
        });
    }

    private TableColumn<SessionRow, String> column(SessionColumn column, Texts texts) {
        TableColumn<SessionRow, String> made = new TableColumn<>(texts.get("column." + column.id()));
        made.setId(column.id());
        made.setUserData(column);
        if (column.kind() == SessionColumn.Kind.NUMBER) {
            made.getStyleClass().add("number");
        }
        made.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().text(column)));
        made.setCellFactory(_ -> new SessionCell(column));
        made.setPrefWidth(column.width());
        made.setMinWidth(36);
        made.setVisible(column.shown());
        return made;
    }

    TableColumn<SessionRow, String> column(SessionColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }

    private List<SortBy> order() {
        List<SortBy> order = new ArrayList<>();
        for (TableColumn<SessionRow, ?> column : getSortOrder()) {
            if (column.getUserData() instanceof SessionColumn which) {
                order.add(new SortBy(which, column.getSortType() == TableColumn.SortType.DESCENDING));
            }
        }
        return order;
    }

    /** Shows the listing that the model has now. */
    void take(Listing next) {
        SessionRow before = model.selected().get();
        boolean elsewhere = before != null && !before.equals(getSelectionModel().getSelectedItem());
        int topBefore = top();
        taking = true;
        try {
            model.rows().show(next);
            select(next, before);
            int move = next.top() < 0 ? 0 : next.top() - topBefore;
            VirtualFlow<?> flow = flow();
            if (move != 0 && flow != null) {
                flow.scrollPixels(move * LINE);
            }
        } finally {
            taking = false;
        }
        if (elsewhere && !getSelectionModel().isEmpty()) {
            scrollTo(getSelectionModel().getSelectedIndex()); // it was chosen from outside the table
        }
        model.select(getSelectionModel().getSelectedItem());
        refreshVisible();
        fit(SessionColumn.SOURCE, next.longest().source());
        fit(SessionColumn.DESTINATION, next.longest().destination());
    }

    private void select(Listing next, @Nullable SessionRow before) {
        int line = before == null ? -1 : next.selected();
        Detection now = next.detection();
        boolean found = line >= 0 && model.rows().get(line).equals(before);
        if (before != null && now != null && !found) { // the analyst chose another line while this was being sorted
            int number = before.key().find(now.sessions(), before.session().number());
            line = number < 0 ? -1 : next.lineOf(number);
        }
        if (line < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().clearAndSelect(line);
            getFocusModel().focus(line);
        }
    }

    /** The topmost line in view. */
    int top() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        return first == null ? 0 : first.getIndex();
    }

    private @Nullable VirtualFlow<?> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    /** Asks for the lines in view again: nothing else of a table of any length is looked at. */
    private void refreshVisible() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        if (flow == null || first == null || last == null) {
            return;
        }
        for (int line = first.getIndex(); line <= last.getIndex(); line++) {
            IndexedCell<?> row = flow.getVisibleCell(line);
            if (row != null) {
                row.updateIndex(line);
                for (Node child : row.getChildrenUnmodifiable()) {
                    if (child instanceof TableCell<?, ?> cell) {
                        cell.updateIndex(line);
                    }
                }
            }
        }
    }

    /** Makes room for the longest address in view, unless the analyst has set a width. */
    private void fit(SessionColumn which, int longest) {
        int wanted = Math.max(SHORTEST, longest);
        Integer before = fitted.get(which);
        if (longest == 0 || before != null && before == wanted) {
            return;
        }
        TableColumn<SessionRow, String> column = column(which);
        double untouched = before == null ? which.width() : width(before);
        if (Math.abs(column.getPrefWidth() - untouched) < 1 && Math.abs(column.getWidth() - untouched) < 1) {
            column.setPrefWidth(width(wanted));
        }
        fitted.put(which, wanted);
    }

    private static double width(int characters) {
        return characters * CHARACTER + MARGIN;
    }
}
