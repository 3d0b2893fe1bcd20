package org.rpcscope.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Following;
import org.rpcscope.ui.columns.ColumnsView;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.DesktopFilePicker;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Histories;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Pulse;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Times;
import org.rpcscope.ui.fx.Undoing;
import org.rpcscope.ui.moved.MovedView;
import org.rpcscope.ui.sessions.SessionActions;
import org.rpcscope.ui.tuning.DraftHistory;
import org.rpcscope.ui.tuning.TuningActions;
import org.rpcscope.ui.tuning.TuningModel;

/** The window: builds the features, joins them, and takes them down again. JavaFX thread only. */
public final class Workbench implements AutoCloseable {

    private final Stage stage;
    private final Engine engine;
    private final Path ownCase;
    private final Texts texts = new Texts();
    private final Failures failures;
    private final SettingsFile.Loaded loaded;
    /** Why the analyst's own interfaces are not used. */
    private final List<String> faults;

    private final Preferences preferences;
    private final Switches switches;
    private final Sheets sheets = new Sheets();
    private final Features features;
    private final Analysis analysis;
    private final Opening opening;
    private final CaseProfile profile;
    private final OpenCase openCase;
    private final Histories histories;
    private final Follow follow;
    private final RuleParts rules;
    private final WorkbenchActions actions;
    private final Actions maker = new Actions(texts);
    private final Views views;
    private final Layout layout;
    private final StatusLine status = new StatusLine(texts);
    private final RunningExport running = new RunningExport(texts);
    private final Banner banner;
    private final Overlays overlays;
    private final ColumnsView columns;
    private final MovedView moved;
    private final RecentCases recent;
    private final ZoneMenu zones;
    private final Node start;
    private final Subscriptions subscriptions = new Subscriptions();
    private final List<Runnable> whenClosed = new ArrayList<>();
    private @Nullable Pulse pulse;

    /** A window that is not shown yet. Reads the settings, which are small, on this thread: nothing can be drawn before. */
    public Workbench(Stage stage, Engine engine, Desk desk) {
        this.stage = stage;
        this.engine = engine;
        this.ownCase = desk.ownCase();
        FxThread fx = FxThread.platform();
        failures = new Failures(desk.version(), fx);
        SettingsFile file = new SettingsFile(desk.settings());
        loaded = file.read();
        faults = engine.own().faults();
        Settings settings = loaded.settings();
        preferences = new Preferences(file, engine.runner(), fx, failures::report);
        switches = Switches.of(settings);
        Following following = new Following(engine.imports());
        features = Features.of(engine, following, fx, failures::report);
        TuningModel tuning = features.tuning().model();
        analysis = new Analysis(engine, tuning.applied(), tuning.ruleSet(tuning.applied()), fx, failures::report);
        FilePicker picker = desk.picker() == null ? new DesktopFilePicker(() -> stage) : desk.picker();
        Path folder = settings.lastFolder() == null ? null : Path.of(settings.lastFolder());
        opening = new Opening(engine, picker, texts, folder, failures::report);
        columns = new ColumnsView(features.columns().model(), features.columns().controller(), texts, picker);
        banner = new Banner(texts, desk.clip());
        DraftHistory draft = new DraftHistory(tuning, texts);
        profile = new CaseProfile(features, engine, analysis, draft, texts);
        openCase = new OpenCase(features, engine, opening, profile, banner::notice, texts, desk);
        histories = new Histories(List.of(draft, features.history(openCase::putBack)));
        rules = RuleParts.of(features.rules(), stage, picker, maker, texts, sheets.all());
        overlays = new Overlays(this::actions, maker, texts);
        follow = new Follow(
                following, new Follow.Parts(engine, opening, picker, fx), banner::arrived, texts, failures::report);
        actions = actions(desk, picker);
        Maps maps = new Maps(engine, features, fx, picker, texts, desk.clip(), failures::report);
        views = Views.of(features, switches, actions, maker, texts, desk.clip(), maps, rules, sheets.all());
        layout = new Layout(views.parts());
        recent = new RecentCases(settings.recentCases(), texts, openCase::open);
        start = new StartView(actions.file().open(), actions.file().sample(), recent.node(), maker, texts).node();
        moved = new MovedView(features.moved().model(), features.moved().controller(), picker, texts, layout.root());
        zones = new ZoneMenu(switches.zone(), texts, actions.view().preferences());
        assemble(settings);
        join();
        engine.events().report(features.rules().model().reported(tuning.applied()));
        features.triage().controller().open(desk.ownCase());
    }

    private WorkbenchActions actions() {
        return actions;
    }

    private WorkbenchActions actions(Desk desk, FilePicker picker) {
        Runnable sample = desk.samples().isEmpty() ? null : () -> opening.open(desk.samples());
        List<List<Action>> edit = new ArrayList<>(List.of(List.of(rules.except())));
        edit.addAll(
                new SessionActions(features.table().model(), features.table().controller(), desk.clip()).copying());
        return new WorkbenchActions(
                WorkbenchActions.File.of(opening::ask, sample, follow, this::quit),
                new Exports(engine, features, picker, texts, running, banner::notice, failures::report).actions(),
                edit,
                WorkbenchActions.View.of(
                        switches,
                        TableActions.of(
                                features.table(),
                                () -> views.sessions(),
                                () -> switches.tab().set(Tab.SESSIONS)),
                        () -> overlays.showPreferences(
                                new PreferencesSheet(switches, features.rules(), picker, texts))),
                List.of(
                        Action.always("help.palette", Icon.SEARCHING, "shortcut+K", overlays::showPalette),
                        Action.always("help.shortcuts", null, "F1", overlays::showShortcuts)),
                TuningActions.of(
                        features.tuning().model(),
                        features.tuning().controller(),
                        picker,
                        texts,
                        Undoing.of(histories),
                        profile::apply),
                openCase.actions(picker, overlays::showActivity));
    }

