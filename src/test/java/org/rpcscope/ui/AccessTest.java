package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.ui.fx.Theme;
import org.testfx.api.FxRobot;

/** Whether the whole window can be used by who hears it or has no mouse, without a display. */
class AccessTest {

    private static final List<String> VIEWS = List.of(
            "#tab-sessions",
            "#tab-hosts",
            "#tab-graph",
            "#tab-map",
            "#tuning-rules",
            "#tuning-exceptions",
            "#tuning-thresholds",
            "#tuning-effect",
            "#tab-inspector-conversation",
            "#tab-inspector-packets",
            "#tab-inspector-related",
            "#tab-inspector-stop",
            "#tab-inspector-rule-by-rule",
            "#tab-inspector-triage");

    private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK, Theme.CONTRAST);

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        assertEquals(List.of(), faults());
        bench.open(bench.file(
                "case.txt",
                "sessions",
                "confirmed 10.20.4.31 49812 45.148.10.77 135 epmapper/ept_map LAB\\alice",
                "attempt 10.20.9.200 50001 185.12.64.3 135",
                "event 5 ws-0431 10.20.4.31 7040 another",
                "bad"));
        bench.await(2, () -> bench.lines("tier").size());
        Bench.run(() -> bench.table().getSelectionModel().clearAndSelect(0));
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    @Test
    void everyControlHasANameEveryPictureAHintAndTheKeyboardIsSeenWhereverItIs() {
        Set<String> faults = new TreeSet<>(faults());
        Set<String> kinds = new HashSet<>();
        for (String view : VIEWS) {
            open(view);
            faults.addAll(faults());
            List<Node> fresh = Bench.fx(() -> reached(bench.scene().getRoot()).stream()
                    .filter(node -> kinds.add(node.getClass().getSimpleName() + node.getStyleClass()))
                    .toList());
            for (Theme theme : fresh.isEmpty() ? List.<Theme>of() : THEMES) {
                Bench.run(theme::apply);
                fresh.stream()
                        .filter(node -> !Bench.fx(() -> changesWithTheFocus(node)))
                        .forEach(node -> faults.add("not seen in " + theme + ": " + path(node)));
            }
        }
        assertTrue(kinds.size() > 30, "only " + kinds);
        Bench.run(() -> bench.table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        bench.await(true, () -> Bench.fx(() -> bench.scene().lookup("#preferences-zone") != null));
        faults.addAll(faults());
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        bench.await(true, () -> Bench.fx(() -> bench.scene().lookup("#palette-list") != null));
        faults.addAll(faults());
        assertEquals("", String.join("\n", faults));
    }

    private void open(String view) {
        Bench.run(() -> ((ButtonBase) Objects.requireNonNull(bench.scene().lookup(view))).fire());
        bench.still(() -> bench.scene().lookup(view));
    }

    private static List<Node> reached(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return List.of();
        }
        Stream<Node> within = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> reached(child).stream())
                : Stream.empty();
        boolean itself = node.isFocusTraversable()
                && !(node instanceof ScrollPane)
                && node.getBoundsInLocal().getWidth() > 0;
        return Stream.concat(itself ? Stream.of(node) : Stream.empty(), within).toList();
    }

    private static boolean changesWithTheFocus(Node node) {
        focus(node, false);
        Image without = picture(node);
        focus(node, true);
        Image with = picture(node);
        focus(node, false);
        for (int y = 0; y < with.getHeight(); y++) {
            for (int x = 0; x < with.getWidth(); x++) {
                if (with.getPixelReader().getArgb(x, y)
                        != without.getPixelReader().getArgb(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As the keyboard would; of the states alone, for only one node at a time has the focus. */
    private static void focus(Node node, boolean on) {
        node.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), on);
        node.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), on);
        for (Node part = node; part != null; part = part.getParent()) {
            part.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-within"), on);
        }
    }

    /** A node and what is around it within what it stands in. */
    private static Image picture(Node node) {
        Parent in = node.getParent();
        Bounds bounds = in.localToParent(node.getBoundsInParent());
        SnapshotParameters only = new SnapshotParameters();
        only.setViewport(new Rectangle2D(
                bounds.getMinX() - 3, bounds.getMinY() - 3, bounds.getWidth() + 6, bounds.getHeight() + 6));
        return in.snapshot(only, null);
    }

    private List<String> faults() {
        return Bench.fx(() -> {
            List<String> faults = new ArrayList<>();
            walk(bench.scene().getRoot(), faults);
            return faults;
        });
    }

    private static void walk(Node node, List<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable()
                && !(node instanceof ScrollPane)
                && named(node).isEmpty()) {
            faults.add("no name: " + path(node));
        }
        if (node instanceof ButtonBase button && !hasWords(button) && button.isFocusTraversable()) {
            if (button.getTooltip() == null) {
                faults.add("no hint: " + path(node));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, faults));
        }
    }

    /** What a screen reader says of it. */
    private static String named(Node node) {
        if (!isBlank(node.getAccessibleText())) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled && !isBlank(labeled.getText()) ? labeled.getText() : "";
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Whether a button shows words, as itself or within; those without are pictures. */
    private static boolean hasWords(ButtonBase button) {
        return !isBlank(button.getText())
                || button.getGraphic() != null
                        && button.getGraphic().lookupAll(".label").stream()
                                .anyMatch(part -> part instanceof Labeled label && !isBlank(label.getText()));
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node part = node; part != null && path.length() < 60; part = part.getParent()) {
            path.append(part.getClass().getSimpleName())
                    .append(part.getId() == null ? "" : "#" + part.getId())
                    .append(part.getStyleClass())
                    .append(" < ");
        }
        return path.toString();
    }
}
