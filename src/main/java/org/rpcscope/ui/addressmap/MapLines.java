package org.rpcscope.ui.addressmap;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.rpcscope.addressmap.Raster;
import org.rpcscope.addressmap.Square;
import org.rpcscope.addressmap.Viewport;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.ui.addressmap.AddressMapModel.Block;
import org.rpcscope.ui.addressmap.AddressMapModel.Cell;
import org.rpcscope.ui.fx.Swatches;

/** The lines and words above the cells of the map: the grid, the lists' networks, and what is chosen. JavaFX thread only. */
final class MapLines extends Canvas {

    /** A network is outlined where its longer side has so many pixels, and has its words within where there is room. */
    private static final double OUTLINED = 6;

    private static final double LABELLED = 56;

    /** What a line of words and a letter take, about. */
    private static final double LINE = 14;

    private static final double LETTER = 6;

    /** What is shown is cut into so many parts each way. */
    private static final int PARTS = 4;

    /** Across the ring around what is chosen and smaller than that. */
    private static final double RING = 16;

    /** Where words stand, as far as they are drawn. */
    private final List<Rectangle2D> labelled = new ArrayList<>();

    private final AddressMapModel model;
    private final Swatches swatches; // those of the map, at the same places

    MapLines(AddressMapModel model, Swatches swatches) {
        this.model = model;
        this.swatches = swatches;
        setMouseTransparent(true);
    }

    /** How long a side of the square is, in pixels of the window. */
    private double side() {
        return Math.max(1, Math.floor(Math.min(getWidth(), getHeight())));
    }

    /** Draws them for what is shown now. */
    void draw() {
        GraphicsContext graphics = getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        Raster raster = model.raster().get();
        if (raster == null) {
            return;
        }
        graphics.setFont(Font.font(10));
        labelled.clear();
        draw(graphics, raster.viewport());
    }

    private void draw(GraphicsContext graphics, Viewport viewport) {
        graphics.setLineWidth(1);
        graphics.setStroke(colour(11));
        graphics.strokeRect(0.5, 0.5, side() - 1, side() - 1);
        List<NetworkLine> lines = model.networks().get().lines().stream()
                .filter(line -> line.cidr().network().isV4())
                .toList();
        for (NetworkLine line : lines) {
            boolean internal = line.list().equals(NetworkLine.INTERNAL);
            outline(graphics, viewport, line, colour(internal ? 7 : 8));
        }
        grid(graphics, viewport);
        Block block = model.block().get();
        if (block != null && viewport.equals(model.viewport().get())) {
            Cell a = block.anchor();
            Cell b = block.end();
            Square chosen = viewport.block(a.column(), a.row(), b.column(), b.row());
            graphics.setLineWidth(2);
            graphics.setStroke(colour(9));
            stroke(graphics, viewport, chosen, 0);
        } else {
            mark(graphics, viewport);
        }
    }

    /** Lines between the sixteenths of what is shown, and what they are: else nobody finds their way along the curve. */
    private void grid(GraphicsContext graphics, Viewport viewport) {
        double part = side() / PARTS;
        graphics.setLineWidth(1);
        graphics.setStroke(colour(10).deriveColor(0, 1, 1, 0.12));
        for (int i = 1; i < PARTS; i++) {
            double at = Math.floor(i * part) + 0.5;
            graphics.strokeLine(at, 0, at, side());
            graphics.strokeLine(0, at, side(), at);
        }
        Viewport parts = new Viewport(viewport.network(), 2);
        Color quiet = colour(10).deriveColor(0, 1, 1, 0.6);
        for (int column = 0; column < PARTS; column++) {
            for (int row = 0; row < PARTS; row++) {
                Cidr network = parts.cell(column, row);
                String words = network.length() == 32 ? network.network().toString() : network.toString();
                double x = column * part + 4;
                double y = side() - (row + 1) * part + 2;
                label(graphics, words, x, y, flagged(x + LINE, y + LINE / 2) ? colour(12) : quiet);
            }
        }
    }

