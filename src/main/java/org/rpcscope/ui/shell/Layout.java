package org.rpcscope.ui.shell;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Theme;

/** Where the parts of the window stand. JavaFX thread only. */
final class Layout {

    private static final double SIDE = 208;
    private static final double INSPECTOR = 364;
    private static final double TUNING = 0.75;

    /** The parts in the middle. */
    record Parts(Region side, Region table, Region inspector, Region tuning) {}

    private final StackPane root = Styles.with(new StackPane(), Theme.ROOT);
    private final BorderPane frame = new BorderPane();
    private final SplitPane upper = new SplitPane();
    private final SplitPane whole = new SplitPane();
    private final StackPane middle = new StackPane(whole);
    private final Parts parts;
    private List<Node> working = List.of();
    private double divider = TUNING;

    Layout(Parts parts) {
        this.parts = parts;
        root.getChildren().add(frame);
        parts.side().setMinWidth(150);
        parts.side().setPrefWidth(SIDE);
        parts.inspector().setMinWidth(240);
        parts.inspector().setPrefWidth(INSPECTOR);
        SplitPane.setResizableWithParent(parts.side(), false);
        SplitPane.setResizableWithParent(parts.inspector(), false);
        SplitPane.setResizableWithParent(parts.tuning(), false);
        frame.setCenter(middle);
        whole.setOrientation(Orientation.VERTICAL);
        whole.getItems().setAll(upper, parts.tuning());
        upper.setId("upper");
    }

    StackPane root() {
        return root;
    }

    void top(Node... rows) {
        frame.setTop(new VBox(rows));
    }

    void bottom(Node row) {
        frame.setBottom(row);
    }

    /** Lays a card over everything, or takes it away. */
    void over(Node card, boolean shown, Runnable focus) {
        root.getChildren().remove(card);
        if (shown) {
            root.getChildren().add(card);
            focus.run();
        }
    }

    /** What is of use only when something is open. */
    void working(List<Node> nodes) {
        working = List.copyOf(nodes);
    }

    /**
     * Shows the start in front of everything in the middle, or the middle alone. What is behind the start is laid out with
     * the window already, or the first file would wait for it.
     */
    void started(boolean started, Node start) {
        boolean covered = middle.getChildren().contains(start);
        if (covered && started) {
            middle.getChildren().remove(start);
        } else if (!covered && !started) {
            middle.getChildren().add(start);
        }
        working.forEach(node -> node.setVisible(started));
    }

    /** Shows or hides the panes at the sides. */
    void sides(boolean side, boolean inspector) {
        upper.getItems().setAll(parts.table());
        if (side) {
            upper.getItems().addFirst(parts.side());
        }
        if (inspector) {
            upper.getItems().addLast(parts.inspector());
        }
        double width = Math.max(upper.getWidth(), frame.getWidth());
        double all = width > 0 ? width : 1440;
        if (side) {
            upper.setDividerPosition(0, SIDE / all);
        }
        if (inspector) {
            upper.setDividerPosition(side ? 1 : 0, 1 - INSPECTOR / all);
        }
    }

    /** Opens the tuning panel, or leaves its header alone. */
    void tuning(boolean open) {
        if (open) {
            parts.tuning().setMaxHeight(Double.MAX_VALUE);
            parts.tuning().setMinHeight(120);
            whole.setDividerPosition(0, divider);
        } else {
            if (parts.tuning().getMaxHeight() == Double.MAX_VALUE && whole.getHeight() > 0) {
                divider = whole.getDividerPositions()[0];
            }
            parts.tuning().setMinHeight(Region.USE_PREF_SIZE);
            parts.tuning().setMaxHeight(Region.USE_PREF_SIZE);
        }
    }

    /** The first row: the name, the menus, and what holds for every pane. */
    static Node menuRow(MenuBar menus, Texts texts, Node... right) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = Styles.with(new HBox(Styles.label(texts.get("app.name"), "app-name"), menus, space), "menu-row");
        row.getChildren().addAll(right);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The second row: what is done most often, and the filter, which takes the room that is left. */
    static Node toolRow(Node[] left, Node[] right) {
        HBox row = Styles.with(new HBox(left), "tool-row");
        row.getChildren().addAll(right);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
