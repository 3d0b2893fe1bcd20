package org.rpcscope.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobHandle;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.Workers;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Theme;
import org.rpcscope.ui.overview.OverviewController;
import org.rpcscope.ui.overview.OverviewModel;
import org.rpcscope.ui.sessions.Scope;
import org.rpcscope.ui.sessions.SessionColumn;
import org.rpcscope.ui.sessions.SessionsController;
import org.rpcscope.ui.sessions.SessionsModel;
import org.rpcscope.ui.sessions.SessionsView;
import org.rpcscope.ui.sessions.SortBy;

/** Measures the table of all sessions in a window that is shown: filters as they are typed, facets, sorts, scrolling. */
final class FilterFrames {

    /** What is typed, a letter at a time, round by round; the last round counts, and asks nothing that was asked before. */
    private static final List<List<String>> TYPED = List.of(
            List.of("tier:blocked", "port:443", "src:10.2", "45.20", "-tier:confirmed c"),
            List.of("tier:confirmed", "port:2", "dst:45.3", "45.30", "-tier:established r"),
            List.of("tier:attempt", "port:135", "src:10.1", "45.10", "-zone:special b"));

    private final Map<String, List<Long>> jobs = new ConcurrentHashMap<>();
    private final Detection detection;
    private final JobRunner runner;
    private final SessionsModel model;
    private final SessionsController controller;
    private final OverviewController overview;
    private final SessionsView view;
    private final Stage stage;

    FilterFrames(Detection detection, JobRunner pooled, FxThread fx, Texts texts) throws Exception {
        this.detection = detection;
        runner = timed(pooled);
        ConversationNames names = new ConversationNames(Interfaces.bundled());
        SessionSets sets = new SessionSets(names, Workers.ofMachine());
        model = Shots.fx(() -> new SessionsModel(names));
        controller = Shots.fx(() -> new SessionsController(model, sets, runner, fx, Throwable::printStackTrace));
        overview = Shots.fx(
                () -> new OverviewController(new OverviewModel(), sets, runner, fx, Throwable::printStackTrace));
        view = Shots.fx(() -> new SessionsView(model, controller, texts));
        VBox content = Shots.fx(() -> new VBox(view.filter().node(), view.node()));
        VBox.setVgrow(view.node(), Priority.ALWAYS);
        content.getStyleClass().add(Theme.ROOT);
        stage = Frames.show(content);
        Shots.fx(() -> {
            Theme.DARK.apply();
            stage.getScene()
                    .getStylesheets()
                    .setAll(
                            Theme.controls(),
                            SessionsView.class.getResource("sessions.css").toExternalForm());
            return null;
        });
    }

    /** Notes how long each job takes, from its start to its result. */
    private JobRunner timed(JobRunner pooled) {
        return new JobRunner() {
            @Override
            public <R> JobHandle<R> start(Job<R> job) {
                long start = System.nanoTime();
                JobHandle<R> handle = pooled.start(job);
                var _ = handle.result().whenComplete((_, failure) -> {
                    if (failure == null) {
                        jobs.computeIfAbsent(job.title(), _ -> Collections.synchronizedList(new ArrayList<>()))
                                .add(System.nanoTime() - start);
                    }
                });
                return handle;
            }
        };
    }

    void measure() throws Exception {
        List<Long> listed = Collections.synchronizedList(new ArrayList<>());
        long[] asked = {0};
        Shots.fx(() -> {
            model.listed().subscribe(now -> {
                if (now.detection() != null) {
                    listed.add(System.nanoTime() - asked[0]);
                    overview.look(
                            detection, false, model.filter().applied().get().text());
                }
            });
            model.scope().set(Scope.ALL);
            controller.show(detection);
            return null;
        });
        Shots.until(() -> !listed.isEmpty());
        for (List<String> round : TYPED) {
            boolean last = round == TYPED.getLast();
            listed.clear();
            jobs.clear();
            for (String text : round) {
                for (int length = 1; length <= text.length(); length++) {
                    String part = text.substring(0, length);
                    int before = listed.size();
                    boolean changes = Shots.fx(() -> {
                        var applied = model.filter().applied().get();
                        asked[0] = System.nanoTime();
                        model.filter().text().set(part);
                        return applied != model.filter().applied().get();
                    });
                    if (changes) {
                        Shots.until(() -> listed.size() > before);
                        Thread.sleep(150);
                    }
                }
            }
            if (last) {
                say("a filter, to the new table", listed);
                say("facets and timeline", jobs.getOrDefault("overview", List.of()));
            }
        }
        Shots.fx(() -> {
            model.filter().clear();
            return null;
        });
        Thread.sleep(1500);
        for (SessionColumn column : SessionColumn.values()) {
            List<Long> times = new ArrayList<>();
            for (boolean descending : List.of(true, false, true)) {
                listed.clear();
                Shots.fx(() -> {
                    asked[0] = System.nanoTime();
                    model.sort().set(List.of(new SortBy(column, descending)));
                    return null;
                });
                Shots.until(() -> !listed.isEmpty());
                times.add(listed.getFirst());
                Thread.sleep(300);
            }
            say("sort by " + column.id(), times);
        }
        scroll();
        Frames.hide(stage);
    }

    /** Scrolls alone, through all sessions. */
    void scrolling() throws Exception {
        Shots.fx(() -> {
            model.scope().set(Scope.ALL);
            controller.show(detection);
            return null;
        });
        Shots.until(() -> model.rows().size() == detection.sessions().count());
        for (int round = 0; round < 3; round++) {
            scroll();
        }
        Frames.hide(stage);
    }

    /** A step of seven lines in every pulse. The time of the processors is what it costs, however busy they are. */
    private void scroll() throws Exception {
        TableView<?> table = (TableView<?>) view.node().lookup("#sessions");
        List<Long> spent = new ArrayList<>();
        long start = System.nanoTime();
        Map<String, Long> before = processors();
        int pulses = Frames.ticking(5, tick -> {
            long from = System.nanoTime();
            table.scrollTo(tick * 7);
            table.layout();
            spent.add(System.nanoTime() - from);
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Long> after = processors();
        after.replaceAll((name, nanos) -> nanos - before.getOrDefault(name, 0L));
        System.out.printf(
                Locale.ROOT,
                "scrolling: %.1f pulses a second; processor a pulse: window %.1f ms, painter %.1f ms%n",
                pulses / seconds,
                after.getOrDefault("JavaFX Application Thread", 0L) / 1e6 / pulses,
                after.getOrDefault("QuantumRenderer-0", 0L) / 1e6 / pulses);
        say("a step of seven lines, with its layout", spent);
    }

    /** What each thread has used of the processors, by its name. */
    private static Map<String, Long> processors() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> used = new HashMap<>();
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null) {
                used.merge(info.getThreadName(), threads.getThreadCpuTime(info.getThreadId()), Long::sum);
            }
        }
        return used;
    }

    private static void say(String what, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d times, median %.0f ms, p95 %.0f ms, most %.0f ms%n",
                    what,
                    sorted.length,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 95 / 100] / 1e6,
                    sorted[sorted.length - 1] / 1e6);
        }
    }
}
