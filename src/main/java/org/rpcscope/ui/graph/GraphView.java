package org.rpcscope.ui.graph;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.rpcscope.graph.GraphFile;
import org.rpcscope.graph.HostGraph;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.graph.View;
import org.rpcscope.job.JobRunner;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The graph with its tools, what it hides, and what the pointer is on. JavaFX thread only. */
public final class GraphView implements AutoCloseable {

    private static final double STEP = 60;
    private static final double CLOSER = 1.25;

    private final GraphModel model;
    private final GraphController controller;
    private final Wishes wishes;
    private final Texts texts;
    private final GraphCanvas canvas;
    private final EdgeTable table;
    private final BorderPane node = Styles.with(new BorderPane(), "graph");
    private final Label under = Styles.label("", Styles.SMALL, "graph-under");
    private final Label hidden = Styles.label("", Styles.SMALL, Styles.MUTED, "graph-hidden");
    private final Label empty;
    private final TextField search = new TextField();
    private final ContextMenu menu = new ContextMenu();
    private final Subscriptions subscriptions = new Subscriptions();

    /** What the graph asks of the window. JavaFX thread. */
    public interface Wishes {
        /** The table is to list the sessions of a node alone. */
        void only(NodeKey node);

        /** Text is to be put on the clipboard. */
        void copy(String text);

        /** The graph is to be saved as a file. */
        void export(GraphFile kind);
    }

    /** @param failures hears of defects in a painting */
    public GraphView(
            GraphModel model,
            GraphController controller,
            JobRunner runner,
            FxThread fx,
            Texts texts,
            Wishes wishes,
            Consumer<Throwable> failures) {
        this.model = model;
        this.controller = controller;
        this.wishes = wishes;
        this.texts = texts;
        this.canvas = new GraphCanvas(model, controller, runner, fx, failures);
        this.table = new EdgeTable(model, texts);
        this.empty = Styles.label(texts.get("graph.empty"), Styles.MUTED);
        node.setId("graph");
        canvas.setId("graph-canvas");
        canvas.setAccessibleText(texts.get("graph.accessible"));
        BorderPane footer = Styles.with(new BorderPane(), "graph-footer");
        footer.setLeft(under);
        footer.setRight(hidden);
        StackPane middle = new StackPane(canvas, empty, table.node());
        node.setTop(tools());
        node.setCenter(middle);
        node.setBottom(footer);
        subscriptions.now(model.drawing(), drawing -> show(drawing.graph()));
        subscriptions.changes(model.notice(), () -> under.setText(model.notice().get()));
        subscriptions.now(model.asTable(), on -> table.node().setVisible(on));
        canvas.setOnMouseMoved(this::point);
        canvas.setOnContextMenuRequested(this::menu);
        canvas.setOnKeyPressed(this::key);
    }

    public Node node() {
        return node;
    }

