package org.rpcscope.ui.graph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.graph.Activity;
import org.rpcscope.graph.ColumnLayout;
import org.rpcscope.graph.ForceLayout;
import org.rpcscope.graph.GraphBuilder;
import org.rpcscope.graph.GraphFile;
import org.rpcscope.graph.HostGraph;
import org.rpcscope.graph.Layout;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.graph.Pairs;
import org.rpcscope.graph.Places;
import org.rpcscope.graph.PngPicture;
import org.rpcscope.graph.Portions;
import org.rpcscope.graph.View;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Networks;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Gathers, groups and lays out off the window's thread, whenever something of it has changed. JavaFX thread only. */
public final class GraphController implements AutoCloseable {

    /** So many steps of the forces are taken between two pictures. */
    private static final int STEPS = 12;

    /** After so many pictures the forces have come to rest. */
    private static final int ROUNDS = 25;

    private final GraphModel model;
    private final JobSlot gathering;
    private final JobSlot arranging;
    private final JobSlot saving;
    private final JobSlot following;
    private final Subscriptions subscriptions = new Subscriptions();
    private Gathered gathered = new Gathered(Pairs.none(), Networks.defaults());
    private @Nullable Detection detection;
    private int[] sessions = new int[0];
    private @Nullable Chosen chosen;
    private boolean shown;
    private boolean stale;

    /** Who talks with whom, and the boundary. */
    private record Gathered(Pairs pairs, Networks networks) {}

    /** The session that is chosen in the table. */
    private record Chosen(Detection detection, int session) {}

    private record Arranged(HostGraph graph, Places places, Portions portions) {}

    /** @param failures hears of defects in a job */
    public GraphController(GraphModel model, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.model = model;
        this.gathering = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.arranging = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        this.following = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        this.saving = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        subscriptions.changes(model.following(), this::follow);
        subscriptions.changes(model.view(), () -> arrange(model.places().get()));
        subscriptions.changes(model.arrangement(), () -> arrange(Places.NONE));
    }

    /**
     * Shows the graph of some sessions in place of those before.
     *
     * @param listed their numbers in the detection; not changed by anyone afterwards
     */
    public void show(Detection next, int[] listed) {
        detection = next;
        sessions = listed;
        stale = true;
        gather();
    }

    /** Takes the session that is chosen in the table; its activity is lit while paths are followed. */
    public void choose(Detection of, int session) {
        chosen = new Chosen(of, session);
        follow();
    }

    private void follow() {
        Chosen now = chosen;
        if (now == null || !model.following().get() || !shown) {
            following.start(Job.of("path", _ -> true), _ -> model.path().set(null));
            return;
        }
        following.start(
                Job.of("path", progress -> Activity.of(now.detection(), now.session(), progress)), model.path()::set);
    }

    /** Whether anybody looks: a graph that is not shown is not made. */
    public void visible(boolean visible) {
        shown = visible;
        gather();
        follow();
    }

    private void gather() {
        Detection now = detection;
        if (!shown || !stale || now == null) {
            return;
        }
        stale = false;
        int[] listed = sessions;
        gathering.start(
                Job.of("graph", progress -> new Gathered(Pairs.of(now, listed, progress), now.networks())), next -> {
                    gathered = next;
                    arrange(model.places().get());
                });
    }

    private void arrange(Places before) {
        Gathered now = gathered;
        View view = model.view().get();
        boolean forces = model.arrangement().get() == GraphModel.Arrangement.FORCES;
        Layout layout = forces ? new ForceLayout(STEPS) : new ColumnLayout();
        Set<NodeKey> pinned = model.pinned().get();
        arranging.start(
                Job.of("layout", progress -> {
                    HostGraph graph = GraphBuilder.build(now.pairs(), now.networks(), view);
                    return new Arranged(
                            graph,
                            layout.places(graph, before, pinned, progress),
                            Portions.of(now.pairs(), now.networks(), view));
                }),
                next -> {
                    model.divide(next.portions());
                    model.draw(next.graph(), next.places());
                    if (forces) {
                        settle(next.graph(), ROUNDS);
                    }
                });
    }

    /** Goes on with the forces, a few steps a picture, until they have come to rest or something else is wished. */
    private void settle(HostGraph graph, int rounds) {
        if (rounds == 0 || graph.nodes().isEmpty()) {
            return;
        }
        Places before = model.places().get();
        Set<NodeKey> pinned = model.pinned().get();
        Layout layout = new ForceLayout(STEPS);
        arranging.start(
                Job.of("layout", (Progress progress) -> layout.places(graph, before, pinned, progress)), next -> {
                    model.draw(graph, next);
                    settle(graph, rounds - 1);
                });
    }

    /** Puts a node where the analyst dragged it, and keeps it there. */
    void pin(NodeKey node, Places.Point point) {
        Set<NodeKey> pinned = new HashSet<>(model.pinned().get());
        pinned.add(node);
        model.pinned().set(Set.copyOf(pinned));
        model.draw(model.drawing().get().graph(), model.places().get().with(node, point));
    }

    /** Keeps a node where it is. */
    void pin(NodeKey node) {
        Places.Point point = model.places().get().of(node);
        if (point != null) {
            pin(node, point);
        }
    }

    /** Lets a node go where the layout puts it. */
    void unpin(NodeKey node) {
        Set<NodeKey> pinned = new HashSet<>(model.pinned().get());
        pinned.remove(node);
        model.pinned().set(Set.copyOf(pinned));
        arrange(model.places().get());
    }

    /** Writes the graph as it is drawn to a file. */
    public void save(Path file, GraphFile kind) {
        HostGraph graph = model.drawing().get().graph();
        Places places = model.places().get();
        saving.start(
                Job.of("graph", _ -> {
                    try (Writer out = Files.newBufferedWriter(file)) {
                        kind.write(graph, places, out);
                        return "";
                    } catch (IOException e) {
                        return file.getFileName() + ": " + e;
                    }
                }),
                fault -> model.notice().set(fault));
    }

    /** Writes a picture to a file. */
    public void save(Path file, Image picture) {
        PixelReader pixels = picture.getPixelReader();
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        saving.start(
                Job.of("picture", _ -> {
                    int[] argb = new int[width * height];
                    pixels.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        PngPicture.write(argb, width, height, out);
                        return "";
                    } catch (IOException e) {
                        return file.getFileName() + ": " + e;
                    }
                }),
                fault -> model.notice().set(fault));
    }

    /** Whether anything is being made. */
    public boolean busy() {
        return gathering.busy() || arranging.busy();
    }

    @Override
    public void close() {
        subscriptions.close();
        gathering.close();
        arranging.close();
        saving.close();
        following.close();
    }
}
