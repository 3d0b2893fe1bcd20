package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

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

    private final FxRobot robot = new FxRobot();
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

    @Test
    void theLineIsMovedByKeysAndTheEffectFollows() {
        Bench.run(() -> bench.scene().lookup("#threshold-repeats").requestFocus());
        robot.push(KeyCode.RIGHT);
        bench.awaitWords("#thresholds", "at least 1 times");
        robot.push(KeyCode.RIGHT);
        bench.awaitWords("#thresholds", "at least 2 times");
        bench.awaitWords("#thresholds", "hides 2 of 4\nhides 1 confirmed session");
        bench.awaitWords("#change", "+0 flagged\n−2 flagged\nhides 1 confirmed session");
        fire("#button-tuning-apply");
        bench.awaitWords("#status", "2 flagged");
        bench.await(List.of("10.20.9.200", "10.20.9.200"), () -> bench.lines("source"));
        fire("#button-edit-undo"); // every key until the field was left is one edit
        bench.awaitWords("#change", "+2 flagged\n−0 flagged");
        fire("#button-tuning-apply");
        bench.awaitWords("#status", "4 flagged");
    }

    @Test
    void theLineIsDraggedAndTakenAway() {
        Node pane = bench.find(Node.class, "#threshold-prevalence");
        Bounds bounds = Bench.fx(() -> pane.localToScreen(pane.getBoundsInLocal()));
        double y = bounds.getMinY() + bounds.getHeight() / 3;
        double bin = bounds.getWidth() / 12;
        robot.drag(new Point2D(bounds.getMaxX() - 2, y), MouseButton.PRIMARY);
        robot.moveTo(new Point2D(bounds.getMinX() + 4 * bin, y));
        bench.awaitWords("#change", "+0 flagged\n−0 flagged");
        robot.moveTo(new Point2D(bounds.getMinX() + 2 * bin, y));
        bench.awaitWords("#thresholds", "at most 1 hosts");
        bench.awaitWords("#change", "+0 flagged\n−3 flagged");
        robot.drop();
        robot.push(KeyCode.DELETE);
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
