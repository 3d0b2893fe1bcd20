package org.rpcscope.ui.sessions;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.rpcscope.ui.fx.VisibleLines;

/**
 * Opens and closes the groups of the table, as trees do: Right opens a group and goes on into it, Left closes it and goes
 * from a session to its group, Enter does what is not done yet. JavaFX thread only.
 */
final class GroupSwitch {

    private final SessionsModel model;
    private final SessionsController controller;

    GroupSwitch(SessionsModel model, SessionsController controller) {
        this.model = model;
        this.controller = controller;
    }

    /** Takes the keys that are meant for groups. */
    void pressed(KeyEvent event, TableView<TableLine> table) {
        Outline outline = model.rows().listing().outline();
        int line = table.getSelectionModel().getSelectedIndex();
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        if (outline == null || line < 0 || line >= outline.lines() || !plain) {
            return;
        }
        boolean head = outline.place(line) < 0;
        int group = outline.group(line);
        KeyCode code = event.getCode();
        if (head && (code == KeyCode.ENTER || code == (outline.isOpen(group) ? KeyCode.LEFT : KeyCode.RIGHT))) {
            toggle(table, line);
        } else if (head && code == KeyCode.RIGHT) {
            go(table, line + 1);
        } else if (!head && code == KeyCode.LEFT) {
            go(table, outline.lineOf(group));
        } else {
            return;
        }
        event.consume();
    }

    private static void go(TableView<TableLine> table, int line) {
        table.getSelectionModel().clearAndSelect(line);
        table.getFocusModel().focus(line);
        new VisibleLines(table).show(line);
    }

    /** Chooses the session at a place of the listing, and opens the group that it is in. */
    void show(TableView<TableLine> table, int place) {
        Listing listing = model.rows().listing();
        int line = listing.lineOfPlace(place);
        if (listing.place(line) != place) {
            controller.top(new VisibleLines(table).top());
            controller.open(line, true);
            line = model.rows().listing().lineOfPlace(place);
        }
        table.getSelectionModel().clearAndSelect(line);
        table.getFocusModel().focus(line);
        new VisibleLines(table).show(line);
    }

    /** Opens the group of a line, or closes it. */
    void toggle(TableView<TableLine> table, int line) {
        Outline outline = model.rows().listing().outline();
        if (outline != null) {
            controller.top(new VisibleLines(table).top());
            controller.open(line, !outline.isOpen(outline.group(line)));
        }
    }
}
