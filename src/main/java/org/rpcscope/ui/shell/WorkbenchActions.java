package org.rpcscope.ui.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Undoing;
import org.rpcscope.ui.triage.TriageActions;
import org.rpcscope.ui.tuning.TuningActions;

/**
 * Every action of the window, by menu. A row here is an item of a menu, a line of the sheet of shortcuts, and a button
 * where there is one.
 */
record WorkbenchActions(
        File file,
        List<Action> export,
        List<List<Action>> edit,
        View view,
        List<Action> help,
        TuningActions tuning,
        TriageActions triage) {

    /** @param sample null where there is no sample data */
    record File(Action open, @Nullable Action sample, List<Action> follow, Action quit) {

        static File of(Runnable open, @Nullable Runnable sample, Follow follow, Runnable quit) {
            return new File(
                    Action.always("file.open", Icon.OPEN, "shortcut+O", open),
                    sample == null ? null : Action.always("file.sample", Icon.SAMPLE, null, sample),
                    follow.actions(),
                    Action.always("file.quit", null, "shortcut+Q", quit));
        }
    }

    record View(
            Map<Tab, Action> tabs,
            TableActions table,
            Action dark,
            Action contrast,
            Action sources,
            Action inspector,
            Action preferences) {

        static View of(Switches switches, TableActions table, Runnable preferences) {
            Map<Tab, Action> tabs = new EnumMap<>(Tab.class);
            tabs.put(
                    Tab.SESSIONS,
                    Action.always(
                            "view.sessions",
                            null,
                            "shortcut+1",
                            () -> switches.tab().set(Tab.SESSIONS)));
            tabs.put(
                    Tab.HOSTS,
                    Action.always(
                            "view.hosts",
                            null,
                            "shortcut+2",
                            () -> switches.tab().set(Tab.HOSTS)));
            tabs.put(
                    Tab.GRAPH,
                    Action.always(
                            "view.graph",
                            null,
                            "shortcut+3",
                            () -> switches.tab().set(Tab.GRAPH)));
            tabs.put(
                    Tab.MAP,
                    Action.always(
                            "view.map", null, "shortcut+4", () -> switches.tab().set(Tab.MAP)));
            return new View(
                    tabs,
                    table,
                    Action.toggle("view.dark", Icon.DARK, "shortcut+D", switches.dark()),
                    Action.toggle("view.contrast", null, null, switches.contrast()),
                    Action.toggle("view.sources", Icon.SOURCES, "shortcut+B", switches.sources()),
                    Action.toggle("view.inspector", Icon.INSPECTOR, "shortcut+I", switches.inspector()),
                    Action.always("view.preferences", null, "shortcut+COMMA", preferences));
        }
    }

    MenuBar menuBar(Actions maker) {
        return new MenuBar(groups((id, rows) -> maker.menu(id, rows)).toArray(Menu[]::new));
    }

    /** All actions, in the order of the menus. */
    List<Action> all() {
        return groups((_, rows) -> rows).stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
    }

    /** All actions with the words for them, in the order of the menus. */
    List<Palette.Entry> entries(Actions maker, Texts texts) {
        List<Palette.Entry> entries = new ArrayList<>();
        groups((id, rows) -> rows.stream()
                        .flatMap(List::stream)
                        .map(action -> new Palette.Entry(texts.get("menu." + id), maker.wording(action), action))
                        .toList())
                .forEach(entries::addAll);
        entries.addAll(view.table.saved(texts));
        return entries;
    }

    private interface MenuOf<T> {
        T of(String id, List<List<Action>> rows);
    }

    private <T> List<T> groups(MenuOf<T> menu) {
        List<Action> opening = new ArrayList<>(List.of(file.open));
        if (file.sample != null) {
            opening.add(file.sample);
        }
        Undoing undoing = tuning.undoing();
        List<List<Action>> editing = new ArrayList<>(List.of(List.of(undoing.undo(), undoing.redo())));
        editing.addAll(edit);
        return List.of(
                menu.of(
                        "file",
                        List.of(
                                opening,
                                file.follow,
                                List.of(triage.open(), triage.save()),
                                export,
                                List.of(tuning.open(), tuning.save()),
                                List.of(file.quit))),
                menu.of("edit", editing),
                menu.of(
                        "view",
                        List.of(
                                List.copyOf(view.tabs.values()),
                                view.table.filter(),
                                view.table.search(),
                                List.of(view.table.all()),
                                view.table.groupings(),
                                List.of(view.sources, view.inspector, tuning.show()),
                                List.of(view.dark, view.contrast),
                                List.of(view.preferences))),
                menu.of(
                        "triage",
                        List.of(List.of(triage.next()), triage.one(), triage.all(), List.of(triage.activity()))),
                menu.of("tuning", List.of(List.of(tuning.apply(), tuning.revert()))),
                menu.of("help", List.of(help)));
    }
}
