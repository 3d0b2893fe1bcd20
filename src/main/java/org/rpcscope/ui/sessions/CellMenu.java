package org.rpcscope.ui.sessions;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Field;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Texts;

/** The context menu of the table: Include, Exclude and Only for the cell, then what can be done with the line. */
final class CellMenu {

    private final SessionsModel model;
    private final Texts texts;
    private final ContextMenu menu = new ContextMenu();
    private final List<MenuItem> edits;
    private @Nullable CellTerm term;

    CellMenu(SessionsModel model, Actions actions, List<List<Action>> groups, Texts texts) {
        this.model = model;
        this.texts = texts;
        FilterModel filter = model.filter();
        edits = List.of(edit(filter::include), edit(filter::exclude), edit(filter::only));
        edits.get(0).setId("cell-include");
        edits.get(1).setId("cell-exclude");
        edits.get(2).setId("cell-only");
        menu.getItems().addAll(edits);
        for (List<Action> group : groups) {
            menu.getItems().add(new SeparatorMenuItem());
            group.forEach(action -> menu.getItems().add(actions.contextItem(action)));
        }
        name();
    }

    private MenuItem edit(BiConsumer<Field, String> change) {
        MenuItem item = new MenuItem();
        item.setMnemonicParsing(false); // names of users and services hold underscores
        item.setOnAction(_ -> {
            CellTerm of = term;
            if (of != null) {
                change.accept(of.field(), of.value());
            }
        });
        return item;
    }

    ContextMenu menu() {
        return menu;
    }

    /** Takes the cell under the pointer; from the keyboard, the destination, which is asked about most. */
    void requested(ContextMenuEvent event) {
        TableLine row = model.selected().get();
        SessionColumn column = SessionColumn.DESTINATION;
        Node node = event.isKeyboardTrigger() ? null : event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof SessionCell)) {
            node = node.getParent();
        }
        if (node instanceof SessionCell cell) {
            column = cell.column();
            row = Objects.requireNonNullElse(
                    ((TableCell<TableLine, ?>) cell).getTableRow().getItem(), row);
        }
        term = row == null ? null : CellTerm.of(row, column);
        name();
    }

    private void name() {
        CellTerm of = term;
        String words = of == null ? "" : of.text();
        edits.get(0).setText(texts.get("filter.include", words));
        edits.get(1).setText(texts.get("filter.exclude", words));
        edits.get(2).setText(texts.get("filter.only", words));
        edits.forEach(item -> item.setDisable(of == null));
    }
}
