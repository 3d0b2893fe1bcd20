package org.rpcscope.ui.graph;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.rpcscope.graph.Camera;
import org.rpcscope.graph.Drawing;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.graph.Palette;
import org.rpcscope.graph.Pixels;
import org.rpcscope.graph.Places;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.Workers;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.PixelPane;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Swatches;

/**
 * The picture of the graph: nodes and edges by the pixel, labels above them, and the hand of the analyst. JavaFX thread only.
 */
final class GraphCanvas extends Pane implements AutoCloseable {

    /** Bands of a picture, a few for each of many processors. */
    private static final int BANDS = 16;

    /** The places of the colours of labels among the swatches. */
    private static final int TEXT = 11;

    private static final int TEXT_DIM = 12;

    private final GraphModel model;
    private final GraphController controller;
    private final PixelPane pixels;
    private final LabelCanvas labels;
    private final Swatches swatches = new Swatches(
            "graph-background",
            "graph-internal",
            "graph-special",
            "graph-external",
            "graph-inside",
            "graph-confirmed",
            "graph-established",
            "graph-attempt",
            "graph-blocked",
            "graph-plain",
            "graph-chosen",
            "graph-text",
            "graph-text-dim");
    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
    private final Subscriptions subscriptions = new Subscriptions();
    private Camera camera = new Camera(0, 0, 1);
    private boolean moved; // by hand: then a new layout does not move the camera
    private @Nullable Hand hand;

    /** What the pressed mouse does: where it was last, and the node it drags. */
    private record Hand(double x, double y, int node) {}

    GraphCanvas(
            GraphModel model, GraphController controller, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.model = model;
        this.controller = controller;
        this.pixels = new PixelPane(runner, fx, this::painting, failures);
        pixels.setManaged(false);
        labels = new LabelCanvas(model, () -> colour(TEXT), () -> colour(TEXT_DIM), () -> colour(0));
        getChildren().setAll(pixels, labels, swatches);
        setFocusTraversable(true);
        widthProperty().subscribe(_ -> resized());
        heightProperty().subscribe(_ -> resized());
        subscriptions.changes(model.drawing(), this::drawn);
        subscriptions.changes(model.chosen(), this::redraw);
        subscriptions.changes(model.marked(), this::redraw);
        subscriptions.changes(model.focus(), this::redraw);
        subscriptions.changes(model.path(), this::redraw);
        subscriptions.changes(swatches.colours(), this::redraw);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(_ -> hand = null);
        setOnScroll(this::scrolled);
    }

    private void resized() {
        pixels.resizeRelocate(0, 0, getWidth(), getHeight());
        labels.setWidth(getWidth());
        labels.setHeight(getHeight());
        drawn();
    }

    private void drawn() {
        if (!moved) {
            fit();
        } else {
            redraw();
        }
    }

    /** Shows all of it. */
    void fit() {
        camera = Camera.fit(model.places().get().places().values(), getWidth(), getHeight());
        moved = false;
        redraw();
    }

    /** Zooms about the middle. */
    void zoom(double factor) {
        camera = camera.zoomed(factor, getWidth() / 2, getHeight() / 2, getWidth(), getHeight());
        moved = true;
        redraw();
    }

    /** Moves the picture by so many pixels. */
    void pan(double x, double y) {
        camera = camera.dragged(x, y);
        moved = true;
        redraw();
    }

    /** Brings a node to the middle. */
    void center(NodeKey node) {
        Places.Point point = model.places().get().of(node);
        if (point != null) {
            camera = new Camera(point.x(), point.y(), Math.max(camera.zoom(), 0.8));
            moved = true;
            redraw();
        }
    }

    private void redraw() {
        pixels.repaint();
        labels.draw(camera);
    }

    PixelPane pixels() {
        return pixels;
    }

    private PixelPane.Painting painting() {
        Drawing drawing = model.drawing().get();
        Camera from = camera;
        boolean @Nullable [] lit = model.lit();
        boolean[] chosen = model.ringed();
        List<Integer> colours = swatches.colours().get();
        Palette palette = new Palette(
                colours.get(0),
                new int[] {colours.get(1), colours.get(2), colours.get(3)},
                colours.get(4),
                new int[] {colours.get(5), colours.get(6), colours.get(7), colours.get(8)},
                colours.get(9),
                colours.get(10));
        return (argb, width, height, scale, stop) ->
                paint(drawing, from, palette, lit, chosen, new Pixels(argb, width, height), scale, stop);
    }

    private void paint(
            Drawing drawing,
            Camera from,
            Palette palette,
            boolean @Nullable [] lit,
            boolean[] chosen,
            Pixels into,
            double scale,
            BooleanSupplier stop) {
        Camera scaled = new Camera(from.x(), from.y(), from.zoom() * scale);
        int rows = (into.height() + BANDS - 1) / BANDS;
        workers.forEach(
                BANDS,
                band -> drawing.paint(
                        into, into.band(band * rows, (band + 1) * rows), scaled, palette, lit, chosen, stop));
    }

    private Color colour(int swatch) {
        int argb = swatches.colours().get().get(swatch);
        return Color.rgb(argb >>> 16 & 0xFF, argb >>> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    int nodeAt(double x, double y) {
        return model.drawing().get().nodeAt(x, y, getWidth(), getHeight(), camera);
    }

    int edgeAt(double x, double y) {
        return model.drawing().get().edgeAt(x, y, getWidth(), getHeight(), camera);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int node = nodeAt(event.getX(), event.getY());
        hand = new Hand(event.getX(), event.getY(), node);
        model.chosen()
                .set(
                        node < 0
                                ? null
                                : model.drawing()
                                        .get()
                                        .graph()
                                        .nodes()
                                        .get(node)
                                        .key());
        if (node >= 0 && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            model.view()
                    .set(model.view()
                            .get()
                            .toggled(model.drawing()
                                    .get()
                                    .graph()
                                    .nodes()
                                    .get(node)
                                    .key()));
        }
    }

    private void dragged(MouseEvent event) {
        Hand held = hand;
        if (held == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        NodeKey chosen = model.chosen().get();
        if (held.node() >= 0 && chosen != null) {
            controller.pin(chosen, camera.drawing(event.getX(), event.getY(), getWidth(), getHeight()));
        } else {
            pan(event.getX() - held.x(), event.getY() - held.y());
        }
        hand = new Hand(event.getX(), event.getY(), held.node());
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = Math.exp(event.getDeltaY() / 300);
            camera = camera.zoomed(factor, event.getX(), event.getY(), getWidth(), getHeight());
            moved = true;
            redraw();
        }
        event.consume();
    }

    @Override
    public void close() {
        subscriptions.close();
        pixels.close();
        workers.close();
    }
}