    private void assemble(Settings settings) {
        Node menus = Layout.menuRow(
                recent.in(actions.menuBar(maker)),
                texts,
                zones.node(),
                Styles.with(maker.iconButton(actions.view().dark()), "quiet"));
        List<Node> left = new ArrayList<>(List.of(maker.button(actions.file().open())));
        Action sample = actions.file().sample();
        if (sample != null) {
            left.add(maker.button(sample));
        }
        Node filter = views.sessions().filter().node();
        left.add(filter);
        Node[] right = {
            maker.iconButton(actions.view().sources()),
            maker.iconButton(actions.view().inspector()),
            maker.iconButton(actions.tuning().show())
        };
        Node timeline = views.timeline().node();
        timeline.managedProperty().bind(timeline.visibleProperty());
        layout.top(menus, Layout.toolRow(left.toArray(Node[]::new), right), banner.node(), timeline);
        List<Node> working = new ArrayList<>(List.of(right));
        working.add(filter);
        working.add(timeline);
        layout.working(working);
        layout.bottom(new VBox(running.node(), status.node()));
        layout.started(false, start);
        Scene scene = new Scene(
                layout.root(), settings.frame().width(), settings.frame().height());
        Bindings.bindContent(scene.getStylesheets(), sheets.all());
        overlays.attach(scene, layout.root());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        actions.tuning().undoing().attach(scene);
        opening.acceptDrops(scene);
        stage.setScene(scene);
        stage.setMaximized(settings.frame().maximized());
        Remembered.restore(settings, features, views);
    }

    /** What one feature does, the others show. */
    private void join() {
        views.sessions()
                .actions(maker, actions.edit(), () -> switches.inspector().set(true));
        sheets.follow(switches, subscriptions);
        subscriptions.now(switches.zone(), zone -> texts.times(Times.named(zone)));
        subscriptions.now(failures.report(), report -> banner.report(report, failures::dismiss));
        new Joins(features, switches, views, analysis).join(subscriptions);
        openCase.join(subscriptions);
        subscriptions.now(features.triage().model().path(), this::opened);
        subscriptions.changes(features.rules().model().own(), profile::again);
        subscriptions.now(switches.sources(), _ -> sides());
        subscriptions.now(columns.open(), open -> layout.over(columns.node(), open, columns::focus));
        subscriptions.changes(switches.inspector(), this::sides);
        subscriptions.now(features.tuning().model().expanded(), layout::tuning);
    }

    private void opened(@Nullable Path path) {
        stage.setTitle(title(path));
        if (path != null && !path.equals(ownCase)) {
            recent.add(path);
        }
    }

    private String title(@Nullable Path path) {
        String name = path == null || path.equals(ownCase) ? null : String.valueOf(path.getFileName());
        return name == null ? texts.get("app.name") : texts.get("case.title", name, texts.get("app.name"));
    }

    private void sides() {
        layout.sides(switches.sources().get(), switches.inspector().get());
    }

    /** Shows the window and begins to keep it up to date. */
    public void show() {
        Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> failures.report(thrown));
        stage.setOnHidden(_ -> close());
        stage.show();
        sides();
        layout.tuning(features.tuning().model().expanded().get());
        if (!loaded.readable()) {
            banner.notice(texts.get("settings.unreadable"));
        }
        if (!faults.isEmpty()) {
            String more = faults.size() == 1 ? "" : " " + texts.count("interfaces.more", faults.size() - 1L);
            banner.notice(texts.get("interfaces.unused", faults.getFirst() + more));
        }
        new Remembered(stage, switches, features, views, opening, recent, openCase).keep(preferences, subscriptions);
        pulse = new Pulse(this::look);
    }

    /** Opens files, and the files in folders, beside what is open already. */
    public void open(List<Path> files) {
        opening.open(files.stream().filter(file -> !isCase(file)).toList());
        files.stream().filter(Workbench::isCase).findFirst().ifPresent(openCase::open);
    }

    private static boolean isCase(Path file) {
        return file.toString().endsWith(".rpcscope");
    }

    /** Calls the listener when the window has been closed. */
    void onClosed(Runnable listener) {
        whenClosed.add(listener);
    }

    /** Ten times a second: what is new in the inputs. */
    private void look() {
        follow.look(analysis.detection().get());
        features.sourcesController().look();
        analysis.look();
        openCase.look();
        running.look();
        layout.started(!features.sources().sources().isEmpty(), start);
        status.show(features.sources(), features.table().model().counts().get(), analysis.busy());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && columns.open().getValue()) {
            features.columns().controller().cancel();
            event.consume();
        }
    }

    private void quit() {
        stage.hide();
    }

    /** Stops everything that the window runs. */
    @Override
    public void close() {
        if (pulse != null) {
            pulse.close();
        }
        preferences.close();
        subscriptions.close();
        views.close();
        columns.close();
        zones.close();
        moved.close();
        running.cancel();
        openCase.close();
        histories.close();
        features.close();
        analysis.close();
        follow.close();
        whenClosed.forEach(Runnable::run);
    }
}
