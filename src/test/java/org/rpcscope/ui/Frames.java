package org.rpcscope.ui;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.graph.GraphFile;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.graph.View;
import org.rpcscope.job.PooledRunner;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.Weights;
import org.rpcscope.ui.addressmap.AddressMapController;
import org.rpcscope.ui.addressmap.AddressMapModel;
import org.rpcscope.ui.addressmap.AddressMapView;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.PixelPane;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.graph.GraphController;
import org.rpcscope.ui.graph.GraphModel;
import org.rpcscope.ui.graph.GraphView;

/**
 * Measures pictures a second in a window that is shown, painted by the processor, without a display. Arguments:
 * {@code graph}, {@code map}; both where there is none. {@code filter} and {@code filter-10}: the table of one and of ten
 * million sessions. {@code talk}: a million sessions of RPC. {@code scroll}: the table alone, scrolled. {@code reopen-10}, alone: a case of
 * ten million sessions that is kept, opened again.
 */
public final class Frames {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final long SECOND = 1_000_000_000L;
    private static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");

    private final PooledRunner runner = new PooledRunner("job");
    private final FxThread fx = FxThread.platform();
    private final Texts texts = new Texts();

    public static void main(String[] args) {
        int status = 1;
        try {
            if (List.of(args).equals(List.of("reopen-10"))) {
                new ReopenFrames(10_000_000).measure(); // which starts the toolkit as tests do
                System.exit(0);
            }
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
            Frames frames = new Frames();
            List<String> wanted = args.length == 0 ? List.of("graph", "map") : List.of(args);
            for (String each : wanted) {
                switch (each) {
                    case "graph" -> frames.graph();
                    case "map" -> frames.map();
                    case "filter" -> frames.filter(1_000_000);
                    case "filter-10" -> frames.filter(10_000_000);
                    case "talk" -> frames.talk();
                    case "scroll" -> frames.filtering(1_000_000).scrolling();
                    default -> throw new IllegalArgumentException(each);
                }
            }
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    /** 20,000 pairs of 5,000 hosts, all of them flagged. */
    private void graph() throws Exception {
        Detection detection = detection(20_000, 2_500, 2_500, true);
        GraphModel model = new GraphModel();
        GraphController controller = Shots.fx(() -> new GraphController(model, runner, fx, Frames::failed));
        GraphView view =
                Shots.fx(() -> new GraphView(model, controller, runner, fx, texts, new NoWishes(), Frames::failed));
        Stage stage = show((Parent) view.node());
        Shots.fx(() -> {
            model.view().set(new View(View.GroupBy.NONE, View.FIRST.opened(), View.FIRST.hidden(), 5_000));
            controller.visible(true);
            controller.show(detection, detection.flaggedSessions());
            return null;
        });
        Shots.until(() -> done(() ->
                !controller.busy() && model.drawing().get().graph().edges().size() > 19_000));
        System.out.printf(
                Locale.ROOT,
                "graph: %d nodes, %d edges%n",
                model.drawing().get().graph().nodes().size(),
                model.drawing().get().graph().edges().size());
        Node canvas = stage.getScene().lookup("#graph-canvas");
        PixelPane pixels = pixels(canvas);
        pictures(
                "graph, panning",
                pixels,
                tick -> Event.fireEvent(canvas, key(tick / 60 % 2 == 0 ? KeyCode.LEFT : KeyCode.RIGHT)));
        Shots.fx(() -> {
            model.arrangement().set(GraphModel.Arrangement.FORCES);
            return null;
        });
        Shots.until(() -> done(controller::busy));
        pictures(
                "graph, panning while the forces run",
                pixels,
                tick -> Event.fireEvent(canvas, key(tick / 60 % 2 == 0 ? KeyCode.LEFT : KeyCode.RIGHT)));
        System.out.println("the forces still run: " + Shots.fx(controller::busy));
        hide(stage);
    }

    /** A million addresses, zoomed in and out and selected in. */
    private void map() throws Exception {
        Detection detection = detection(2_000_000, 400_000, 600_000, false);
        AddressMapModel model = new AddressMapModel();
        AddressMapController controller = Shots.fx(() -> new AddressMapController(model, runner, fx, Frames::failed));
        AddressMapView view =
                Shots.fx(() -> new AddressMapView(model, runner, fx, texts, new NoMapWishes(), Frames::failed));
        Stage stage = show((Parent) view.node());
        Shots.fx(() -> {
            controller.bound(Networks.defaults());
            controller.show(detection);
            controller.visible(true);
            return null;
        });
        Shots.until(() -> done(() -> model.raster().get() != null));
        Thread.sleep(2000);
        Node canvas = stage.getScene().lookup("#map-canvas");
        PixelPane pixels = pixels(canvas);
        pictures(
                "map, zooming",
                pixels,
                tick -> Event.fireEvent(canvas, key(tick / 6 % 2 == 0 ? KeyCode.PLUS : KeyCode.MINUS)));
        hide(stage);
    }

    private void filter(int sessions) throws Exception {
        filtering(sessions).measure();
    }

    /** In every session something is said, by one of a few hundred users. */
    private void talk() throws Exception {
        new FilterFrames(detection(1_000_000, 3_000, 40_000, true, true), runner, fx, texts).measure();
    }

    private FilterFrames filtering(int sessions) throws Exception {
        Detection detection = detection(sessions, 3_000, 40_000, false);
        System.out.printf(
                Locale.ROOT,
                "filter: %d sessions, %d flagged%n",
                detection.sessions().count(),
                detection.flaggedCount());
        return new FilterFrames(detection, runner, fx, texts);
    }

    private static void pictures(String what, PixelPane pixels, IntConsumer action) throws Exception {
        ticking(1, action);
        long before = Shots.fx(pixels::painted);
        long start = System.nanoTime();
        long cpu = cpu();
        int pulses = ticking(5, action);
        long pictures = Shots.fx(pixels::painted) - before;
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f pictures a second, %.1f pulses a second; %.1f ms of all processors a picture%n",
                what,
                pictures / seconds,
                pulses / seconds,
                (cpu() - cpu) / 1e6 / Math.max(1, pictures));
    }

    /** What the process has used: a machine that others use too shows fewer pictures, at the same cost each. */
    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** Does something in every pulse for some seconds, and says how many there were. */
    static int ticking(int seconds, IntConsumer action) throws Exception {
        int[] ticks = {0};
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                action.accept(ticks[0]++);
            }
        };
        Shots.fx(() -> {
            timer.start();
            return null;
        });
        Thread.sleep(seconds * 1000L);
        Shots.fx(() -> {
            timer.stop();
            return null;
        });
        return ticks[0];
    }

    private static boolean done(Callable<Boolean> question) {
        try {
            return Shots.fx(question);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private static PixelPane pixels(Node canvas) {
        return (PixelPane) ((Parent) canvas)
                .getChildrenUnmodifiable().stream()
                        .filter(PixelPane.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    static Stage show(Parent content) throws Exception {
        return Shots.fx(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(content, WIDTH, HEIGHT));
            stage.show();
            return stage;
        });
    }

    static void hide(Stage stage) throws Exception {
        Shots.fx(() -> {
            stage.hide();
            return null;
        });
    }

    static void failed(Throwable thrown) {
        thrown.printStackTrace();
    }

    /**
     * Sessions between hosts inside and outside, one a millisecond.
     *
     * @param rpc whether all of them are RPC; else one in sixty
     */
    static Detection detection(int sessions, int inside, int outside, boolean rpc) {
        return detection(sessions, inside, outside, rpc, false);
    }

    private static Detection detection(int sessions, int inside, int outside, boolean rpc, boolean talking) {
        Pools pools = new Pools();
        SplittableRandom random = new SplittableRandom(1);
        int[] internal = IntStream.range(0, inside)
                .map(i -> pools.addresses().intern(IpAddress.v4(10 << 24 | spread(i))))
                .toArray();
        int[] external = IntStream.range(0, outside)
                .map(i -> pools.addresses().intern(IpAddress.v4(45 << 24 | spread(i))))
                .toArray();
        ObservationTable table = new ObservationTable(new Input("synthetic", "bench", 1), pools);
        for (int from = 0; from < sessions; from += 1 << 16) {
            int to = Math.min(sessions, from + (1 << 16));
            table.reserve(to - from);
            for (int row = from; row < to; row++) {
                int source = internal[row % inside];
                int destination = external[random.nextInt(outside)];
                int port = rpc || row % 60 == 0 ? 135 : 443;
                table.open(row, source, destination, 50000 << 16 | port, row * (SECOND / 1000), row);
                table.see(row, row * (SECOND / 1000), Evidence.SYN | Evidence.DIRECTION_KNOWN);
                if (talking) {
                    table.converse(row, said(random));
                }
            }
            table.publish();
        }
        table.end();
        var rules = BundledRules.load().stream()
                .filter(BundledRule::enabledByDefault)
                .map(BundledRule::rule)
                .toList();
        return new Detector(pools, rules, Networks.defaults(), Weights.defaults()).run(List.of(table));
    }

    private static Conversation said(SplittableRandom random) {
        List<Authentication> users = List.of(new Authentication(
                "ntlm", "packet", "LAB", "user" + random.nextInt(300), null, null, Authentication.Outcome.ACCEPTED));
        return new Conversation(
                List.of(new Binding(new InterfaceId(SVCCTL, 2, 0), Binding.Result.ACCEPTED)),
                List.of(Calls.captured(SVCCTL, 12 + random.nextInt(8), 1, 0), Calls.captured(SVCCTL, 15, 1, 0)),
                random.nextBoolean() ? users : List.of(),
                List.of(),
                List.of(),
                Set.of());
    }

    /** Spreads numbers over 24 bits, each its own. */
    private static int spread(int i) {
        return i * 0x9E3779 & 0xFFFFFF;
    }

    private static final class NoWishes implements GraphView.Wishes {
        @Override
        public void narrow(GraphView.Narrow how, NodeKey node) {}

        @Override
        public void between(NodeKey from, NodeKey to) {}

        @Override
        public void copy(String text) {}

        @Override
        public void export(GraphFile kind) {}

        @Override
        public void export(Image picture) {}
    }

    private static final class NoMapWishes implements AddressMapView.Wishes {
        @Override
        public void assign(List<Cidr> networks, String list) {}

        @Override
        public void only(List<Cidr> networks) {}
    }
}
