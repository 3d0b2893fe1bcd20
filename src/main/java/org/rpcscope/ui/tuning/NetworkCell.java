package org.rpcscope.ui.tuning;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.ui.fx.Subscriptions;

/**
 * A cell of the networks panel. What it shows of a line follows the line, so that it is filled once for each row. One that
 * can be typed into changes the draft with every key; Escape takes all of it back.
 */
abstract class NetworkCell extends TreeTableCell<NetworkNode, NetworkNode> {

    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");

    private Subscriptions shown = new Subscriptions();
    private @Nullable TextField field;

    NetworkCell(String... styles) {
        getStyleClass().add("dense-cell");
        getStyleClass().addAll(styles);
    }

    /** Shows a line, and keeps to it until the subscriptions are closed. */
    abstract void show(NetworkRow row, Subscriptions following);

    /** Shows a list. */
    abstract void show(NetworkList list);

    /** The field to type into, or null where this cell only tells. */
    @Nullable
    Field typed() {
        return null;
    }

    /** What can be typed into a line. */
    interface Field {
        String now(NetworkRow row);

        void type(NetworkRow row, String text);

        String name();

        String prompt();

        /** The analyst has left the field; {@code back} where the keys are to be forgotten. */
        void end(boolean back);
    }

    @Override
    protected void updateItem(@Nullable NetworkNode node, boolean empty) {
        if (node != null && !empty && node.equals(getItem())) {
            super.updateItem(node, false);
            return;
        }
        shown.close();
        shown = new Subscriptions();
        super.updateItem(empty ? null : node, empty);
        fill(empty ? null : node);
    }

    private void fill(@Nullable NetworkNode node) {
        setText(null);
        setGraphic(null);
        switch (node) {
            case null -> {}
            case NetworkNode.Group(NetworkList list) -> show(list);
            case NetworkNode.Line(NetworkRow row) -> show(row, shown);
        }
    }

    /** A number, or a dash where it is not known. */
    void number(@Nullable String text, String unknown) {
        setText(text == null ? unknown : text);
        pseudoClassStateChanged(ABSENT, text == null || text.equals("0"));
    }

    @Override
    public void startEdit() {
        Field typing = typed();
        if (typing == null || !(getItem() instanceof NetworkNode.Line(NetworkRow row))) {
            return;
        }
        super.startEdit();
        if (isEditing()) {
            shown.close();
            shown = new Subscriptions();
            TextField made = field(typing, row);
            field = made;
            setText(null);
            setGraphic(made);
            made.requestFocus();
            made.selectAll();
        }
    }

    private TextField field(Field typing, NetworkRow row) {
        TextField made = new TextField(typing.now(row));
        made.getStyleClass().addAll("cell-field", "mono");
        made.setAccessibleText(typing.name());
        made.setPromptText(typing.prompt());
        Consumer<Boolean> end = back -> {
            boolean typed = !Objects.equals(typing.now(row), first(made));
            leave();
            typing.end(back && typed);
        };
        made.setUserData(made.getText());
        made.textProperty().subscribe((_, text) -> typing.type(row, text));
        made.focusedProperty().subscribe((_, focused) -> {
            if (!focused && field == made) {
                end.accept(false);
            }
        });
        made.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean enter = event.getCode() == KeyCode.ENTER;
            if (enter || event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                end.accept(!enter);
                getTreeTableView().requestFocus();
            }
        });
        shown.now(row.entry(), _ -> {
            if (!made.getText().equals(typing.now(row))) {
                made.setText(typing.now(row)); // mended by a click, or undone
            }
        });
        return made;
    }

    private static Object first(Node field) {
        return field.getUserData();
    }

    private void leave() {
        field = null;
        super.cancelEdit();
        shown.close();
        shown = new Subscriptions();
        fill(getItem());
    }

    @Override
    public void cancelEdit() {
        if (field != null) {
            Field typing = typed();
            leave();
            if (typing != null) {
                typing.end(false);
            }
        }
    }
}
