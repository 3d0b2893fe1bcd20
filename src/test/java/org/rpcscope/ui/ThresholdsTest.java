package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moves thresholds in the real window, without a display. */
class ThresholdsTest {

    private static final String[] CASE = {
        "sessions",
        "confirmed 10.20.4.31 49812 45.148.10.77 135",
        "attempt 10.20.9.200 50001 185.12.64.3 135",
        "attempt 10.20.9.200 50002 185.12.64.3 135",
        "attempt 10.20.9.201 50002 185.12.64.3 135"
    };

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void openTheThresholds() {
        bench = new Bench(folder);
        bench.open(bench.file("case.txt", CASE));
        bench.awaitWords("#status", "4 flagged");
        fire("#tuning-thresholds");
        bench.awaitWords("#thresholds", "hides 0 of 4");
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private void fire(String button) {
        Bench.run(() -> ((ButtonBase) bench.scene().lookup(button)).fire());
    }

    private void push(String pane, KeyCode key) {
        Bench.run(() -> {
            Node node = bench.scene().lookup(pane);
            node.requestFocus();
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
    }

    /** The pointer at a place of a pane, with the first button held. */
    private static void mouse(Node pane, EventType<MouseEvent> type, double x) {
        Bench.run(() -> {
            Point2D at = pane.localToScene(x, 10);
            Event.fireEvent(
                    pane,
                    new MouseEvent(
                            type,
                            at.getX(),
                            at.getY(),
                            at.getX(),
                            at.getY(),
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null));
        });
    }

    @Test
    void theLineIsMovedByKeysAndTheEffectFollows() {
        push("#threshold-repeats", KeyCode.RIGHT);
        bench.awaitWords("#thresholds", "at least 1 times");
        push("#threshold-repeats", KeyCode.RIGHT);
        bench.awaitWords("#thresholds", "at least 2 times");
        bench.awaitWords("#thresholds", "hides 2 of 4\nhides 1 confirmed session");
        bench.awaitWords("#change", "+0 flagged\n−2 flagged\nhides 1 confirmed session");
        fire("#button-tuning-apply");
        bench.awaitWords("#status", "2 flagged");
        bench.await(List.of("10.20.9.200", "10.20.9.200"), () -> bench.lines("source"));
        fire("#button-edit-undo");
        bench.awaitWords("#status", "4 flagged");
        bench.awaitWords("#change", "+0 flagged\n−2 flagged");
        fire("#button-edit-undo"); // every key until the field was left is one edit
        bench.awaitWords("#change", "No change pending");
    }

    @Test
    void theLineIsDraggedAndTakenAway() {
        Node pane = bench.find(Node.class, "#threshold-prevalence");
        double width = bench.still(() -> pane).getWidth();
        double bin = width / 12;
        mouse(pane, MouseEvent.MOUSE_PRESSED, width - 2);
        mouse(pane, MouseEvent.MOUSE_DRAGGED, 4 * bin);
        bench.awaitWords("#change", "+0 flagged\n−0 flagged");
        mouse(pane, MouseEvent.MOUSE_DRAGGED, 2 * bin);
        bench.awaitWords("#thresholds", "at most 1 hosts");
        bench.awaitWords("#change", "+0 flagged\n−3 flagged");
        mouse(pane, MouseEvent.MOUSE_RELEASED, 2 * bin);
        push("#threshold-prevalence", KeyCode.DELETE);
        bench.awaitWords("#change", "No change pending");
        fire("#button-edit-undo");
        bench.awaitWords("#change", "+0 flagged\n−3 flagged");
        fire("#button-edit-undo");
        bench.awaitWords("#change", "No change pending");
        assertEquals(
                "4 flagged",
                bench.words("#status")
                        .lines()
                        .filter(line -> line.endsWith("flagged"))
                        .findFirst()
                        .orElse(""));
    }
}
