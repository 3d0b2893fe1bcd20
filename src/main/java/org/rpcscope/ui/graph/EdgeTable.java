package org.rpcscope.ui.graph;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.rpcscope.graph.HostGraph;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The edges of the graph as a table: the same content for the keyboard and a screen reader. JavaFX thread only. */
final class EdgeTable implements AutoCloseable {

    private static final double ROW = 24;

    private final TableView<Line> table = new TableView<>();
    private final Subscriptions subscriptions = new Subscriptions();

    /** An edge with its two nodes. */
    private record Line(HostGraph.Node from, HostGraph.Node to, HostGraph.Edge edge) {}

    EdgeTable(GraphModel model, Texts texts) {
        table.setId("graph-edges");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(texts.get("graph.empty")));
        column(texts.get("graph.column.from"), 220, line -> line.from().key().label());
        column(texts.get("graph.column.to"), 220, line -> line.to().key().label());
        column(texts.get("graph.column.sessions"), 90, line -> line.edge().sessions());
        column(texts.get("graph.column.flagged"), 90, line -> line.edge().flagged());
        column(texts.get("graph.column.tier"), 110, line -> line.edge().tier().label());
        subscriptions.now(model.drawing(), drawing -> show(drawing.graph()));
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.chosen().set(line.from().key());
            }
        });
    }

    TableView<?> node() {
        return table;
    }

    private void column(String title, double width, Function<Line, Object> value) {
        TableColumn<Line, Object> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(_ -> Styles.with(
                new TableCell<>() {
                    @Override
                    protected void updateItem(Object item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(empty || item == null ? null : item.toString());
                    }
                },
                Styles.MONO));
        table.getColumns().add(column);
    }

    private void show(HostGraph graph) {
        List<Line> lines = graph.edges().stream()
                .map(edge ->
                        new Line(graph.nodes().get(edge.from()), graph.nodes().get(edge.to()), edge))
                .toList();
        table.setItems(FXCollections.observableList(lines));
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
