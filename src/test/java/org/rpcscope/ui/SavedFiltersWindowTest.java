package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters with names in the real window, and whether they outlive it, without a display. */
class SavedFiltersWindowTest {

    @TempDir
    Path folder;

    private static Bench opened(Path folder) {
        Bench bench = new Bench(folder);
        bench.open(bench.file(
                "case.txt", "sessions", "attempt 10.0.0.2 1000 45.0.0.1 135", "confirmed 10.0.0.1 1000 45.0.0.2 135"));
        bench.await(2, () -> bench.lines("source").size());
        return bench;
    }

    private static void filter(Bench bench, String text) {
        Bench.run(() -> bench.find(TextField.class, "#filter").setText(text));
    }

    private static List<String> names(Bench bench) {
        return Bench.fx(() -> items(bench).stream()
                .filter(item -> "saved-filter".equals(item.getId()))
                .map(SavedFiltersWindowTest::name)
                .toList());
    }

    private static String name(MenuItem item) {
        Node first = ((HBox) ((CustomMenuItem) item).getContent()).getChildren().getFirst();
        return ((Label) first).getText();
    }

    /** The menu is filled when it is shown. */
    private static List<MenuItem> items(Bench bench) {
        MenuButton menu = bench.find(MenuButton.class, "#filter-menu");
        menu.show();
        menu.hide();
        return menu.getItems();
    }

    private static MenuItem item(Bench bench, String id) {
        return items(bench).stream()
                .filter(item -> Objects.equals(item.getId(), id))
                .findFirst()
                .orElseThrow();
    }

    private static void name(Bench bench, String name) {
        Bench.run(() -> {
            bench.find(TextField.class, "#filter-name").setText(name);
            bench.find(Button.class, "#filter-name-keep").fire();
        });
    }

    @Test
    void aFilterIsSavedAppliedRenamedAndThereAgainInTheNextWindowUntilItIsDeleted() {
        try (Bench bench = opened(folder)) {
            filter(bench, "tier:confirmed");
            bench.await(1, () -> bench.lines("source").size());
            Bench.run(() -> item(bench, "filter-menu-save").fire());
            name(bench, "spoken");
            assertEquals(List.of("spoken"), names(bench));
            filter(bench, "");
            bench.await(2, () -> bench.lines("source").size());
            Bench.run(() -> item(bench, "saved-filter").fire());
            bench.await(1, () -> bench.lines("source").size());
            assertEquals(
                    "tier:confirmed", bench.find(TextField.class, "#filter").getText());
            Bench.run(() -> ((Menu) item(bench, "filter-menu-rename"))
                    .getItems()
                    .getFirst()
                    .fire());
            name(bench, "heard");
        }
        try (Bench bench = opened(folder)) {
            assertEquals(List.of("heard"), names(bench));
            Bench.run(() -> ((Menu) item(bench, "filter-menu-delete"))
                    .getItems()
                    .getFirst()
                    .fire());
            assertEquals(List.of(), names(bench));
        }
    }

    private static void save(Bench bench, Path file) {
        bench.chosen.clear();
        bench.chosen.add(file);
        Bench.run(() -> bench.find(MenuBar.class, ".menu-bar").getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> Objects.equals(item.getId(), "item-case-save"))
                .forEach(MenuItem::fire));
        bench.await(true, () -> bench.stage.getTitle().startsWith(String.valueOf(file.getFileName())));
    }

    private static MenuItem edit(Bench bench, String id) {
        return Bench.fx(() -> bench.find(MenuBar.class, ".menu-bar").getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> Objects.equals(item.getId(), id))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aCaseHasFiltersOfItsOwn() {
        Path file = folder.resolve("one.rpcscope");
        try (Bench bench = opened(folder)) {
            filter(bench, "tier:confirmed");
            Bench.run(() -> item(bench, "filter-menu-save").fire());
            name(bench, "mine");
            save(bench, file);
            filter(bench, "tier:attempt");
            Bench.run(() -> item(bench, "filter-menu-save").fire());
            name(bench, "of the case");
            assertEquals(List.of("mine", "of the case"), names(bench));
            bench.await(
                    "Undo: Saved the filter of the case",
                    () -> edit(bench, "item-edit-undo").getText());
            Bench.run(() -> edit(bench, "item-edit-undo").fire());
            bench.await(List.of("mine"), () -> names(bench));
            bench.await(
                    "Redo: Saved the filter of the case",
                    () -> edit(bench, "item-edit-redo").getText());
            Bench.run(() -> edit(bench, "item-edit-redo").fire());
            bench.await(List.of("mine", "of the case"), () -> names(bench));
            filter(bench, "tier:established");
            Bench.run(() -> {
                item(bench, "filter-menu-save").fire();
                name(bench, "at last");
                bench.stage.hide();
            });
        }
        try (Bench bench = opened(folder)) {
            assertEquals(List.of("mine"), names(bench));
            bench.open(file);
            bench.await(List.of("at last", "mine", "of the case"), () -> names(bench));
        }
    }
}
