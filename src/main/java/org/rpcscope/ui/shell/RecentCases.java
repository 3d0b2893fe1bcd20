package org.rpcscope.ui.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** The cases that were open last, in the menu and on the first page. JavaFX thread only. */
final class RecentCases {

    private static final int MOST = 10;
    private static final int ON_FIRST_PAGE = 5;

    private final List<String> names;
    private final Texts texts;
    private final Consumer<Path> open;
    private final Menu menu;
    private final VBox list = Styles.with(new VBox(), "recent-cases");
    private Runnable changed = () -> {};

    /**
     * @param names of files, the newest first, as the settings have them
     * @param open opens a case
     */
    RecentCases(List<String> names, Texts texts, Consumer<Path> open) {
        this.names = new ArrayList<>(names.subList(0, Math.min(MOST, names.size())));
        this.texts = texts;
        this.open = open;
        this.menu = new Menu(texts.get("recent.title"));
        menu.setId("menu-recent");
        list.setId("recent-cases");
        show();
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Calls the listener after each change. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** A case has been opened or saved. */
    void add(Path file) {
        String name = file.toAbsolutePath().toString();
        if (names.isEmpty() || !names.getFirst().equals(name)) {
            names.remove(name);
            names.addFirst(name);
            if (names.size() > MOST) {
                names.removeLast();
            }
            show();
            changed.run();
        }
    }

    /** Puts the list into a menu bar, below the item that opens a case. */
    MenuBar in(MenuBar bar) {
        for (Menu each : bar.getMenus()) {
            List<MenuItem> items = each.getItems();
            for (int i = 0; i < items.size(); i++) {
                if ("item-case-open".equals(items.get(i).getId())) {
                    items.add(i + 1, menu);
                    return bar;
                }
            }
        }
        throw new IllegalArgumentException("no menu opens a case");
    }

    /** The list on the first page; takes no room while there are none. */
    Node node() {
        return list;
    }

    private void show() {
        menu.getItems().clear();
        list.getChildren().setAll(Styles.label(texts.get("recent.title"), Styles.SECTION));
        for (String name : names) {
            MenuItem item = new MenuItem(name);
            item.setMnemonicParsing(false); // an underscore is a part of the name
            item.setOnAction(_ -> open(name));
            menu.getItems().add(item);
        }
        if (names.isEmpty()) {
            MenuItem none = new MenuItem(texts.get("recent.none"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        for (String name : names.subList(0, Math.min(ON_FIRST_PAGE, names.size()))) {
            Button button = Styles.with(new Button(name, Icon.OPEN.node()), "quiet");
            button.setMnemonicParsing(false);
            button.setOnAction(_ -> open(name));
            list.getChildren().add(button);
        }
        list.setVisible(!names.isEmpty());
        list.setManaged(!names.isEmpty());
    }

    private void open(String name) {
        try {
            open.accept(Path.of(name));
        } catch (InvalidPathException e) { // settings that came from another operating system
            names.remove(name);
            show();
            changed.run();
        }
    }
}
