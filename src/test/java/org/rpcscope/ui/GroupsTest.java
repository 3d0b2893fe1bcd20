package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.MoveTo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Groups in the real table, opened and closed by keys and pointer, without a display. */
class GroupsTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        bench.open(bench.file(
                "case.txt",
                "sessions",
                "confirmed 10.0.0.1 1000 45.0.0.2 135",
                "attempt 10.0.0.2 1000 45.0.0.1 135",
                "attempt 10.0.0.1 1001 45.0.0.1 135",
                "attempt 10.0.0.2 1001 45.0.0.2 135"));
        bench.await(4, () -> bench.lines("source").size());
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private @Nullable Node line(int line) {
        return bench.table().lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> cell && cell.getIndex() == line && node.isVisible())
                .findFirst()
                .orElse(null);
    }

    private void group(String by) {
        Bench.run(() -> bench.find(MenuButton.class, "#grouping").getItems().stream()
                .filter(item -> Objects.equals(item.getId(), "group-by-" + by))
                .forEach(MenuItem::fire));
    }

    /** Of a group its key and what it counts, of a session its ends. */
    private List<String> lines() {
        return Bench.fx(
                () -> bench.table().getItems().stream().map(String::valueOf).toList());
    }

    private List<String> selected() {
        return Bench.fx(() -> bench.table().getSelectionModel().getSelectedItems().stream()
                .map(String::valueOf)
                .toList());
    }

    private void press(KeyCode... keys) {
        bench.still(() -> line(0));
        robot.press(keys).release(keys);
    }

    @Test
    void groupsOpenAndCloseByKeysAndFollowTheFilter() {
        group("source");
        bench.await(List.of("10.0.0.1 2", "10.0.0.2 2"), this::lines);
        bench.awaitWords("#sessions", "2 sessions");
        Bench.run(() -> {
            bench.table().requestFocus();
            bench.table().getSelectionModel().clearAndSelect(0);
        });
        press(KeyCode.RIGHT);
        List<String> open =
                List.of("10.0.0.1 2", "confirmed 10.0.0.1 45.0.0.2", "attempt 10.0.0.1 45.0.0.1", "10.0.0.2 2");
        bench.await(open, this::lines);
        assertEquals(List.of("10.0.0.1 2"), selected());
        press(KeyCode.RIGHT);
        bench.await(List.of("confirmed 10.0.0.1 45.0.0.2"), this::selected);
        press(KeyCode.LEFT);
        bench.await(List.of("10.0.0.1 2"), this::selected);
        Bench.run(() -> bench.find(TextField.class, "#filter").setText("dst:45.0.0.1"));
        bench.await(List.of("10.0.0.2 1", "10.0.0.1 1", "attempt 10.0.0.1 45.0.0.1"), this::lines);
        Bench.run(() -> bench.find(TextField.class, "#filter").setText(""));
        bench.await(open, this::lines);
        press(KeyCode.ENTER);
        bench.await(List.of("10.0.0.1 2", "10.0.0.2 2"), this::lines);
    }

    @Test
    void theArrowOpensAndWhatIsDoneWithAGroupIsDoneWithItsSessions() {
        group("destination");
        bench.await(List.of("45.0.0.2 2", "45.0.0.1 2"), this::lines);
        Bounds place = bench.still(() -> line(1));
        robot.clickOn(place.getMinX() + 12, place.getCenterY());
        bench.await(
                List.of("45.0.0.2 2", "45.0.0.1 2", "attempt 10.0.0.2 45.0.0.1", "attempt 10.0.0.1 45.0.0.1"),
                this::lines);
        assertEquals(List.of("45.0.0.1 2"), selected());
        Bench.run(() -> bench.table().requestFocus());
        press(KeyCode.SHORTCUT, KeyCode.C);
        bench.await(2L, () -> bench.copied.stream().flatMap(String::lines).count());
        group("none");
        bench.await(4, () -> lines().size());
        bench.await(1, () -> selected().size());
    }

    @Test
    void whatIsFoundIsChosenAndItsGroupOpensAfterTheLastComesTheFirst() {
        group("source");
        bench.await(List.of("10.0.0.1 2", "10.0.0.2 2"), this::lines);
        Bench.run(() -> bench.table().requestFocus());
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F).release(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F);
        bench.still(() -> bench.find(TextField.class, "#search"));
        robot.write("attempt");
        bench.awaitWords("#search-bar", "1 of 3");
        bench.await(List.of("attempt 10.0.0.1 45.0.0.1"), this::selected);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        bench.awaitWords("#search-bar", "2 of 3");
        bench.await(5, () -> lines().size() - 1);
        Bench.run(() -> bench.find(TextField.class, "#search").setText("45.0.0.2"));
        bench.awaitWords("#search-bar", "2 of 2");
        robot.press(KeyCode.F3).release(KeyCode.F3);
        bench.awaitWords("#search-bar", "1 of 2");
        bench.await(List.of("confirmed 10.0.0.1 45.0.0.2"), this::selected);
        bench.await(List.of("1 in 45.0.0.2", "1 in 45.0.0.2"), this::marked);
        Bench.run(() -> bench.find(TextField.class, "#search").setText("0.0.2"));
        bench.await(List.of("1 in 10.0.0.2", "1 in 10.0.0.2", "1 in 45.0.0.2", "1 in 45.0.0.2"), this::marked);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        bench.await(
                false, () -> Bench.fx(() -> bench.scene().lookup("#search-bar").isVisible()));
        bench.await(List.of(), this::marked);
    }

    /** Behind how many places of which cells there is a mark. */
    private List<String> marked() {
        return Bench.fx(() -> bench.table().lookupAll(".found-words").stream()
                .map(javafx.scene.shape.Path.class::cast)
                .map(words -> words.getElements().stream()
                                .filter(MoveTo.class::isInstance)
                                .count()
                        + " in " + ((Labeled) words.getParent()).getText())
                .sorted()
                .toList());
    }
}
