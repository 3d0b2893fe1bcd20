package org.rpcscope.ui.tuning;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.rpcscope.net.Cidr;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Texts;

/** What can be done with the chosen lines, at the pointer. */
final class NetworkMenu {

    private final ContextMenu menu = new ContextMenu();

    NetworkMenu(NetworkModel model, NetworkActions actions, Actions maker, Texts texts) {
        add(maker, List.of(actions.line().edit(), actions.line().turn()));
        add(maker, actions.moves());
        add(maker, List.of(actions.line().halve()));
        menu.getItems().add(parts(model, texts));
        menu.getItems().add(maker.contextItem(actions.line().join()));
        add(maker, List.of(actions.paste(), actions.line().remove()));
    }

    private void add(Actions maker, List<Action> group) {
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        group.forEach(action -> {
            MenuItem item = maker.contextItem(action);
            item.setText(maker.hint(action)); // no menu bar owns these keys
            menu.getItems().add(item);
        });
    }

    /** Into how many parts of which length, as far as that goes. */
    private static Menu parts(NetworkModel model, Texts texts) {
        Menu parts = new Menu(texts.get("networks.split"));
        parts.setId("item-networks-split");
        parts.disableProperty().bind(Bindings.not(model.splits()));
        model.chosen().subscribe(_ -> {
            parts.getItems().clear();
            Cidr network = model.network();
            for (int length : model.lengths()) {
                int bits = network == null ? 0 : length - network.length();
                MenuItem item = new MenuItem(texts.get("networks.parts", Amounts.count(1L << bits), "/" + length));
                item.setOnAction(_ -> model.split(length));
                parts.getItems().add(item);
            }
        });
        return parts;
    }

    ContextMenu node() {
        return menu;
    }
}