    private Node tools() {
        ToggleButton columns = arrangement(GraphModel.Arrangement.COLUMNS);
        ToggleButton forces = arrangement(GraphModel.Arrangement.FORCES);
        HBox both = new HBox(columns, forces);
        both.setAlignment(Pos.CENTER_LEFT);
        ComboBox<View.GroupBy> groups = new ComboBox<>();
        groups.setId("graph-group");
        groups.getItems().setAll(View.GroupBy.values());
        groups.setConverter(new StringConverter<>() {
            @Override
            public String toString(View.GroupBy group) {
                return texts.get("graph.group." + group.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public View.GroupBy fromString(String text) {
                return View.GroupBy.NETWORK;
            }
        });
        groups.setValue(model.view().get().groupBy());
        groups.valueProperty()
                .subscribe((_, group) -> model.view().set(model.view().get().groupedBy(group)));
        search.setId("graph-search");
        search.setPromptText(texts.get("graph.search"));
        search.setOnAction(_ -> find(search.getText()));
        ToggleButton asTable = new ToggleButton(texts.get("graph.as-table"));
        asTable.setId("graph-as-table");
        asTable.selectedProperty().bindBidirectional(model.asTable());
        MenuButton export = new MenuButton(texts.get("graph.export"));
        export.setId("graph-export");
        for (GraphFile kind : GraphFile.values()) {
            MenuItem item = new MenuItem(texts.get("graph.export." + kind.extension()));
            item.setOnAction(_ -> wishes.export(kind));
            export.getItems().add(item);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox tools = Styles.with(new HBox(both, groups, search, space, asTable, export), "graph-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private ToggleButton arrangement(GraphModel.Arrangement which) {
        String key = "graph.arrangement." + which.name().toLowerCase(Locale.ROOT);
        ToggleButton button = new ToggleButton(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key + ".words")));
        button.setOnAction(_ -> model.arrangement().set(which));
        subscriptions.now(model.arrangement(), now -> button.setSelected(now == which));
        return button;
    }

    private void show(HostGraph graph) {
        empty.setVisible(graph.nodes().isEmpty());
        HostGraph.Hidden left = graph.hidden();
        int shown = graph.nodes().stream().mapToInt(HostGraph.Node::hosts).sum();
        hidden.setText(texts.get(
                "graph.hidden",
                Amounts.count(graph.nodes().size()),
                Amounts.count(shown + (long) left.hosts()),
                Amounts.count(left.grouped()),
                Amounts.count(left.groups()),
                Amounts.count(left.hosts()),
                Amounts.count(model.view().get().budget())));
    }

    private void point(MouseEvent event) {
        HostGraph graph = model.drawing().get().graph();
        int at = canvas.nodeAt(event.getX(), event.getY());
        if (at >= 0) {
            HostGraph.Node on = graph.nodes().get(at);
            under.setText(texts.get(
                    "graph.node",
                    on.key().label(),
                    on.zone().label(),
                    texts.count("graph.hosts", on.hosts()),
                    texts.count("graph.sessions", on.sessions()),
                    Amounts.count(on.flagged())));
            return;
        }
        int edge = canvas.edgeAt(event.getX(), event.getY());
        if (edge < 0) {
            under.setText("");
            return;
        }
        HostGraph.Edge on = graph.edges().get(edge);
        under.setText(texts.get(
                "graph.edge",
                graph.nodes().get(on.from()).key().label(),
                graph.nodes().get(on.to()).key().label(),
                texts.count("graph.sessions", on.sessions()),
                Amounts.count(on.flagged()),
                on.tier().label()));
    }

    /** Chooses the first node whose label holds the text, and brings it to the middle. */
    private void find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        model.drawing().get().graph().nodes().stream()
                .map(HostGraph.Node::key)
                .filter(key -> !wanted.isEmpty() && key.label().contains(wanted))
                .findFirst()
                .ifPresent(key -> {
                    model.chosen().set(key);
                    canvas.center(key);
                });
    }

    private void menu(ContextMenuEvent event) {
        NodeKey key = model.chosen().get();
        menu.getItems().clear();
        if (key != null) {
            item("only", () -> wishes.only(key));
            if (!(key instanceof NodeKey.Host)) {
                item("open", () -> model.view().set(model.view().get().toggled(key)));
            }
            item("focus", () -> focus(key));
            item("hide", () -> hide(key));
            if (model.pinned().get().contains(key)) {
                item("unpin", () -> controller.unpin(key));
            }
            item("copy", () -> wishes.copy(key.label()));
        }
        item("close-all", () -> model.view().set(model.view().get().closed()));
        item("unhide", () -> model.view().set(model.view().get().unhidden()));
        item("fit", canvas::fit);
        menu.show(canvas, event.getScreenX(), event.getScreenY());
    }

    private void item(String name, Runnable handler) {
        MenuItem item = new MenuItem(texts.get("graph.menu." + name));
        item.setId("graph-menu-" + name);
        item.setOnAction(_ -> handler.run());
        menu.getItems().add(item);
    }

    private void hide(NodeKey key) {
        model.chosen().set(null);
        model.view().set(model.view().get().hiding(key));
    }

    private void focus(@Nullable NodeKey key) {
        GraphModel.Focus now = model.focus().get();
        boolean same = now != null && now.node().equals(key);
        int steps = same ? now.steps() % 3 + 1 : 1;
        model.focus().set(key == null ? null : new GraphModel.Focus(key, steps));
    }

    private void key(KeyEvent event) {
        NodeKey key = model.chosen().get();
        boolean known = true;
        switch (event.getCode()) {
            case L -> model.arrangement().set(model.arrangement().get().other());
            case H -> {
                if (key != null) {
                    hide(key);
                }
            }
            case F -> focus(key);
            case ESCAPE -> model.focus().set(null);
            case ENTER -> {
                if (key != null) {
                    wishes.only(key);
                }
            }
            case SPACE -> {
                if (key != null && !(key instanceof NodeKey.Host)) {
                    model.view().set(model.view().get().toggled(key));
                }
            }
            case TAB -> next(event.isShiftDown() ? -1 : 1);
            case LEFT -> canvas.pan(STEP, 0);
            case RIGHT -> canvas.pan(-STEP, 0);
            case UP -> canvas.pan(0, STEP);
            case DOWN -> canvas.pan(0, -STEP);
            case PLUS, ADD, EQUALS -> canvas.zoom(CLOSER);
            case MINUS, SUBTRACT -> canvas.zoom(1 / CLOSER);
            case DIGIT0, NUMPAD0 -> canvas.fit();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    /** Chooses the next node, from the last one the first. */
    private void next(int step) {
        int nodes = model.drawing().get().graph().nodes().size();
        if (nodes > 0) {
            int at = Math.floorMod(model.chosenPlace() + step, nodes);
            model.chosen().set(model.drawing().get().graph().nodes().get(at).key());
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        canvas.close();
        table.close();
    }
}
