package org.rpcscope.ui.shell;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Sheet;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/**
 * Every action of the window, found by a few letters of its name; Enter does the chosen one. What cannot be done now is
 * listed too, set back, and does nothing. JavaFX thread only.
 */
final class Palette {

    private static final double LINE = 28;
    private static final int LINES = 12;

    private final List<Entry> entries;
    private final TextField query = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final Sheet sheet;

    /**
     * An action with the words for it.
     *
     * @param menu where it stands
     */
    record Entry(String menu, String label, Action action) {

        /** How well a query fits; its own words count more than those of its menu. */
        int score(String query) {
            int own = Fuzzy.score(query, label);
            return own != Fuzzy.NO ? 2 * own : Fuzzy.score(query, menu + " " + label);
        }
    }

    Palette(List<Entry> entries, Texts texts) {
        this.entries = List.copyOf(entries);
        query.setId("palette-query");
        query.setPromptText(texts.get("palette.prompt"));
        query.setAccessibleText(texts.get("palette.prompt"));
        query.textProperty().subscribe(this::search);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("palette-list");
        list.setAccessibleText(texts.get("palette.list"));
        list.setFixedCellSize(LINE);
        list.setPrefHeight(LINE * LINES + 2);
        list.setFocusTraversable(false); // the arrow keys of the field move in it
        list.setPlaceholder(new Label(texts.get("palette.none")));
        list.setCellFactory(_ -> new PaletteCell(texts));
        list.setOnMouseClicked(event -> {
            if (event.getTarget() instanceof Node node && isLine(node)) {
                run();
            }
        });
        VBox card = Styles.with(new VBox(query, list), "palette");
        card.setId("palette");
        sheet = new Sheet(card, this::close);
    }

    private static boolean isLine(@Nullable Node node) {
        return node instanceof PaletteCell cell ? !cell.isEmpty() : node != null && isLine(node.getParent());
    }

    /** Shows it over the window in which a node stands. */
    void open(Node owner) {
        query.clear();
        search("");
        sheet.open(owner);
        query.requestFocus();
    }

    private void close() {
        sheet.close();
    }

    private void search(String text) {
        Comparator<Entry> best = Comparator.comparingInt(entry -> -entry.score(text));
        list.getItems()
                .setAll(entries.stream()
                        .filter(entry -> entry.score(text) != Fuzzy.NO)
                        .sorted(best)
                        .toList());
        choose(0);
    }

    private void pressed(KeyEvent event) {
        int page = LINES - 1;
        int step = switch (event.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            case PAGE_UP -> -page;
            case PAGE_DOWN -> page;
            default -> 0;
        };
        if (step != 0) {
            choose(list.getSelectionModel().getSelectedIndex() + step);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
            event.consume();
        }
    }

    private void choose(int line) {
        int last = list.getItems().size() - 1;
        int next = Math.clamp(line, 0, Math.max(0, last));
        list.getSelectionModel().clearAndSelect(next);
        list.scrollTo(Math.max(0, next - LINES + 2));
    }

    private void run() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.action().possible()) {
            close();
            chosen.action().fire();
        }
    }
}
