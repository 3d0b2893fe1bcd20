package org.rpcscope.ui.tuning;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.lists.ListFormat;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The networks panel: what can be done at its side, the lists as a tree, and what the sessions speak for. JavaFX thread only. */
final class NetworksView implements AutoCloseable {

    private final HBox node;
    private final NetworkTree tree;
    private final Subscriptions subscriptions = new Subscriptions();

    NetworksView(TuningModel model, NetworkActions actions, Actions maker, Texts texts) {
        NetworkMenu menu = new NetworkMenu(model.networks(), actions, maker, texts);
        tree = new NetworkTree(model, actions, menu, texts);
        HBox.setHgrow(tree.node(), Priority.ALWAYS);
        NetworkSuggestions suggestions = new NetworkSuggestions(model, texts, subscriptions);
        node = Styles.with(new HBox(strip(actions, maker, texts), tree.node(), suggestions.node()), "networks-panel");
        node.setId("networks-panel");
        new NetworkPaste(model.networks(), actions.controller(), texts, node, subscriptions);
    }

    private static Node strip(NetworkActions actions, Actions maker, Texts texts) {
        VBox strip = Styles.with(
                new VBox(
                        button(maker, actions.paste()),
                        button(maker, actions.read()),
                        export(actions.write(), texts),
                        button(maker, actions.line().halve()),
                        button(maker, actions.line().join())),
                "strip");
        strip.setMinHeight(0); // the panel may be lower than its tools
        strip.setAccessibleText(texts.get("networks.strip"));
        return strip;
    }

    private static ButtonBase button(Actions maker, Action action) {
        return Styles.with(maker.iconButton(action), "quiet");
    }

    /** Every form, and the list where a form holds one alone. */
    private static MenuButton export(NetworkActions.Write write, Texts texts) {
        MenuButton export =
                Styles.with(new MenuButton(null, Icon.WRITE.node()), Styles.ICON_BUTTON, "quiet", "no-arrow");
        export.setId("networks-export");
        export.setTooltip(new Tooltip(texts.get("networks.write.title")));
        export.setAccessibleText(texts.get("networks.write.title"));
        for (ListFormat format : ListFormat.values()) {
            String words = texts.get(
                    "networks.format." + format.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (format.whole()) {
                MenuItem item = new MenuItem(words);
                item.setOnAction(_ -> write.of(format, NetworkList.INTERNAL));
                export.getItems().add(item);
            } else {
                Menu lists = new Menu(words);
                for (NetworkList list : NetworkList.values()) {
                    MenuItem item = new MenuItem(texts.get("networks.name." + list.id()));
                    item.setOnAction(_ -> write.of(format, list));
                    lists.getItems().add(item);
                }
                export.getItems().add(lists);
            }
        }
        return export;
    }

    Node node() {
        return node;
    }

    @Override
    public void close() {
        subscriptions.close();
        tree.close();
    }
}
