package org.rpcscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.rpcscope.filter.SavedFilter;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.sessions.FilterModel;
import org.rpcscope.ui.sessions.Scope;
import org.rpcscope.ui.sessions.SessionsModel;
import org.rpcscope.ui.sessions.SessionsView;

/**
 * What can be done with the table of sessions as a whole. JavaFX thread only.
 *
 * @param filter to write one, to go back and on among those that held, and those with names
 * @param search to look for a text, and to go on and back among the lines that say it
 * @param groupings the next way to put the sessions together, and each by itself
 */
record TableActions(List<Action> filter, Action all, List<Action> groupings, List<Action> search, FilterModel model) {

    /** The name of what chooses a filter that has one: there are as many as the analyst saved. */
    private static final String SAVED = "saved";

    /**
     * @param view made later than its actions
     * @param shown lets the table be seen, whatever stands in its place
     */
    static TableActions of(Features.Table table, Supplier<SessionsView> view, Runnable shown) {
        SessionsModel sessions = table.model();
        ObservableBooleanValue sought = table.controller().sought();
        Runnable search = () -> {
            shown.run();
            view.get().search();
        };
        FilterModel model = sessions.filter();
        return new TableActions(
                List.of(
                        Action.always(
                                "view.filter",
                                null,
                                "shortcut+F",
                                () -> view.get().filter().focus()),
                        Action.always("view.filter-back", null, "alt+LEFT", model::back),
                        Action.always("view.filter-on", null, "alt+RIGHT", model::on),
                        Action.when(
                                "view.filter-save",
                                null,
                                "shortcut+shift+S",
                                model.savable(),
                                () -> view.get().filter().save()),
                        Action.always(
                                "view.filter-saved",
                                null,
                                "alt+DOWN",
                                () -> view.get().filter().showSaved())),
                Action.toggle("view.all", null, "shortcut+A", all(sessions)),
                groupings(sessions),
                List.of(
                        Action.always("view.search", null, "shortcut+shift+F", search),
                        Action.when(
                                "view.search-next",
                                null,
                                "F3",
                                sought,
                                () -> view.get().searchNext()),
                        Action.when(
                                "view.search-previous",
                                null,
                                "shift+F3",
                                sought,
                                () -> view.get().searchPrevious())),
                model);
    }

    private static List<Action> groupings(SessionsModel sessions) {
        List<Action> groupings = new ArrayList<>();
        List<GroupBy> all = List.of(GroupBy.values());
        groupings.add(Action.always("view.group", Icon.GROUPS, "shortcut+G", () -> {
            int now = all.indexOf(sessions.grouping().get());
            sessions.grouping().set(all.get((now + 1) % all.size()));
        }));
        for (GroupBy by : all) {
            groupings.add(
                    Action.always(id(by), null, null, () -> sessions.grouping().set(by)));
        }
        return List.copyOf(groupings);
    }

    private static String id(GroupBy by) {
        return "view.group." + by.label();
    }

    private static BooleanProperty all(SessionsModel sessions) {
        BooleanProperty all = new SimpleBooleanProperty(sessions.scope().get() == Scope.ALL);
        all.subscribe((_, on) -> sessions.scope().set(on ? Scope.ALL : Scope.FLAGGED));
        sessions.scope().subscribe(scope -> all.set(scope == Scope.ALL));
        return all;
    }

    /** The filters that have names, for the palette. */
    List<Palette.Entry> saved(Texts texts) {
        return model.saved().all().get().stream()
                .map(filter -> new Palette.Entry(texts.get("filter.saved"), filter.name(), apply(filter)))
                .toList();
    }

    private Action apply(SavedFilter filter) {
        return Action.always(SAVED, null, null, () -> model.apply(filter.text()));
    }
}
