package org.rpcscope.ui.graph;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.graph.Portions;
import org.rpcscope.graph.Portions.Portion;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** Roles, networks and hosts of the graph, of which some are shown and others hidden. JavaFX thread only. */
final class PortionsPane implements AutoCloseable {

    private static final double WIDTH = 290;
    private static final double ROW = 24;

    private final GraphModel model;
    private final Texts texts;
    private final ListView<Line> list = new ListView<>();
    private final VBox node;
    private final Subscriptions subscriptions = new Subscriptions();

    /** A line of the list. */
    sealed interface Line {}

    /** Above the portions of a kind. */
    record Heading(String words) implements Line {
        @Override
        public String toString() { // what is sought by typing
            return words;
        }
    }

    /** A portion, and all those of its kind. */
    record Part(Portion portion, List<Portion> kind) implements Line {
        @Override
        public String toString() {
            return portion.key().label();
        }
    }

    /** @param leave called when the analyst is done and goes back to the picture */
    PortionsPane(GraphModel model, Texts texts, Runnable leave) {
        this.model = model;
        this.texts = texts;
        list.setId("graph-portions");
        list.setAccessibleText(texts.get("graph.portions.accessible"));
        list.setFixedCellSize(ROW);
        list.setPlaceholder(new Label(texts.get("graph.empty")));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new PortionCell(texts, this::toggle));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean known = true;
            switch (event.getCode()) {
                case SPACE -> toggleChosen();
                case ENTER -> only();
                case ESCAPE, V -> leave.run();
                default -> known = false;
            }
            if (known) {
                event.consume();
            }
        });
        list.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                only();
            }
        });
        Button only = new Button(texts.get("graph.portions.only"));
        only.setId("graph-portions-only");
        only.setOnAction(_ -> only());
        only.disableProperty()
                .bind(list.getSelectionModel()
                        .selectedItemProperty()
                        .map(line -> !(line instanceof Part))
                        .orElse(true));
        Button all = new Button(texts.get("graph.portions.all"));
        all.setId("graph-portions-all");
        all.setOnAction(_ -> model.view().set(model.view().get().unhidden()));
        all.disableProperty().bind(model.view().map(view -> view.hidden().isEmpty()));
        HBox buttons = Styles.with(new HBox(only, all), "graph-portions-buttons");
        node = Styles.with(new VBox(list, buttons), "graph-portions");
        VBox.setVgrow(list, Priority.ALWAYS);
        node.setPrefWidth(WIDTH);
        node.setMinWidth(WIDTH);
        subscriptions.now(model.portions(), this::show);
    }

    Node node() {
        return node;
    }

    /** Gives it the keyboard. */
    void take() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && list.getItems().size() > 1) {
            list.getSelectionModel().select(1); // the first that is no heading
        }
    }

    private void show(Portions portions) {
        List<Line> lines = new ArrayList<>();
        add(lines, "graph.portions.roles", portions.roles());
        add(lines, "graph.portions.networks", portions.networks());
        add(lines, "graph.portions.hosts", portions.hosts());
        List<NodeKey> chosen = chosen().stream().map(Portion::key).toList();
        int focused = list.getFocusModel().getFocusedIndex();
        list.getItems().setAll(lines);
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Part(var portion, var _) && chosen.contains(portion.key())) {
                list.getSelectionModel().select(i);
            }
        }
        list.getFocusModel().focus(focused);
    }

    private void add(List<Line> lines, String heading, List<Portion> kind) {
        if (!kind.isEmpty()) {
            lines.add(new Heading(texts.get(heading)));
            kind.forEach(portion -> lines.add(new Part(portion, kind)));
        }
    }

    private List<Portion> chosen() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Part.class::isInstance)
                .map(line -> ((Part) line).portion())
                .toList();
    }

    private void toggle(Portion portion) {
        set(List.of(portion), !portion.shown());
    }

    /** All that are chosen become what the first of them is not. */
    private void toggleChosen() {
        List<Portion> chosen = chosen();
        if (!chosen.isEmpty()) {
            set(chosen, !chosen.getFirst().shown());
        }
    }

    private void set(List<Portion> portions, boolean shown) {
        List<NodeKey> keys = portions.stream().map(Portion::key).toList();
        model.view().set(model.view().get().showing(keys, shown ? keys : List.of()));
    }

    /** Shows those that are chosen, and of their kinds no others. */
    private void only() {
        List<NodeKey> all = list.getSelectionModel().getSelectedItems().stream()
                .filter(Part.class::isInstance)
                .flatMap(line -> ((Part) line).kind().stream())
                .map(Portion::key)
                .distinct()
                .toList();
        if (!all.isEmpty()) {
            List<NodeKey> chosen = chosen().stream().map(Portion::key).toList();
            model.view().set(model.view().get().showing(all, chosen));
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
