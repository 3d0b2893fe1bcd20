package org.rpcscope.ui.shell;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.ui.fx.Subscriptions;

/** How the window stands now, as settings for the next start. JavaFX thread only. */
record Remembered(
        Stage stage,
        Switches switches,
        Features features,
        Views views,
        Opening opening,
        RecentCases recent,
        OpenCase openCase) {

    /** Puts the features as they were left. */
    static void restore(Settings settings, Features features, Views views) {
        String rules = settings.rulesFolder();
        views.sessions().restoreColumns(settings.columns());
        features.table().model().grouping().set(GroupBy.named(settings.grouping()));
        features.table().model().filter().restore(settings.filters());
        features.tuning().model().expanded().set(settings.panes().tuning());
        features.rules().controller().folder(rules == null ? null : Path.of(rules));
    }

    /** Writes the settings soon after each change. */
    void keep(Preferences preferences, Subscriptions subscriptions) {
        preferences.keep(this::settings);
        views.sessions().onColumnsChanged(preferences::changed);
        subscriptions.changes(switches.theme(), preferences::changed);
        subscriptions.changes(switches.zone(), preferences::changed);
        subscriptions.changes(switches.density(), preferences::changed);
        subscriptions.changes(switches.fontSize(), preferences::changed);
        subscriptions.changes(switches.sources(), preferences::changed);
        subscriptions.changes(switches.inspector(), preferences::changed);
        subscriptions.changes(features.tuning().model().expanded(), preferences::changed);
        subscriptions.changes(features.rules().model().folder(), preferences::changed);
        subscriptions.changes(features.table().model().grouping(), preferences::changed);
        subscriptions.changes(features.table().model().filter().saved().all(), preferences::changed);
        recent.onChange(preferences::changed);
        subscriptions.changes(stage.widthProperty(), preferences::changed);
        subscriptions.changes(stage.heightProperty(), preferences::changed);
    }

    private Settings settings() {
        Scene scene = stage.getScene();
        Path opened = opening.lastFolder();
        Path rules = features.rules().model().folder().get();
        return new Settings(
                Settings.VERSION,
                switches.theme().get(),
                switches.zone().get(),
                new Settings.Frame(scene.getWidth(), scene.getHeight(), stage.isMaximized()),
                new Settings.Panes(
                        switches.sources().get(),
                        switches.inspector().get(),
                        features.tuning().model().expanded().get()),
                views.sessions().columnStates(),
                opened == null ? null : opened.toString(),
                rules == null ? null : rules.toString(),
                recent.names(),
                features.table().model().grouping().get().label(),
                openCase.ownFilters(),
                new Settings.Looks(switches.density().get(), switches.fontSize().get()));
    }
}
