package org.rpcscope.ui.graph;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.rpcscope.graph.Activity;
import org.rpcscope.graph.GraphFile;
import org.rpcscope.graph.HostGraph;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.job.JobRunner;
import org.rpcscope.net.PrefixSet;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The graph with its tools, what it hides, and what the pointer is on. JavaFX thread only. */
public final class GraphView implements AutoCloseable {

    private static final double STEP = 60;
    private static final double CLOSER = 1.25;

    /** Further networks are counted, not named. */
    private static final int NAMED = 4;

    private final GraphModel model;
    private final Wishes wishes;
    private final Texts texts;
    private final GraphCanvas canvas;
    private final EdgeTable table;
    private final PortionsPane portions;
    private final BorderPane node = Styles.with(new BorderPane(), "graph");
    private final Label under = Styles.label("", Styles.SMALL, "graph-under");
    private final Label hidden = Styles.label("", Styles.SMALL, Styles.MUTED, "graph-hidden");
    private final Label empty;
    private final GraphMenu menu;
    private final Subscriptions subscriptions = new Subscriptions();
    private String resting = ""; // while nothing else is said

    /** How a filter is changed. */
    public enum Narrow {
        INCLUDE,
        EXCLUDE,
        ONLY
    }

    /** What the graph asks of the window. JavaFX thread. */
    public interface Wishes {
        /** The filter of the table is to be narrowed by a node: a host or a network. */
        void narrow(Narrow how, NodeKey node);

        /** The table is to list the sessions that one node opened to another alone. */
        void between(NodeKey from, NodeKey to);

        /** Text is to be put on the clipboard. */
        void copy(String text);

        /** The graph is to be saved as a file. */
        void export(GraphFile kind);

        /** A picture is to be saved as a file. */
        void export(Image picture);
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
        this.wishes = wishes;
        this.texts = texts;
        this.canvas = new GraphCanvas(model, controller, runner, fx, failures);
        this.menu = new GraphMenu(model, controller, canvas, wishes, texts);
        this.table = new EdgeTable(model, texts);
        this.empty = Styles.label(texts.get("graph.empty"), Styles.MUTED);
        node.setId("graph");
        canvas.setId("graph-canvas");
        canvas.setAccessibleText(texts.get("graph.accessible"));
        HBox footer = Styles.with(new HBox(under, hidden), "graph-footer");
        HBox.setHgrow(under, Priority.ALWAYS);
        under.setMaxWidth(Double.MAX_VALUE);
        under.setMinWidth(0); // what is long is cut off: it must not make the window wider
        hidden.setMinWidth(0);
        this.portions = new PortionsPane(model, texts, () -> {
            model.choosing().set(false);
            canvas.requestFocus();
        });
        StackPane middle = Styles.with(new StackPane(canvas, empty, table.node()), "drawn");
        subscriptions.now(model.choosing(), this::choose);
        node.setTop(new GraphTools(model, texts, subscriptions, this::find, wishes, this::picture).node());
        node.setCenter(middle);
        node.setBottom(footer);
        subscriptions.now(model.drawing(), drawing -> show(drawing.graph()));
        subscriptions.changes(model.notice(), () -> under.setText(model.notice().get()));
        subscriptions.now(model.asTable(), on -> table.node().setVisible(on));
        canvas.setOnMouseMoved(this::point);
        subscriptions.changes(model.path(), this::follow);
        subscriptions.changes(model.marked(), this::rest);
        canvas.setOnContextMenuRequested(menu::show);
        table.node().setOnContextMenuRequested(menu::show);
        canvas.setOnKeyPressed(this::key);
    }

    public Node node() {
        return node;
    }

    private void choose(boolean choosing) {
        node.setRight(choosing ? portions.node() : null);
        if (choosing) {
            portions.take();
        }
    }

    private void show(HostGraph graph) {
        empty.setVisible(graph.nodes().isEmpty());
        rest();
        HostGraph.Hidden left = graph.hidden();
        int shown = graph.nodes().stream().mapToInt(HostGraph.Node::hosts).sum();
        String counts = texts.get(
                "graph.hidden",
                Amounts.count(graph.nodes().size()),
                Amounts.count(shown + (long) left.hosts()),
                Amounts.count(left.grouped()),
                Amounts.count(left.groups()),
                Amounts.count(left.hosts()),
                Amounts.count(model.view().get().budget()));
        List<String> names = model.view().get().hidden().stream()
                .map(NodeKey::label)
                .sorted()
                .toList();
        String named = String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " +" + (names.size() - NAMED) : "");
        hidden.setText(names.isEmpty() ? counts : texts.get("graph.hidden.named", counts, named));
        hidden.setTooltip(new Tooltip(hidden.getText()));
    }

    private void point(MouseEvent event) {
        HostGraph graph = model.drawing().get().graph();
        int at = canvas.nodeAt(event.getX(), event.getY());
        if (at >= 0) {
            HostGraph.Node on = graph.nodes().get(at);
            under.setText(texts.get(
                    on.hosts() == 1 ? "graph.node" : "graph.node.several",
                    on.key().label(),
                    on.zone().label(),
                    texts.count("graph.sessions", on.sessions()),
                    Amounts.count(on.flagged()),
                    texts.count("graph.hosts", on.hosts())));
            return;
        }
        int edge = canvas.edgeAt(event.getX(), event.getY());
        if (edge < 0) {
            under.setText(resting);
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

    /** Says what is chosen, and how much of it the listed sessions show, unless something else is being said. */
    private void rest() {
        String before = resting;
        PrefixSet marked = model.marked().get();
        if (marked.isEmpty()) {
            resting = "";
        } else {
            boolean[] shown = model.drawing().get().graph().meeting(marked);
            long nodes =
                    IntStream.range(0, shown.length).filter(node -> shown[node]).count();
            resting = texts.get("graph.chosen", marked.words(NAMED), Amounts.count(nodes));
        }
        if (under.getText().equals(before)) {
            under.setText(resting);
        }
    }

    /** Says how long the path is, and how much of it the listed sessions do not show. */
    private void follow() {
        Activity path = model.path().get();
        if (path == null) {
            under.setText(resting);
            return;
        }
        int shown = 0;
        boolean[] lit = path.within(model.drawing().get().graph());
        for (boolean each : lit) {
            shown += each ? 1 : 0;
        }
        under.setText(texts.get(
                "graph.path",
                texts.count("graph.sessions", path.sessions().size()),
                texts.count("graph.hosts", path.hosts().size()),
                Amounts.count(shown)));
    }

    /** What is seen, labels and all; made between two pictures of the window, since it may be large. */
    private void picture() {
        canvas.snapshot(
                result -> {
                    wishes.export(result.getImage());
                    return null;
                },
                null,
                null);
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

    private void key(KeyEvent event) {
        NodeKey key = model.chosen().get();
        boolean known = true;
        switch (event.getCode()) {
            case L -> model.arrangement().set(model.arrangement().get().other());
            case H -> model.hide();
            case F -> model.focusMore();
            case E -> model.expand();
            case V -> model.choosing().set(true);
            case P -> model.following().set(!model.following().get());
            case ESCAPE -> {
                model.focus().set(null);
                model.following().set(false);
            }
            case ENTER -> {
                if (key != null) {
                    wishes.narrow(Narrow.ONLY, key);
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
        portions.close();
    }
}
