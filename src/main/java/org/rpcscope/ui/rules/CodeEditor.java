package org.rpcscope.ui.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.StringProperty;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.rpcscope.ui.fx.Styles;

/**
 * A text area for YAML with the numbers of its lines, colours, and a mark on faulty lines. The area itself keeps the text,
 * the caret and the selection; its own letters are invisible, and those that are seen are drawn over them, for the lines in
 * view alone. JavaFX thread only.
 */
final class CodeEditor {

    private static final double GUTTER = 44;
    private static final int LONGEST = 2_000; // what of a line is coloured: nobody scrolls further

    private final TextArea area = Styles.with(new TextArea(), Styles.MONO);
    private final Overlay overlay = new Overlay();
    private final Pane gutter = Styles.with(new Pane(), "code-gutter");
    private final HBox node;
    private String[] lines = {""};
    private Set<Integer> faulty = Set.of();

    CodeEditor() {
        area.setWrapText(false);
        area.setId("code");
        overlay.setMouseTransparent(true);
        clip(overlay);
        clip(gutter);
        gutter.setMinWidth(GUTTER);
        gutter.setPrefWidth(GUTTER);
        StackPane code = new StackPane(area, overlay);
        HBox.setHgrow(code, Priority.ALWAYS);
        node = Styles.with(new HBox(gutter, code), "code-area");
        area.textProperty().subscribe(text -> {
            lines = text.split("\n", -1);
            overlay.requestLayout();
        });
        area.scrollTopProperty().subscribe(_ -> overlay.requestLayout());
        area.scrollLeftProperty().subscribe(_ -> overlay.requestLayout());
    }

    private static void clip(Region region) {
        Rectangle view = new Rectangle();
        view.widthProperty().bind(region.widthProperty());
        view.heightProperty().bind(region.heightProperty());
        region.setClip(view);
    }

    Node node() {
        return node;
    }

    StringProperty text() {
        return area.textProperty();
    }

    void name(String accessible) {
        area.setAccessibleText(accessible);
    }

    /** Puts the caret where it is typed. */
    void type() {
        area.requestFocus();
    }

    /** Marks the lines with faults, counted from 1. */
    void faulty(Set<Integer> numbers) {
        faulty = Set.copyOf(numbers);
        overlay.requestLayout();
    }

    /** Puts the caret at the start of a line, counted from 1. */
    void go(int number) {
        int at = 0;
        for (int i = 0; i < Math.min(number - 1, lines.length - 1); i++) {
            at += lines[i].length() + 1;
        }
        area.requestFocus();
        area.positionCaret(at);
    }

    /** The letters that are seen. It is laid out after the area, whose place they take. */
    private final class Overlay extends Pane {

        @Override
        protected void layoutChildren() {
            Node letters = area.lookup(".text");
            List<Node> shown = new ArrayList<>();
            List<Node> numbers = new ArrayList<>();
            if (letters instanceof Text text && getHeight() > 0) {
                Point2D start =
                        sceneToLocal(text.localToScene(0, text.getLayoutBounds().getMinY()));
                double line = text.getLayoutBounds().getHeight() / lines.length;
                int first = Math.max(0, (int) Math.floor(-start.getY() / line));
                int last = Math.min(lines.length, (int) Math.ceil((getHeight() - start.getY()) / line));
                for (int i = first; i < last; i++) {
                    double y = start.getY() + i * line;
                    if (faulty.contains(i + 1)) {
                        Region mark = Styles.with(new Region(), "code-fault");
                        place(mark, 0, y, getWidth(), line);
                        shown.add(mark);
                    }
                    TextFlow flow = flow(lines[i], text);
                    place(flow, start.getX(), y, flow.prefWidth(-1), line);
                    shown.add(flow);
                    numbers.add(number(i + 1, y, text));
                }
            }
            getChildren().setAll(shown);
            gutter.getChildren().setAll(numbers);
            applyCss(); // or what is new would be without its colour until the next pulse
            gutter.applyCss();
        }

        private static void place(Region region, double x, double y, double width, double height) {
            region.setManaged(false);
            region.resizeRelocate(x, y, width, height);
        }

        private Text number(int number, double y, Text like) {
            Text shown = new Text(Integer.toString(number));
            shown.getStyleClass().add(faulty.contains(number) ? "code-faulty-line" : "code-line");
            shown.setFont(like.getFont());
            shown.setManaged(false);
            shown.setTextOrigin(VPos.TOP);
            shown.relocate(GUTTER - 10 - shown.getLayoutBounds().getWidth(), y);
            return shown;
        }

        private static TextFlow flow(String line, Text like) {
            String shown = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
            TextFlow flow = new TextFlow();
            for (YamlSpans.Span span : YamlSpans.of(shown)) {
                Text part = new Text(shown.substring(span.from(), span.to()));
                part.setFont(like.getFont());
                part.getStyleClass().add("code-" + span.kind().name().toLowerCase(Locale.ROOT));
                flow.getChildren().add(part);
            }
            return flow;
        }
    }
}
