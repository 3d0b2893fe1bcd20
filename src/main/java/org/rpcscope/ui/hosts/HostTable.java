package org.rpcscope.ui.hosts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.FittedColumn;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.VisibleLines;

/** The table itself: it shows the lines of the model's listing, and never sorts or searches them. JavaFX thread only. */
final class HostTable extends TableView<HostLine> {

    private static final double LINE = 25;

    private final HostsModel model;
    private final Texts texts;
    private final VisibleLines lines = new VisibleLines(this);
    private final FittedColumn host;
    private boolean taking;

    HostTable(HostsModel model, Texts texts, Consumer<IpAddress> choose) {
        this.model = model;
        this.texts = texts;
        setId("hosts");
        getStyleClass().add("dense-table");
        setItems(model.rows());
        setFixedCellSize(LINE);
        setTableMenuButtonVisible(true);
        setAccessibleText(texts.get("hosts.table"));
        for (HostColumn column : HostColumn.values()) {
            getColumns().add(column(column));
        }
        host = new FittedColumn(getColumns().getFirst());
        setSortPolicy(_ -> {
            model.order().set(order());
            return true;
        });
        getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (!taking && line != null) {
                choose.accept(line.address());
            }
        });
    }

    private TableColumn<HostLine, HostLine> column(HostColumn column) {
        String title = title(column);
        TableColumn<HostLine, HostLine> made = new TableColumn<>(title);
        made.setId(column.id());
        made.setUserData(column);
        if (column.styles().contains("number")) {
            made.getStyleClass().add("number");
        }
        made.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        made.setCellFactory(_ -> cell(column));
        made.setPrefWidth(column.width());
        made.setMinWidth(36);
        made.setVisible(column != HostColumn.FIRST); // the bars tell it roughly, and there is little room
        made.setSortType(column.downFirst() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        for (Tier tier : Tier.values()) {
            if (tier.label().equals(column.id())) {
                Label mark = new Label(null, new Mark(tier.label()));
                mark.setTooltip(new Tooltip(title));
                mark.setAccessibleText(title);
                made.setText(null);
                made.setGraphic(mark);
            }
        }
        return made;
    }

    private String title(HostColumn column) {
        String key = "host." + column.id();
        return column == HostColumn.FIRST || column == HostColumn.LAST ? texts.zoned(key) : texts.get(key);
    }

    /** Times are written in another zone now. */
    void retime() {
        for (TableColumn<HostLine, ?> each : getColumns()) {
            if (each.getUserData() instanceof HostColumn column && each.getText() != null) {
                each.setText(title(column));
            }
        }
        lines.refresh();
    }

    private TableCell<HostLine, HostLine> cell(HostColumn column) {
        return switch (column) {
            case STAGES -> new StagesCell(texts);
            case ACTIVITY -> new SparkCell(texts);
            default -> new HostCell(column, texts);
        };
    }

    private HostOrder order() {
        List<HostOrder.Level> levels = new ArrayList<>();
        for (TableColumn<HostLine, ?> column : getSortOrder()) {
            if (column.getUserData() instanceof HostColumn which) {
                levels.add(new HostOrder.Level(which, column.getSortType() == TableColumn.SortType.DESCENDING));
            }
        }
        return new HostOrder(levels);
    }

    /** Shows a listing, with the chosen host where it is now. */
    void take(HostListing next) {
        taking = true;
        try {
            model.rows().show(next.lines().size(), next.lines()::get);
            select(next.lineOf(model.chosen().get()));
        } finally {
            taking = false;
        }
        lines.refresh();
        host.fit(next.longest());
    }

    /** Marks the host that the window is about, or none. */
    void mark(@Nullable IpAddress chosen) {
        taking = true;
        try {
            select(model.listing().get().lineOf(chosen));
        } finally {
            taking = false;
        }
    }

    private void select(int line) {
        if (line < 0) {
            getSelectionModel().clearSelection();
        } else if (line != getSelectionModel().getSelectedIndex()) {
            getSelectionModel().clearAndSelect(line);
            getFocusModel().focus(line);
        }
    }
}
