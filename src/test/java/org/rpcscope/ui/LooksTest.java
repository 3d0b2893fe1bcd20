package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heights of lines and sizes of words, chosen in the real window, without a display. */
class LooksTest {

    @TempDir
    Path folder;

    private static Bench opened(Path folder) {
        Bench bench = new Bench(folder);
        bench.open(bench.file("case.txt", "sessions", "attempt 10.0.0.2 1000 45.0.0.1 135"));
        bench.await(1, () -> bench.lines("source").size());
        return bench;
    }

    /** The height of a line, and the size of its words. */
    private static List<Double> looks(Bench bench) {
        return Bench.fx(() -> List.of(
                bench.table().getFixedCellSize(),
                ((Label) bench.scene().lookup(".app-name")).getFont().getSize()));
    }

    @Test
    void whatIsChosenHoldsAtOnceAndInTheNextWindow() {
        try (Bench bench = opened(folder)) {
            bench.await(25.0, () -> looks(bench).getFirst());
            double usual = looks(bench).getLast();
            Bench.run(() -> bench.find(MenuBar.class, ".menu-bar").getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> "item-view-preferences".equals(item.getId()))
                    .forEach(MenuItem::fire));
            bench.await(true, () -> Bench.fx(() -> bench.scene().lookup("#density-compact") != null)); // laid out
            Bench.run(() -> bench.find(ToggleButton.class, "#density-compact").fire());
            Bench.run(() -> bench.find(ToggleButton.class, "#font-large").fire());
            double large = Math.round(usual * 14 / 12);
            bench.await(List.of(21.0, large), () -> looks(bench));
            Bench.run(() -> bench.find(ToggleButton.class, "#density-normal").fire());
            bench.await(List.of(25.0, large), () -> looks(bench));
            Bench.run(
                    () -> bench.find(ToggleButton.class, "#density-comfortable").fire());
            bench.await(List.of(31.0, large), () -> looks(bench));
        }
        try (Bench bench = opened(folder)) {
            bench.await(31.0, () -> looks(bench).getFirst());
            assertEquals(true, looks(bench).getLast() > 12);
        }
    }
}
