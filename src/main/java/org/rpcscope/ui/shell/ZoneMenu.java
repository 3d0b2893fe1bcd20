package org.rpcscope.ui.shell;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Times;

/** Says in which zone all times of the window are, and changes it. JavaFX thread only. */
final class ZoneMenu {

    private final ObjectProperty<String> zone;
    private final Texts texts;
    private final MenuButton node = Styles.with(new MenuButton(), "quiet", "zone-menu");
    private final Subscriptions subscriptions = new Subscriptions();

    /** @param more leads to where any zone can be chosen */
    ZoneMenu(ObjectProperty<String> zone, Texts texts, Action more) {
        this.zone = zone;
        this.texts = texts;
        MenuItem another = new MenuItem(texts.get("times.more"));
        another.setOnAction(_ -> more.fire());
        List<RadioMenuItem> items = List.of(item(Times.UTC.label()), item(Times.LOCAL));
        node.getItems().setAll(items);
        node.getItems().addAll(new SeparatorMenuItem(), another);
        node.setId("zone");
        node.setTooltip(new Tooltip(texts.get("times.words")));
        subscriptions.now(zone, name -> items.forEach(item -> item.setSelected(name.equals(item.getUserData()))));
        subscriptions.now(texts.times(), times -> node.setText(texts.get("times.in", times.label())));
    }

    private RadioMenuItem item(String name) {
        RadioMenuItem item = new RadioMenuItem(words(name, texts));
        item.setUserData(name);
        item.setOnAction(_ -> {
            item.setSelected(true); // a second click must not release it
            zone.set(name);
        });
        return item;
    }

    /** What a zone is called where one is chosen. */
    static String words(String name, Texts texts) {
        return name.equals(Times.LOCAL)
                ? texts.get("times.local", Times.named(name).label())
                : name;
    }

    Node node() {
        return node;
    }

    void close() {
        subscriptions.close();
    }
}
