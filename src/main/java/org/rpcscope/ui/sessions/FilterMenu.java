package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.SavedFilter;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** The menu at the end of the filter bar: saves a filter under a name, and goes back to one. JavaFX thread only. */
final class FilterMenu {

    private static final int RECENT = 12;
    private static final double ROW = 420;
    private static final double WIDTH = 260;

    private final FilterModel model;
    private final Texts texts;
    private final MenuButton button = new MenuButton(null, Icon.SAVED.node());

    FilterMenu(FilterModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Styles.with(button, Styles.ICON_BUTTON, "quiet");
        button.setId("filter-menu");
        button.setAccessibleText(texts.get("filter.saved"));
        button.setFocusTraversable(false); // its actions have keys of their own
        button.setPopupSide(Side.BOTTOM);
        button.setOnShowing(_ -> fill());
        fill(); // a menu without items never shows
    }

    MenuButton node() {
        return button;
    }

    /** Shows it. */
    void show() {
        button.show();
    }

    /** Asks for a name for what is written. */
    void save() {
        String text = model.text().get();
        if (model.savable().get()) {
            new FilterNameSheet(
                            new SavedFilter("", text.strip()),
                            name -> model.saved().save(name, text),
                            texts)
                    .open(button);
        }
    }

    private void rename(SavedFilter filter) {
        new FilterNameSheet(filter, name -> model.saved().rename(filter, name), texts).open(button);
    }

    private void fill() {
        List<SavedFilter> saved = model.saved().all().get();
        MenuItem save = item(texts.get("filter.saved.save"), "filter-menu-save", this::save);
        save.setDisable(!model.savable().get());
        List<MenuItem> items = new ArrayList<>(List.of(save, new SeparatorMenuItem()));
        for (SavedFilter filter : saved) {
            MenuItem item = new CustomMenuItem(words(filter));
            item.setId("saved-filter");
            item.setOnAction(_ -> model.apply(filter.text()));
            items.add(item);
        }
        if (saved.isEmpty()) {
            MenuItem none = new MenuItem(texts.get("filter.saved.none"));
            none.setDisable(true);
            items.add(none);
        } else {
            items.add(new SeparatorMenuItem());
            items.add(each("filter.saved.rename", "filter-menu-rename", saved, this::rename));
            items.add(each(
                    "filter.saved.delete",
                    "filter-menu-delete",
                    saved,
                    filter -> model.saved().delete(filter)));
        }
        Menu recent = new Menu(texts.get("filter.saved.recent"));
        model.recent().stream()
                .limit(RECENT)
                .map(text -> item(text, null, () -> model.apply(text)))
                .forEach(recent.getItems()::add);
        recent.setDisable(recent.getItems().isEmpty());
        items.add(new SeparatorMenuItem());
        items.add(recent);
        button.getItems().setAll(items);
    }

    private Menu each(String key, String id, List<SavedFilter> saved, Consumer<SavedFilter> act) {
        Menu menu = new Menu(texts.get(key));
        menu.setId(id);
        saved.forEach(filter -> menu.getItems().add(item(filter.name(), null, () -> act.accept(filter))));
        return menu;
    }

    private static MenuItem item(String words, @Nullable String id, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false); // filters hold underscores
        item.setOnAction(_ -> act.run());
        return item;
    }

    /** The name, and at the end of the line what it stands for. */
    private static HBox words(SavedFilter filter) {
        Label name = new Label(filter.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label text = Styles.label(filter.text(), Styles.MONO, Styles.MUTED, Styles.SMALL);
        text.setMaxWidth(WIDTH);
        HBox row = Styles.with(new HBox(name, space, text), "saved-filter");
        row.setPrefWidth(ROW);
        return row;
    }
}
