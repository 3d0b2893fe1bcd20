package org.rpcscope.ui.addressmap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.rpcscope.addressmap.Icicle;
import org.rpcscope.addressmap.Raster;
import org.rpcscope.net.Cidr;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The networks in which something was seen, as a table: the same content for the keyboard and a screen reader. */
final class NetworkTable implements AutoCloseable {

    private static final double ROW = 24;

    private final AddressMapModel model;
    private final TableView<Line> table = new TableView<>();
    private final Subscriptions subscriptions = new Subscriptions();

    /** A network with what was seen in it. */
    private record Line(Cidr network, int hosts, long sessions, long flagged, String zone) {}

    NetworkTable(AddressMapModel model, Texts texts) {
        this.model = model;
        table.setId("map-networks");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(texts.get("map.empty")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        column(texts.get("map.column.network"), 200, Line::network);
        column(texts.get("map.column.zone"), 90, Line::zone);
        column(texts.get("map.column.hosts"), 80, Line::hosts);
        column(texts.get("map.column.sessions"), 90, Line::sessions);
        column(texts.get("map.column.flagged"), 80, Line::flagged);
        subscriptions.now(model.raster(), this::show);
        subscriptions.changes(model.icicle(), () -> show(model.raster().get()));
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                List<Line> lines = table.getSelectionModel().getSelectedItems();
                model.chosen().set(lines.stream().map(Line::network).toList());
            }
        });
    }

    TableView<?> node() {
        return table;
    }

    private <V> void column(String title, double width, Function<Line, V> value) {
        TableColumn<Line, V> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        table.getColumns().add(column);
    }

    private void show(@Nullable Raster raster) {
        List<Line> lines = new ArrayList<>();
        if (raster != null) {
            int cells = raster.viewport().cells();
            for (int row = 0; row < cells; row++) {
                for (int column = 0; column < cells; column++) {
                    if (raster.sessions(column, row) > 0) {
                        lines.add(line(raster.viewport().cell(column, row)));
                    }
                }
            }
        }
        Icicle icicle = model.icicle().get();
        if (icicle != null) {
            icicle.blocks().stream()
                    .map(Icicle.Block::network)
                    .filter(network -> network != null && network.length() == Icicle.length(2))
                    .forEach(network -> lines.add(line(network)));
        }
        table.setItems(FXCollections.observableList(lines));
    }

    private Line line(Cidr network) {
        var count = model.counts().get().in(network);
        String zone = model.networks().get().zone(network.network()).label();
        return new Line(network, count.hosts(), count.sessions(), count.flagged(), zone);
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
