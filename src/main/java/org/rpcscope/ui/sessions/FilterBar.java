package org.rpcscope.ui.sessions;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.rpcscope.filter.Filter;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/**
 * The filter above the table: the line to write in, how many sessions pass, and under a word that is wrong the reason.
 * JavaFX thread only.
 */
public final class FilterBar implements AutoCloseable {

    /** A word is judged when the analyst pauses: half a word is wrong more often than not. */
    private static final Duration PATIENCE = Duration.millis(450);

    /** What stands for so long was meant: one can go back to it. */
    private static final Duration SETTLING = Duration.millis(1200);

    private final SessionsModel model;
    private final Texts texts;
    private final FilterField field = Styles.with(new FilterField(), "filter-field", Styles.MONO);
    private final Label count = Styles.label("", "filter-count", Styles.MUTED);
    private final Button clear = Styles.with(new Button(null, Icon.CANCEL.node()), Styles.ICON_BUTTON, "quiet");
    private final FilterFaults faults = new FilterFaults(field);
    private final FilterCompletion completion;
    private final FilterMenu menu;
    private final StackPane node = new StackPane();
    private final PauseTransition pause = new PauseTransition(PATIENCE);
    private final PauseTransition settling = new PauseTransition(SETTLING);
    private final Subscriptions subscriptions = new Subscriptions();
    /** Whether the text comes from elsewhere. */
    private boolean setting;
    /** Whether the text has changed, and the caret is to follow. */
    private boolean following;

    public FilterBar(SessionsModel model, SessionsController controller, Texts texts) {
        this.model = model;
        completion = new FilterCompletion(
                field,
                controller,
                model.filter()::recent,
                () -> judge(model.filter().written().get()));
        this.texts = texts;
        menu = new FilterMenu(model.filter(), texts);
        node.setId("filter-bar");
        field.setId("filter");
        field.setPromptText(texts.get("filter.prompt"));
        field.setAccessibleText(texts.get("filter.name"));
        field.setText(model.filter().text().get());
        field.addEventFilter(KeyEvent.KEY_PRESSED, completion::pressed);
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        count.setId("filter-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        clear.setId("filter-clear");
        clear.setAccessibleText(texts.get("filter.clear"));
        clear.setFocusTraversable(false); // Escape does the same
        clear.setOnAction(_ -> model.filter().clear());
        HBox line = Styles.with(new HBox(Icon.SEARCHING.node(), field, count, clear, menu.node()), "filter-bar");
        HBox.setHgrow(field, Priority.ALWAYS);
        Pane under = faults.node();
        node.getChildren().addAll(line, under, completion.node());
        HBox.setHgrow(node, Priority.ALWAYS);
        join();
    }

    private void join() {
        subscriptions.changes(field.textProperty(), () -> {
            model.filter().text().set(written());
            complete(true);
        });
        subscriptions.changes(field.caretPositionProperty(), () -> complete(false));
        subscriptions.changes(field.focusedProperty(), () -> {
            completion.close();
            model.filter().settle();
        });
        settling.setOnFinished(_ -> model.filter().settle());
        subscriptions.changes(model.filter().text(), settling::playFromStart);
        subscriptions.now(model.filter().text(), text -> {
            if (!text.equals(written())) {
                setting = true;
                field.setText(text);
                field.end();
                setting = false;
            }
        });
        subscriptions.now(model.filter().written(), this::judge);
        subscriptions.changes(model.filter().applied(), this::showCount);
        subscriptions.now(model.listing(), _ -> showCount());
        subscriptions.changes(field.widthProperty(), faults::place);
    }

    /** The caret moves after the text has changed, and by itself when the analyst goes elsewhere. */
    private void complete(boolean changed) {
        if (field.isFocused() && !setting && (changed || following)) {
            completion.look();
        } else {
            completion.close();
        }
        following = changed;
    }

    private String written() {
        return field.getText() == null ? "" : field.getText();
    }

    public Node node() {
        return node;
    }

    /** Lets the analyst write. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /** Asks for a name for the filter. */
    public void save() {
        menu.save();
    }

    /** Shows the filters that have names. */
    public void showSaved() {
        menu.show();
    }

    private void judge(Filter filter) {
        clear.setVisible(!filter.text().isEmpty());
        pause.stop();
        faults.show(List.of());
        if (!filter.valid()) {
            pause.setOnFinished(_ -> {
                if (!completion.open()) { // which says what would be right
                    faults.show(filter.faults());
                }
            });
            pause.playFromStart();
        }
    }

    private void showCount() {
        Listing listing = model.listing().get();
        boolean narrowed = !model.filter().applied().get().isEmpty();
        count.setText(
                narrowed
                        ? texts.get("filter.count", Amounts.count(listing.sessions()), Amounts.count(listing.of()))
                        : "");
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !written().isEmpty()) {
            model.filter().clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            faults.show(model.filter().written().get().faults());
            model.filter().settle();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        completion.close();
        pause.stop();
        settling.stop();
    }
}
