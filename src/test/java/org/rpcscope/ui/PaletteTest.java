package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Finds and does actions by a few letters in the real window, without a display. */
class PaletteTest {

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
                "confirmed 10.20.4.31 49812 45.148.10.77 135",
                "attempt 10.20.9.200 50001 185.12.64.3 135"));
        bench.await(2, () -> bench.lines("tier").size());
        Bench.run(() -> bench.table().requestFocus());
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    /** What a screen reader says of the lines, from the top down. */
    private List<String> lines() {
        return Bench.fx(() -> bench.scene().lookup("#palette-list") == null
                ? List.of()
                : bench.scene().lookup("#palette-list").lookupAll(".palette-cell").stream()
                        .filter(cell -> cell.getAccessibleText() != null)
                        .sorted((a, b) -> Double.compare(
                                a.localToScene(0, 0).getY(),
                                b.localToScene(0, 0).getY()))
                        .map(Node::getAccessibleText)
                        .toList());
    }

    /** Those that stand for an action; cases that were open before do not. */
    private Stream<MenuItem> items(Menu menu) {
        return menu.getItems().stream()
                .filter(item -> item.getId() != null && item.getId().startsWith("item-"));
    }

    @Test
    void everyItemOfTheMenusIsInThePaletteAndEveryShortcutOnTheSheet() {
        List<MenuItem> all = Bench.fx(() -> ((MenuBar) bench.scene().lookup(".menu-bar"))
                .getMenus().stream().flatMap(this::items).toList());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        bench.await(false, () -> lines().isEmpty());
        assertEquals(
                all.size(),
                Bench.fx(() -> ((ListView<?>) bench.scene().lookup("#palette-list"))
                        .getItems()
                        .size()));
        robot.push(KeyCode.ESCAPE).push(KeyCode.F1);
        bench.awaitWords("#shortcut-sheet", "Ctrl+K");
        List<String> words = List.of(bench.words("#shortcut-sheet").split("\n"));
        List<String> missing = all.stream()
                .map(MenuItem::getAccelerator)
                .filter(Objects::nonNull)
                .map(key -> key.getDisplayText())
                .filter(key -> !words.contains(key))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void aFewLettersFindAnActionAndEnterDoesIt() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("hosts");
        bench.await("View: Hosts, Ctrl+2", () -> lines().isEmpty() ? "" : lines().getFirst());
        robot.push(KeyCode.ENTER);
        bench.await(List.of(), this::lines);
        bench.awaitWords("#hosts-view", "2 internal hosts");
    }

    @Test
    void theArrowKeysChooseAndEscapeGivesTheKeyboardBack() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("copy");
        bench.await(7, () -> lines().size());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        bench.await(
                2,
                () -> Bench.fx(() -> ((ListView<?>) bench.scene().lookup("#palette-list"))
                        .getSelectionModel()
                        .getSelectedIndex()));
        robot.push(KeyCode.ESCAPE);
        bench.await(List.of(), this::lines);
        assertTrue(Bench.fx(() -> bench.table().isFocused()));
        assertEquals(List.of(), bench.copied);
    }

    @Test
    void whatIsNotPossibleIsListedAndNotDone() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("copy row");
        bench.await(true, () -> !lines().isEmpty() && lines().getFirst().endsWith("not possible now"));
        robot.push(KeyCode.ENTER);
        assertEquals(3, lines().size());
        robot.push(KeyCode.ESCAPE);
        Bench.run(() -> bench.table().getSelectionModel().select(0));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("copy row");
        bench.await(true, () -> !lines().isEmpty() && !lines().getFirst().endsWith("not possible now"));
        robot.push(KeyCode.ENTER);
        bench.await(1, bench.copied::size);
    }
}
