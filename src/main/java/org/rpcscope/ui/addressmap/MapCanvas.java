package org.rpcscope.ui.addressmap;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.rpcscope.addressmap.Palette;
import org.rpcscope.addressmap.Raster;
import org.rpcscope.addressmap.Viewport;
import org.rpcscope.job.JobRunner;
import org.rpcscope.ui.addressmap.AddressMapModel.Block;
import org.rpcscope.ui.addressmap.AddressMapModel.Cell;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.PixelPane;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Swatches;

/**
 * The square of IPv4: cells by the pixel, outlines of the lists' networks and of what is chosen above them. JavaFX thread
 * only.
 */
final class MapCanvas extends Pane implements AutoCloseable {

    /** So often the square is halved at most: cells of some pixels can still be hit. */
    static final int FINEST = 8;

    private final AddressMapModel model;
    private final PixelPane pixels;
    private final MapLines lines;
    private final Swatches swatches = new Swatches(
            "map-empty-internal",
            "map-empty-special",
            "map-empty-external",
            "map-internal",
            "map-special",
            "map-external",
            "map-flagged",
            "map-outline",
            "map-outline-external",
            "map-chosen",
            "map-text",
            "map-ground",
            "map-light-text");

    private final Subscriptions subscriptions = new Subscriptions();

    MapCanvas(AddressMapModel model, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.model = model;
        this.pixels = new PixelPane(runner, fx, this::painting, failures);
        pixels.setManaged(false);
        lines = new MapLines(model, swatches);
        getChildren().setAll(pixels, lines, swatches);
        setFocusTraversable(true);
        widthProperty().subscribe(_ -> resized());
        heightProperty().subscribe(_ -> resized());
        subscriptions.changes(model.raster(), this::redraw);
        subscriptions.changes(model.block(), this::drawLines);
        subscriptions.changes(model.marked(), this::drawLines);
        subscriptions.changes(swatches.colours(), this::redraw);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseClicked(this::clicked);
        setOnScroll(this::scrolled);
        setOnKeyPressed(this::key);
    }

    private void resized() {
        double side = side();
        pixels.resizeRelocate(0, 0, side, side);
        lines.setWidth(getWidth());
        lines.setHeight(getHeight());
        redraw();
    }

    /** How long a side of the square is, in pixels of the window. */
    private double side() {
        return Math.max(1, Math.floor(Math.min(getWidth(), getHeight())));
    }

    private void redraw() {
        pixels.repaint();
        drawLines();
    }

    PixelPane pixels() {
        return pixels;
    }

    private PixelPane.Painting painting() {
        Raster raster = model.raster().get();
        int ground = swatches.colours().get().get(2);
        List<Integer> colours = swatches.colours().get().stream()
                .map(colour -> Swatches.over(colour, ground))
                .toList();
        Palette palette = new Palette(
                new int[] {colours.get(0), colours.get(1), colours.get(2)},
                new int[] {colours.get(3), colours.get(4), colours.get(5)},
                colours.get(6));
        return (argb, width, height, scale, stop) -> {
            if (raster != null) {
                raster.paint(argb, Math.min(width, height), palette);
            }
        };
    }

    private void drawLines() {
        lines.draw();
    }

    /** The cell under a point; null beside the square. */
    @Nullable
    Cell cellAt(double x, double y) {
        double side = side();
        int cells = model.viewport().get().cells();
        if (x < 0 || y < 0 || x >= side || y >= side) {
            return null;
        }
        return new Cell((int) (x / side * cells), cells - 1 - (int) (y / side * cells));
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        Cell cell = cellAt(event.getX(), event.getY());
        if (cell != null && event.getButton() == MouseButton.PRIMARY) {
            Block now = model.block().get();
            model.block().set(new Block(event.isShiftDown() && now != null ? now.anchor() : cell, cell));
        }
    }

    private void dragged(MouseEvent event) {
        double last = side() - 1;
        Cell cell = cellAt(Math.clamp(event.getX(), 0, last), Math.clamp(event.getY(), 0, last));
        Block now = model.block().get();
        if (cell != null && now != null && event.getButton() == MouseButton.PRIMARY) {
            model.block().set(new Block(now.anchor(), cell));
        }
    }

    private void clicked(MouseEvent event) {
        Cell cell = cellAt(event.getX(), event.getY());
        if (event.getClickCount() == 2 && cell != null) {
            closer(cell);
        }
    }

    private void scrolled(ScrollEvent event) {
        Cell cell = cellAt(event.getX(), event.getY());
        if (event.getDeltaY() > 0 && cell != null) {
            closer(cell);
        } else if (event.getDeltaY() < 0) {
            farther();
        }
        event.consume();
    }

    private void closer(Cell cell) {
        show(model.viewport().get().closer(cell.column(), cell.row(), FINEST));
    }

    void farther() {
        show(model.viewport().get().farther(FINEST));
    }

    private void show(Viewport next) {
        if (!next.equals(model.viewport().get())) {
            model.block().set(null); // its cells are others now; what was chosen stays chosen
            model.viewport().set(next);
        }
    }

    private void key(KeyEvent event) {
        int cells = model.viewport().get().cells();
        Block now = model.block().get();
        Cell at = now == null ? new Cell(cells / 2, cells / 2) : now.end();
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> move(at, -1, 0, event.isShiftDown());
            case RIGHT -> move(at, 1, 0, event.isShiftDown());
            case UP -> move(at, 0, 1, event.isShiftDown());
            case DOWN -> move(at, 0, -1, event.isShiftDown());
            case ENTER, PLUS, ADD, EQUALS -> closer(at);
            case BACK_SPACE, MINUS, SUBTRACT -> farther();
            case ESCAPE -> {
                model.block().set(null);
                model.chosen().set(List.of());
            }
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void move(Cell at, int columns, int rows, boolean extend) {
        int last = model.viewport().get().cells() - 1;
        Cell next = new Cell(Math.clamp(at.column() + columns, 0, last), Math.clamp(at.row() + rows, 0, last));
        Block now = model.block().get();
        model.block().set(new Block(extend && now != null ? now.anchor() : next, next));
    }

    @Override
    public void close() {
        subscriptions.close();
        pixels.close();
    }
}
