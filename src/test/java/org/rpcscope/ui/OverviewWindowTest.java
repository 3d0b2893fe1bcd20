package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Drives the facets and the timeline in the real window, without a display. */
class OverviewWindowTest {

    private static final String[] CASE = {
        "sessions",
        "confirmed 10.20.4.31 49812 45.148.10.77 135 epmapper/ept_map",
        "confirmed 10.20.4.31 49813 45.148.10.77 135 svcctl/CreateServiceW LAB\\svc_backup",
        "attempt 10.20.9.200 50001 185.12.64.3 135",
        "attempt 10.20.9.200 50002 185.12.64.4 135",
        "blocked 10.20.2.8 50002 13.107.6.152 135"
    };

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        bench.open(bench.file("case.txt", CASE));
        bench.await("confirmed 2, attempt 2, blocked 1", () -> facet("tier"));
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    /** The values that a section shows, with their counts. */
    private String facet(String topic) {
        return Bench.fx(() -> {
            Node title = bench.scene().lookup("#facet-" + topic);
            return Objects.requireNonNull(title).getParent().lookupAll(".facet-row").stream()
                    .map(OverviewWindowTest::words)
                    .collect(Collectors.joining(", "));
        });
    }

    private static String words(Node row) {
        return ((Parent) ((Button) row).getGraphic())
                .lookupAll(".label").stream()
                        .map(node -> ((Label) node).getText())
                        .collect(Collectors.joining(" "));
    }

    private Node row(String topic, String value) {
        return Bench.fx(() -> bench.scene().lookup("#facet-" + topic).getParent().lookupAll(".facet-row").stream()
                .filter(row -> words(row).startsWith(value + " "))
                .findFirst()
                .orElseThrow());
    }

    private String filter() {
        return Bench.fx(() -> ((TextField) bench.scene().lookup("#filter")).getText());
    }

    private List<String> lines() {
        return bench.lines("tier", "source");
    }

    @Test
    void aValueNarrowsTheTableAndTheOtherFacetsAndItsOwnStaysToBeWidened() {
        robot.clickOn(row("tier", "attempt"));
        bench.await(List.of("attempt 10.20.9.200", "attempt 10.20.9.200"), this::lines);
        assertEquals("tier:attempt", filter());
        bench.await("10.20.9.200 2", () -> facet("source"));
        bench.await("confirmed 2, attempt 2, blocked 1", () -> facet("tier"));
        robot.clickOn(row("tier", "blocked"));
        bench.await(3, () -> lines().size());
        assertEquals("tier:attempt,blocked", filter());
        robot.clickOn(row("tier", "attempt"));
        bench.await(List.of("blocked 10.20.2.8"), this::lines);
        robot.clickOn(row("tier", "blocked"));
        bench.await(5, () -> lines().size());
        assertEquals("", filter());
    }

    @Test
    void aTopicIsOpenedAndClosedByItsName() {
        assertEquals("", facet("direction"));
        Bench.run(() -> ((Button) bench.scene().lookup("#facet-direction")).fire());
        bench.await("outbound 5", () -> facet("direction"));
        Bench.run(() -> ((Button) bench.scene().lookup("#facet-tier")).fire());
        bench.await("", () -> facet("tier"));
    }

    @Test
    void draggingOverTheTimelineNarrowsToAStretchOfTimeAndEscapeTakesItBack() {
        Node timeline = Objects.requireNonNull(Bench.fx(() -> bench.scene().lookup("#timeline")));
        Bounds bounds = bench.still(() -> timeline);
        Point2D left = new Point2D(bounds.getMinX() + 14, bounds.getCenterY());
        Point2D right = new Point2D(bounds.getMinX() + bounds.getWidth() * 0.45, bounds.getCenterY());
        robot.moveTo(left).press(MouseButton.PRIMARY).moveTo(right).release(MouseButton.PRIMARY);
        bench.await(true, () -> filter().startsWith("time:"));
        bench.await(true, () -> lines().size() > 0 && lines().size() < 5);
        robot.push(KeyCode.ESCAPE);
        bench.await(5, () -> lines().size());
        assertEquals("", filter());
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        bench.await(1, () -> lines().size());
        robot.push(KeyCode.ESCAPE);
        bench.await(5, () -> lines().size());
    }
}
