package org.rpcscope.ui;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.RuleSet;
import org.rpcscope.job.PooledRunner;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Histories;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Undoing;
import org.rpcscope.ui.tuning.TuningActions;
import org.rpcscope.ui.tuning.TuningController;
import org.rpcscope.ui.tuning.TuningModel;
import org.rpcscope.ui.tuning.TuningView;

/**
 * Measures edits in the tuning panel, shown without a display. Arguments: {@code what-if}, the edge of a network dragged over
 * ten million sessions; {@code lines}, edits of lists of ten thousand lines; both where there is none.
 */
public final class Edits {

    /** A mouse tells where it is so often, and knows nothing of the pictures of the window. */
    private static final long MOUSE_NANOS = 8_000_000;

    private static final int WARM = 200;

    private final PooledRunner runner = new PooledRunner("job");
    private final FxThread fx = FxThread.platform();
    private final Texts texts = new Texts();
    private final RuleSet rules = new RuleSet(
            BundledRules.load().stream()
                    .filter(BundledRule::enabledByDefault)
                    .map(BundledRule::rule)
                    .toList(),
            List.of());

    private record Shown(TuningModel model, Stage stage) {}

    public static void main(String[] args) {
        int status = 1;
        try {
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
            Edits edits = new Edits();
            for (String each : args.length == 0 ? List.of("lines", "what-if") : List.of(args)) {
                switch (each) {
                    case "what-if" -> edits.whatIf();
                    case "lines" -> edits.lines();
                    default -> throw new IllegalArgumentException(each);
                }
            }
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    private Shown show(Detection detection, Profile profile) throws Exception {
        return Shots.fx(() -> {
            TuningModel model = new TuningModel(profile, _ -> rules, rule -> rule, () -> 1);
            TuningController controller = new TuningController(model, runner, fx, Frames::failed);
            TuningView view = new TuningView(
                    model,
                    TuningActions.of(
                            model, controller, new NoFiles(), texts, Undoing.of(new Histories(List.of())), _ -> {}),
                    new Actions(texts),
                    texts,
                    List.of());
            Stage stage = new Stage();
            stage.setScene(new Scene((Parent) view.node(), 1440, 300));
            stage.show();
            controller.show(detection);
            return new Shown(model, stage);
        });
    }

    /** Every place of the mouse is an edit; each has its answer when a picture shows it or a newer one. */
    private void whatIf() throws Exception {
        Detection detection = Frames.detection(10_000_000, 333_000, 667_000, false);
        System.out.printf(
                Locale.ROOT,
                "what-if: %d sessions, %d flagged%n",
                detection.sessions().count(),
                detection.flaggedCount());
        Shown shown = show(detection, Profile.defaults());
        Deque<Long> asked = new ArrayDeque<>();
        Deque<Long> answered = new ArrayDeque<>();
        List<Long> toAnswer = new ArrayList<>();
        List<Long> toPicture = new ArrayList<>();
        List<Long> costs = new ArrayList<>();
        Shots.fx(() -> {
            shown.model.change().subscribe((_, change) -> {
                long now = System.nanoTime();
                if (change != null) {
                    costs.add(change.cost().nanos());
                }
                while (change != null && !asked.isEmpty()) {
                    toAnswer.add(now - asked.peek());
                    answered.add(asked.remove());
                }
            });
            shown.stage.getScene().addPostLayoutPulseListener(() -> {
                long now = System.nanoTime();
                while (!answered.isEmpty()) {
                    toPicture.add(now - answered.remove());
                }
            });
            return null;
        });
        SplittableRandom random = new SplittableRandom(1);
        long end = System.nanoTime() + 20_000_000_000L;
        for (int place = 0; System.nanoTime() < end; place++) {
            int step = Math.abs(place % 200 - 100);
            Platform.runLater(() -> {
                asked.add(System.nanoTime());
                shown.model.open(Profile.defaults()
                        .withInternal(List.of(
                                new NetworkEntry("10.0.0.0/8", true, ""),
                                new NetworkEntry("45." + step + ".0.0/16", true, ""))));
            });
            LockSupport.parkNanos(random.nextLong(MOUSE_NANOS / 2, MOUSE_NANOS * 3 / 2));
        }
        System.out.println("what-if, found out: " + spread(Shots.fx(() -> List.copyOf(costs))));
        System.out.println("what-if, to the answer in the model: " + spread(Shots.fx(() -> List.copyOf(toAnswer))));
        System.out.println(
                "what-if, to the next picture of the window: " + spread(Shots.fx(() -> List.copyOf(toPicture))));
        Frames.hide(shown.stage);
    }

    /** How long nothing else can happen in the window while lines are typed, switched, added and removed. */
    private void lines() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        List<NetworkEntry> lines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int length = 16 + random.nextInt(17);
            int bits = random.nextInt() & -1 << 32 - length;
            String network = (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
            lines.add(new NetworkEntry(network + "/" + length, true, "line " + i));
        }
        Shown shown = show(Frames.detection(100_000, 10_000, 10_000, false), Profile.defaults());
        Shots.fx(() -> {
            shown.model.open(Profile.defaults().withInternal(lines));
            return null;
        });
        Thread.sleep(4000);
        List<Long> calls = new ArrayList<>();
        List<Long> longest = new ArrayList<>();
        for (int edit = 0; edit < 300; edit++) {
            int number = edit;
            calls.add(Shots.fx(() -> {
                long start = System.nanoTime();
                edit(shown.model, number);
                return System.nanoTime() - start;
            }));
            long worst = 0;
            long end = System.nanoTime() + 150_000_000;
            while (System.nanoTime() < end) { // what the analyst does next waits so long at most
                long start = System.nanoTime();
                Shots.fx(() -> null);
                worst = Math.max(worst, System.nanoTime() - start);
            }
            longest.add(worst);
        }
        System.out.println("10,000 lines, the edit itself: " + spread(calls.subList(50, 300)));
        System.out.println("10,000 lines, the longest wait after it: " + spread(longest.subList(50, 300)));
        Frames.hide(shown.stage);
    }

    private static void edit(TuningModel model, int number) {
        var rows = model.rows(NetworkList.INTERNAL);
        switch (number % 4) {
            case 0 -> model.enable(rows.get(number), false);
            case 1 -> model.type(rows.get(number), "45." + number % 250 + ".0.0/16");
            case 2 -> model.put("partner", List.of(new Cidr(IpAddress.v4(46 << 24 | number << 8), 24)));
            default -> model.undo();
        }
        model.endTyping();
    }

    private static String spread(List<Long> nanos) {
        long[] sorted = nanos.stream()
                .skip(nanos.size() > 4 * WARM ? WARM : 0)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%d edits, median %.1f ms, p95 %.1f ms, most %.1f ms",
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private static final class NoFiles implements FilePicker {
        @Override
        public List<Path> open(String title, @Nullable Path start) {
            return List.of();
        }

        @Override
        public @Nullable Path save(String title, @Nullable Path start, String name) {
            return null;
        }

        @Override
        public @Nullable Path folder(String title, @Nullable Path start) {
            return null;
        }
    }
}
