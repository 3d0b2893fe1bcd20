package org.rpcscope.ui.addressmap;

import java.util.Collections;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.rpcscope.addressmap.Icicle;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Zone;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Swatches;

/** The icicle of IPv6: a few hundred blocks, so they are drawn as shapes. JavaFX thread only. */
final class IcicleView extends Pane implements AutoCloseable {

    private static final double LETTER = 6;

    private final AddressMapModel model;
    private final Canvas canvas = new Canvas();
    private final Swatches swatches = new Swatches(
            "map-internal",
            "map-special",
            "map-external",
            "map-flagged",
            "map-chosen",
            "map-dark-text",
            "map-light-text",
            "map-ground");
    private final Subscriptions subscriptions = new Subscriptions();

    IcicleView(AddressMapModel model) {
        this.model = model;
        getChildren().setAll(canvas, swatches);
        widthProperty().subscribe(_ -> draw());
        heightProperty().subscribe(_ -> draw());
        subscriptions.changes(model.icicle(), this::draw);
        subscriptions.changes(model.networks(), this::draw);
        subscriptions.changes(model.marked(), this::draw);
        subscriptions.changes(swatches.colours(), this::draw);
        setFocusTraversable(true);
        setOnMousePressed(this::pressed);
        setOnScroll(this::scrolled);
        setOnKeyPressed(this::key);
    }

    private void draw() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        graphics.setFont(Font.font(10));
        graphics.setTextBaseline(VPos.CENTER);
        Icicle icicle = model.icicle().get();
        if (icicle == null) {
            return;
        }
        double height = getHeight() / Icicle.levels();
        for (Icicle.Block block : icicle.blocks()) {
            draw(graphics, block, block.left() * getWidth(), block.level() * height, height);
        }
    }

    private void draw(GraphicsContext graphics, Icicle.Block block, double left, double top, double height) {
        double width = (block.right() - block.left()) * getWidth() - 1;
        Cidr network = block.network();
        Zone zone = network == null ? Zone.EXTERNAL : model.networks().get().zone(network.network());
        boolean chosen = network != null && marked(network, block.level());
        int ground = network == null ? 7 : zone.code();
        graphics.setFill(colour(ground));
        graphics.fillRect(left, top, Math.max(1, width), height - 1);
        if (block.count().flagged() > 0) { // a stripe, so that the zone stays to be seen
            graphics.setFill(colour(3));
            graphics.fillRect(left, top + height - 4, Math.max(1, width), 3);
        }
        if (chosen) {
            graphics.setStroke(colour(4));
            graphics.setLineWidth(2);
            graphics.strokeRect(left + 1, top + 1, Math.max(1, width - 2), height - 3);
        }
        String text = network == null ? "+" + block.hidden() : network.toString();
        if (text.length() * LETTER < width - 4) {
            graphics.setFill(colour(colour(ground).grayscale().getBrightness() > 0.6 ? 5 : 6));
            graphics.fillText(text, left + 4, top + height / 2 - 1);
        }
    }

    /** Whether a block is chosen, or is the widest of those that lie in what is. */
    private boolean marked(Cidr network, int level) {
        return model.marked().get().networks().stream()
                .anyMatch(chosen ->
                        chosen.contains(network) && (level == 0 || Icicle.length(level - 1) < chosen.length()));
    }

    private Color colour(int swatch) {
        int argb = swatches.colours().get().get(swatch);
        return Color.rgb(argb >>> 16 & 0xFF, argb >>> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    /** The block under a point; null where there is none. */
    Icicle.@Nullable Block blockAt(double x, double y) {
        Icicle icicle = model.icicle().get();
        int level = (int) (y / getHeight() * Icicle.levels());
        return icicle == null ? null : icicle.at(level, x / getWidth());
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        Icicle.Block block = blockAt(event.getX(), event.getY());
        if (block != null) {
            choose(block);
            if (event.getClickCount() == 2) {
                closer(block);
            }
        }
    }

    private void scrolled(ScrollEvent event) {
        Icicle.Block block = blockAt(event.getX(), event.getY());
        if (event.getDeltaY() > 0 && block != null) {
            closer(block);
        } else if (event.getDeltaY() < 0) {
            farther();
        }
        event.consume();
    }

    private void choose(Icicle.Block block) {
        Cidr network = block.network();
        if (network != null) {
            model.block().set(null);
            model.chosen().set(List.of(network));
        }
    }

    /** Gives a network all the width; a single address has nothing within. */
    private void closer(Icicle.Block block) {
        Cidr network = block.network();
        if (network != null && network.length() < Icicle.length(Icicle.levels() - 1)) {
            model.root().set(network);
        }
    }

    /** Gives the width back to the network of the level above. */
    private void farther() {
        Cidr root = model.root().get();
        int length = 0;
        for (int level = 0; level < Icicle.levels() && Icicle.length(level) < root.length(); level++) {
            length = Icicle.length(level);
        }
        model.root().set(length == 0 ? AddressMapModel.ALL_V6 : Cidr.around(root.network(), length));
    }

    private void key(KeyEvent event) {
        Icicle icicle = model.icicle().get();
        if (icicle == null || icicle.blocks().isEmpty()) {
            return;
        }
        Icicle.Block at = icicle.blocks().stream()
                .filter(block -> model.chosen().get().equals(Collections.singletonList(block.network())))
                .findFirst()
                .orElse(null);
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> beside(icicle, at, -1);
            case RIGHT -> beside(icicle, at, 1);
            case UP -> above(icicle, at, -1);
            case DOWN -> above(icicle, at, 1);
            case ENTER, PLUS, ADD, EQUALS -> {
                if (at != null) {
                    closer(at);
                }
            }
            case BACK_SPACE, MINUS, SUBTRACT -> farther();
            case ESCAPE -> model.chosen().set(List.of());
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    /** Chooses the next network of the same level; the first of all where none was chosen. */
    private void beside(Icicle icicle, Icicle.@Nullable Block from, int step) {
        List<Icicle.Block> level = icicle.blocks().stream()
                .filter(block -> block.network() != null
                        && block.level()
                                == (from == null ? icicle.blocks().getFirst().level() : from.level()))
                .toList();
        if (!level.isEmpty()) {
            int next = from == null ? 0 : Math.clamp(level.indexOf(from) + step, 0, level.size() - 1);
            choose(level.get(next));
        }
    }

    /** Chooses the network around this one, or the first within it. */
    private void above(Icicle icicle, Icicle.@Nullable Block from, int step) {
        if (from == null) {
            beside(icicle, null, 1);
            return;
        }
        double middle = (from.left() + from.right()) / 2;
        icicle.blocks().stream()
                .filter(block -> block.level() == from.level() + step && block.network() != null)
                .filter(block -> step > 0
                        ? block.left() >= from.left() && block.right() <= from.right()
                        : block.left() <= middle && middle < block.right())
                .findFirst()
                .ifPresent(this::choose);
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