    private boolean flagged(double x, double y) {
        Raster raster = model.raster().get();
        if (raster == null || !raster.viewport().equals(model.viewport().get())) {
            return false; // it is being made
        }
        if (x < 0 || y < 0 || x >= side() || y >= side()) {
            return false; // there is no room for words yet
        }
        int cells = raster.viewport().cells();
        return raster.flagged((int) (x / side() * cells), cells - 1 - (int) (y / side() * cells)) > 0;
    }

    /** Outlines what is chosen; a ring is around what would be too small to be seen. */
    private void mark(GraphicsContext graphics, Viewport viewport) {
        Square all = viewport.square();
        double pixel = side() / all.width();
        graphics.setLineWidth(2);
        graphics.setStroke(colour(9));
        for (Cidr network : model.marked().get().networks()) {
            if (network.network().isV4()) {
                Square square = Square.of(network);
                if (Math.max(square.width(), square.height()) * pixel >= RING) {
                    stroke(graphics, viewport, square, 0);
                } else if (viewport.network().contains(network)) {
                    double x = (square.x() + square.width() / 2.0 - all.x()) * pixel;
                    double y = (all.y() + all.height() - square.y() - square.height() / 2.0) * pixel;
                    graphics.strokeOval(x - RING / 2, y - RING / 2, RING, RING);
                }
            }
        }
    }

    private void outline(GraphicsContext graphics, Viewport viewport, NetworkLine line, Color colour) {
        Square square = Square.of(line.cidr());
        Square all = viewport.square();
        double pixel = side() / all.width();
        if (Math.max(square.width(), square.height()) * pixel < OUTLINED) {
            return;
        }
        graphics.setLineWidth(1);
        graphics.setStroke(colour);
        stroke(graphics, viewport, square, 0.5);
        if (line.cidr().contains(viewport.network())) {
            return; // all that is shown lies in it
        }
        boolean roomy = square.width() * pixel >= LABELLED && square.height() * pixel >= LINE;
        double x = Math.max(0, (square.x() - all.x()) * pixel) + 4;
        double y = Math.max(0, (all.y() + all.height() - square.y() - square.height()) * pixel);
        label(graphics, line.cidr().toString(), roomy ? x : x + square.width() * pixel, y, colour(10));
    }

    /** Writes within a network, or beside one that is too small for it, where no other words stand. */
    private void label(GraphicsContext graphics, String words, double x, double y, Color colour) {
        Rectangle2D place = new Rectangle2D(x, y, words.length() * LETTER, LINE);
        boolean free = labelled.stream().noneMatch(place::intersects);
        if (free && x >= 0 && y >= 0 && place.getMaxX() <= side() && place.getMaxY() <= side()) {
            labelled.add(place);
            if (!flagged(x + LINE, y + LINE / 2)) { // cells of any brightness may lie below
                graphics.setLineWidth(2);
                graphics.setStroke(colour(2));
                graphics.strokeText(words, x, y + LINE - 3);
            }
            graphics.setFill(colour);
            graphics.fillText(words, x, y + LINE - 3);
        }
    }

    private void stroke(GraphicsContext graphics, Viewport viewport, Square square, double inset) {
        Square all = viewport.square();
        double pixel = side() / all.width();
        double left = Math.max(0, (square.x() - all.x()) * pixel); // a network may be wider than what is shown of it
        double right = Math.min(side(), (square.x() - all.x() + square.width()) * pixel);
        double top = Math.max(0, (all.y() + all.height() - square.y() - square.height()) * pixel);
        double bottom = Math.min(side(), (all.y() + all.height() - square.y()) * pixel);
        if (left < right && top < bottom) {
            graphics.strokeRect(left + inset, top + inset, right - left - 2 * inset, bottom - top - 2 * inset);
        }
    }

    private Color colour(int swatch) {
        int argb = swatches.colours().get().get(swatch);
        return Color.rgb(argb >>> 16 & 0xFF, argb >>> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }
}
