package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.FittedColumn;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.VisibleLines;

/**
 * The table itself. It never sorts, searches or copies its lines: it asks the model for an order and shows what comes, with
 * the selected line and the topmost one where they were. JavaFX thread only.
 */
final class SessionTable extends TableView<TableLine> {

    private static final double LINE = 25;

    private final SessionsModel model;
    private final Map<SessionColumn, TableColumn<TableLine, String>> columns = new EnumMap<>(SessionColumn.class);
    private final VisibleLines lines = new VisibleLines(this);
    private final FittedColumn source;
    private final FittedColumn destination;
    private final ObservableValue<String> sought;
    private final Texts texts;
    private final SeveralLines several;
    private boolean taking;

    /**
     * @param groups opens and closes them
     * @param sought the text that is looked for, or the empty one
     */
    SessionTable(SessionsModel model, GroupSwitch groups, ObservableValue<String> sought, Texts texts) {
        this.model = model;
        this.sought = sought;
        this.texts = texts;
        setId("sessions");
        getStyleClass().add("dense-table");
        setItems(model.rows());
        setFixedCellSize(LINE);
        setRowFactory(_ -> new SessionLine(groups, texts));
        setAccessibleText(texts.get("sessions.table"));
        for (SessionColumn column : SessionColumn.values()) {
            TableColumn<TableLine, String> made = column(column, texts);
            columns.put(column, made);
            getColumns().add(made);
        }
        source = new FittedColumn(column(SessionColumn.SOURCE));
        destination = new FittedColumn(column(SessionColumn.DESTINATION));
        setSortPolicy(_ -> {
            model.sort().set(order());
            return true;
        });
        several = new SeveralLines(this, model);
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!taking) {
                model.select(row);
            }
        });
    }

    private TableColumn<TableLine, String> column(SessionColumn column, Texts texts) {
        TableColumn<TableLine, String> made = new TableColumn<>(texts.get("column." + column.id()));
        made.setId(column.id());
        made.setUserData(column);
        if (column.kind() == SessionColumn.Kind.NUMBER) {
            made.getStyleClass().add("number");
        }
        made.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text(cell.getValue(), column)));
        made.setCellFactory(_ -> new SessionCell(column, model.marked(), sought, texts));
        made.setPrefWidth(column.width());
        made.setMinWidth(36);
        made.setVisible(column.shown());
        return made;
    }

    private String text(TableLine line, SessionColumn column) {
        return column == SessionColumn.TIME && line instanceof SessionRow row
                ? texts.times().get().millis(row.session().start())
                : line.text(column);
    }

    /** Times are written in another zone now. */
    void retime() {
        column(SessionColumn.TIME).setText(texts.zoned("column.time"));
        lines.refresh();
    }

    TableColumn<TableLine, String> column(SessionColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }

    private List<SortBy> order() {
        List<SortBy> order = new ArrayList<>();
        for (TableColumn<TableLine, ?> column : getSortOrder()) {
            if (column.getUserData() instanceof SessionColumn which) {
                order.add(new SortBy(which, column.getSortType() == TableColumn.SortType.DESCENDING));
            }
        }
        return order;
    }

    /** The lines as they stand now. */
    Listing listing() {
        return model.rows().listing();
    }

    /** The columns that are shown, in their order. */
    List<SessionColumn> shown() {
        List<SessionColumn> shown = new ArrayList<>();
        for (TableColumn<TableLine, ?> column : getVisibleLeafColumns()) {
            if (column.getUserData() instanceof SessionColumn which) {
                shown.add(which);
            }
        }
        return shown;
    }

    /** Shows the listing that the model has now. */
    void take(Listing next) {
        TableLine before = model.selected().get();
        boolean elsewhere = before != null && !before.equals(getSelectionModel().getSelectedItem());
        SessionsModel.Listed severalBefore = model.several().get();
        int topBefore = top();
        taking = true;
        try {
            model.rows().show(next);
            select(next, before, severalBefore);
            lines.move(next.top() < 0 ? 0 : next.top() - topBefore);
        } finally {
            taking = false;
        }
        several.note();
        if (elsewhere && !getSelectionModel().isEmpty()) {
            scrollTo(getSelectionModel().getSelectedIndex()); // it was chosen from outside the table
        }
        model.select(getSelectionModel().getSelectedItem());
        lines.refresh();
        source.fit(next.longest().source());
        destination.fit(next.longest().destination());
    }

    private void select(Listing next, @Nullable TableLine before, SessionsModel.Listed severalBefore) {
        int line = before == null ? -1 : next.selected();
        boolean found = line >= 0 && model.rows().get(line).equals(before);
        if (before != null
                && !found) { // the analyst chose another line while this was being sorted, or closed its group
            line = model.lineOf(next, before);
        }
        if (line < 0) {
            getSelectionModel().clearSelection();
        } else {
            boolean more = severalBefore.sessions().length > 1 && before instanceof SessionRow;
            int[] lines = more ? several.find(severalBefore) : new int[0];
            int chosen = line;
            getSelectionModel().clearSelection();
            if (Arrays.stream(lines).anyMatch(each -> each == chosen)) { // not where one was chosen outside the table
                getSelectionModel().selectIndices(line, lines);
            }
            getSelectionModel().select(line); // the last selected is the one that is looked at
            getFocusModel().focus(line);
        }
    }

    /** The topmost line in view. */
    int top() {
        return lines.top();
    }
}
