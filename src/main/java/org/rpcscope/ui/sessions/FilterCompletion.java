package org.rpcscope.ui.sessions;

import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Unfinished;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;

/**
 * The ways in which the word at the caret may go on, in a list below it, over whatever stands there. It is no window of its
 * own: the field keeps the keyboard. JavaFX thread only.
 */
final class FilterCompletion {

    /** So many are shown at once. */
    static final int MOST = 12;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 260;
    private static final double WIDEST = 720;

    private final FilterField field;
    private final SessionsController controller;
    private final Supplier<List<String>> recent;
    private final Runnable onClosed;
    private final VBox list = Styles.with(new VBox(), "completion");
    private final Pane node = new Pane();
    private List<Suggestion> suggestions = List.of();
    private @Nullable Unfinished unfinished;
    private int chosen = -1;
    private boolean accepting;

    /**
     * @param recent the filters that held, the newest first
     * @param onClosed hears that the list has been closed
     */
    FilterCompletion(
            FilterField field, SessionsController controller, Supplier<List<String>> recent, Runnable onClosed) {
        this.field = field;
        this.controller = controller;
        this.recent = recent;
        this.onClosed = onClosed;
        list.setId("completion");
        list.setMinWidth(WIDTH);
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        node.setManaged(false);
        node.setPickOnBounds(false);
    }

    Pane node() {
        return node;
    }

    boolean open() {
        return !suggestions.isEmpty();
    }

    /** Something was written: offers what may follow, where there is enough to go by. */
    void look() {
        Unfinished at = Unfinished.at(field.getText(), field.getCaretPosition());
        boolean enough =
                at instanceof Unfinished.Value || at != null && !at.part().isEmpty();
        if (accepting || !enough) {
            close();
        } else {
            offer(at);
        }
    }

    private void offer(@Nullable Unfinished at) {
        switch (at) {
            case null -> close();
            case Unfinished.Name name -> {
                controller.suggestNothing();
                show(name, suggestions(name.options()));
            }
            case Unfinished.Whole whole -> show(whole, suggestions(recent.get()));
            case Unfinished.Value value ->
                controller.suggest(value, MOST, found -> {
                    if (field.isFocused() && value.equals(Unfinished.at(field.getText(), field.getCaretPosition()))) {
                        show(value, found);
                    }
                });
        }
    }

    private static List<Suggestion> suggestions(List<String> texts) {
        return texts.stream().limit(MOST).map(Suggestion::of).toList();
    }

    private void show(Unfinished at, List<Suggestion> found) {
        boolean written = found.size() == 1 && found.getFirst().text().equals(at.part());
        if (found.isEmpty() || written) {
            close();
            return;
        }
        unfinished = at;
        suggestions = found;
        chosen = -1;
        list.getChildren().setAll(found.stream().map(this::row).toList());
        double left = field.getBoundsInParent().getMinX();
        double furthest = Math.max(0, field.getWidth() - WIDTH);
        list.setLayoutX(left + Math.min(field.x(at.from()), furthest));
        list.setLayoutY(field.getBoundsInParent().getMaxY() + 5);
        node.getChildren().setAll(list);
    }

    private HBox row(Suggestion suggestion) {
        boolean counted = suggestion.sessions() != Suggestion.UNCOUNTED;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label count = Styles.label(counted ? Amounts.count(suggestion.sessions()) : "", "count", Styles.MUTED);
        count.setMinWidth(Region.USE_PREF_SIZE);
        Label text = Styles.label(suggestion.text(), Styles.MONO);
        text.setMaxWidth(WIDEST);
        HBox row = Styles.with(
                new HBox(text, space, count), "completion-row", suggestion.sessions() == 0 ? "absent" : "present");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(suggestion.text());
        row.setOnMousePressed(event -> {
            accept(suggestion);
            event.consume();
        });
        return row;
    }

    /** Takes the keys that are meant for the list. */
    void pressed(KeyEvent event) {
        boolean asks = event.getCode() == KeyCode.DOWN || event.isControlDown() && event.getCode() == KeyCode.SPACE;
        if (!open()) {
            if (asks) {
                offer(Unfinished.at(field.getText(), field.getCaretPosition()));
                event.consume();
            } else if (event.getCode() == KeyCode.UP && field.getText().isBlank()) {
                offer(Unfinished.Whole.of(field.getText()));
                event.consume();
            }
            return;
        }
        switch (event.getCode()) {
            case DOWN -> choose(chosen + 1);
            case UP -> choose(chosen < 0 ? suggestions.size() - 1 : chosen - 1);
            case ESCAPE -> close();
            case TAB -> accept(suggestions.get(Math.max(0, chosen)));
            case ENTER -> {
                if (chosen < 0) {
                    close();
                    return; // the filter as it is written
                }
                accept(suggestions.get(chosen));
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int next) {
        chosen = Math.floorMod(next, suggestions.size());
        for (int i = 0; i < suggestions.size(); i++) {
            list.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
        }
        field.setAccessibleHelp(suggestions.get(chosen).text());
    }

    private void accept(Suggestion suggestion) {
        Unfinished at = unfinished;
        if (at == null) {
            return;
        }
        close();
        accepting = true;
        try {
            field.setText(at.completed(field.getText(), suggestion.text()));
            field.positionCaret(at.caret(suggestion.text()));
        } finally {
            accepting = false;
        }
        if (at instanceof Unfinished.Name && !suggestion.text().contains(":")) {
            look(); // at the values of the field
        }
    }

    void close() {
        controller.suggestNothing();
        boolean before = open();
        suggestions = List.of();
        unfinished = null;
        node.getChildren().clear();
        field.setAccessibleHelp(null);
        if (before) {
            onClosed.run();
        }
    }
}
