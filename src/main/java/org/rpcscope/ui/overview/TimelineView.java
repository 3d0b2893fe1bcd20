package org.rpcscope.ui.overview;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Field;
import org.rpcscope.filter.FilterEdit;
import org.rpcscope.filter.Interval;
import org.rpcscope.overview.Timeline;
import org.rpcscope.session.Extent;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.overview.TimelineCanvas.Bars;

/**
 * When the listed sessions began, the flagged ones in front. Dragging over it, or the arrow keys and Enter, narrow the table
 * to a stretch of time; Escape and a double click take that back; the wheel, plus and minus change what is seen. JavaFX
 * thread only.
 */
public final class TimelineView implements AutoCloseable {

    private static final double MARGIN = 12;
    private static final double CLOSER = 0.6;

    private final OverviewModel model;
    private final Narrowing narrowing;
    private final Texts texts;
    private final TimelineCanvas drawing;
    private final Label told = Styles.label("", "timeline-told", Styles.SMALL);
    private final Pane node;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Bars marked;
    private int anchor = -1;

    public TimelineView(OverviewModel model, Narrowing narrowing, Texts texts) {
        this.model = model;
        this.narrowing = narrowing;
        this.texts = texts;
        drawing = new TimelineCanvas(texts);
        node = Styles.with(new Pane(drawing.swatches(), drawing.canvas(), told), "timeline");
        node.setId("timeline");
        node.setPadding(new Insets(0, MARGIN, 0, MARGIN));
        node.setMinHeight(TimelineCanvas.HEIGHT);
        node.setPrefHeight(TimelineCanvas.HEIGHT);
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.SLIDER);
        drawing.canvas().setLayoutX(MARGIN);
        drawing.canvas().widthProperty().bind(node.widthProperty().subtract(2 * MARGIN));
        told.setMouseTransparent(true);
        told.setVisible(false);
        node.addEventHandler(MouseEvent.ANY, this::mouse);
        node.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        subscriptions.changes(drawing.canvas().widthProperty(), this::draw);
        subscriptions.changes(drawing.swatches().colours(), this::draw);
        subscriptions.now(model.shown(), _ -> {
            marked = null;
            draw();
        });
        subscriptions.changes(narrowing.text(), this::draw);
        subscriptions.changes(texts.times(), this::draw);
    }

    public Node node() {
        return node;
    }

    private Axis axis() {
        return new Axis(
                model.shown().get().timeline(),
                drawing.canvas().getWidth(),
                texts.times().get());
    }

    private void draw() {
        Axis axis = axis();
        Interval asked = FilterEdit.interval(narrowing.text().getValue(), Field.TIME);
        boolean any = axis.timeline().bars() > 0;
        double[] range = asked == null || !any ? null : new double[] {axis.x(asked.from()), axis.x(asked.to())};
        drawing.draw(axis, range, marked);
        node.setAccessibleText(any ? describe(axis, new Bars(0, axis.timeline().bars() - 1)) : "");
    }

    private String describe(Axis axis, Bars bars) {
        long all = 0;
        long flagged = 0;
        for (int bar = bars.first(); bar <= bars.last(); bar++) {
            all += axis.timeline().all()[bar];
            flagged += axis.timeline().flagged(bar);
        }
        return texts.get(
                "timeline.told",
                axis.label(bars.first()),
                axis.label(bars.last() + 1),
                Amounts.count(all),
                Amounts.count(flagged));
    }

    private void mouse(MouseEvent event) {
        Axis axis = axis();
        if (axis.timeline().bars() == 0) {
            return;
        }
        int bar = axis.bar(event.getX() - MARGIN);
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED && event.getButton() == MouseButton.PRIMARY) {
            node.requestFocus();
            anchor = bar;
            mark(Bars.of(bar, bar), event.getX());
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED && anchor >= 0) {
            mark(Bars.of(anchor, bar), event.getX());
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED && anchor >= 0) {
            released(event.getClickCount());
        } else if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
            tell(Bars.of(bar, bar), event.getX());
        } else if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
            told.setVisible(false);
        }
    }

    private void released(int clicks) {
        anchor = -1;
        Bars now = marked;
        marked = null;
        if (clicks > 1) {
            clear();
        } else if (now != null) {
            narrow(now);
        }
    }

    private void mark(Bars bars, double x) {
        marked = bars;
        tell(bars, x);
        draw();
    }

    private void tell(Bars bars, double x) {
        told.setText(describe(axis(), bars));
        told.setVisible(true);
        told.autosize();
        double most = node.getWidth() - told.getWidth() - MARGIN;
        told.relocate(Math.clamp(x + 12, MARGIN, Math.max(MARGIN, most)), 2);
    }

    private void narrow(Bars bars) {
        narrowing.replace(Field.TIME, axis().term(bars.first(), bars.last()));
        draw();
    }

    private void clear() {
        narrowing.without(Field.TIME);
        model.zoom().set(null);
        draw();
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0, event.getX() - MARGIN);
            event.consume();
        }
    }

    /** What is under the pixel stays there. */
    private void zoom(boolean closer, double x) {
        Timeline timeline = model.shown().get().timeline();
        if (timeline.bars() == 0) {
            return;
        }
        double part = Math.clamp(x / Math.max(1, axis().x(timeline.bars())), 0, 1);
        double bars = timeline.bars() * (closer ? CLOSER : 1 / CLOSER);
        double from = timeline.bars() * part - bars * part;
        if (closer && timeline.width() <= 1_000 && bars < 8) {
            return;
        }
        Extent all = model.whole();
        if (!closer && all != null && bars * timeline.width() > all.to() - (double) all.from()) {
            model.zoom().set(null);
            return;
        }
        double begin = (timeline.first() + from) * timeline.width();
        model.zoom().set(new Extent((long) begin, (long) (begin + bars * timeline.width()) - 1));
    }

    private void key(KeyEvent event) {
        int bars = axis().timeline().bars();
        Bars now = marked == null ? new Bars(-1, -1) : marked;
        KeyCode code = event.getCode();
        if (bars == 0) {
            return;
        }
        if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            int move = code == KeyCode.LEFT ? -1 : 1;
            int to = Math.clamp((move < 0 ? now.first() : now.last()) + move, 0, bars - 1);
            Bars next = event.isShiftDown() && marked != null
                    ? Bars.of(move < 0 ? to : now.first(), move < 0 ? now.last() : to)
                    : Bars.of(to, to);
            mark(next, axis().x(to) + MARGIN);
        } else if (code == KeyCode.ENTER && marked != null) {
            narrow(marked);
        } else if (code == KeyCode.ESCAPE) {
            marked = null;
            told.setVisible(false);
            clear();
        } else if (code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.MINUS) {
            zoom(code != KeyCode.MINUS, drawing.canvas().getWidth() / 2);
        } else {
            return;
        }
        event.consume();
    }

    @Override
    public void close() {
        subscriptions.close();
        drawing.canvas().widthProperty().unbind();
    }
}
