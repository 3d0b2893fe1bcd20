package org.rpcscope.ui.addressmap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.addressmap.AddressCounts;
import org.rpcscope.addressmap.Icicle;
import org.rpcscope.addressmap.Raster;
import org.rpcscope.addressmap.Viewport;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Effect;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Counts, fills and asks what a list would change, off the window's thread. JavaFX thread only. */
public final class AddressMapController implements AutoCloseable {

    /** The lists that chosen networks can be put on. */
    public static final List<String> LISTS = List.of(NetworkLine.INTERNAL, NetworkLine.EXTERNAL, NetworkLine.PARTNER);

    private final AddressMapModel model;
    private final JobSlot counting;
    private final JobSlot filling;
    private final JobSlot cutting;
    private final JobSlot asking;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Detection detection;
    private @Nullable Detection counted;
    private boolean shown;

    private record Counted(AddressCounts counts, Icicle icicle) {}

    /** @param failures hears of defects in a job */
    public AddressMapController(AddressMapModel model, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.model = model;
        this.counting = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.filling = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.cutting = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.asking = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        subscriptions.changes(model.counts(), this::fill);
        subscriptions.changes(model.networks(), this::fill);
        subscriptions.changes(model.viewport(), this::fill);
        subscriptions.changes(model.root(), this::cut);
        subscriptions.changes(model.block(), this::choose);
        subscriptions.changes(model.chosen(), this::ask);
        subscriptions.changes(model.counts(), this::ask);
        subscriptions.changes(model.networks(), this::ask);
    }

    /** Counts the addresses of a detection from now on. */
    public void show(Detection next) {
        detection = next;
        count();
    }

    /** Draws the zones of another boundary: the draft's, while one is edited. */
    public void bound(Networks edited) {
        model.bound(edited);
    }

    /** Whether anybody looks: a map that is not shown is not made. */
    public void visible(boolean visible) {
        shown = visible;
        count();
    }

    private void count() {
        Detection now = detection;
        if (!shown || now == null || now == counted) {
            return;
        }
        counted = now;
        Cidr root = model.root().get();
        counting.start(
                Job.of("addresses", progress -> {
                    AddressCounts counts = AddressCounts.of(now, progress);
                    return new Counted(counts, Icicle.of(counts, root));
                }),
                next -> model.count(next.counts(), next.icicle()));
    }

    private void fill() {
        Viewport viewport = model.viewport().get();
        AddressCounts counts = model.counts().get();
        Networks networks = model.networks().get();
        filling.start(Job.of("map", _ -> Raster.of(viewport, counts, networks)), model::fill);
    }

    private void cut() {
        AddressCounts counts = model.counts().get();
        Cidr root = model.root().get();
        cutting.start(Job.of("icicle", _ -> Icicle.of(counts, root)), model::cut);
    }

    private void choose() {
        AddressMapModel.Block block = model.block().get();
        if (block == null) {
            return;
        }
        Viewport viewport = model.viewport().get();
        AddressMapModel.Cell from = block.anchor();
        AddressMapModel.Cell to = block.end();
        model.chosen()
                .set(viewport.block(from.column(), from.row(), to.column(), to.row())
                        .networks(viewport.cellLength()));
    }

    private void ask() {
        List<Cidr> networks = model.chosen().get();
        Detection now = detection;
        if (networks.isEmpty() || now == null) {
            asking.start(Job.of("choice", _ -> List.of()), _ -> model.know(null));
            return;
        }
        AddressCounts counts = model.counts().get();
        Networks edited = model.networks().get();
        asking.start(Job.of("choice", _ -> choice(now, counts, edited, networks)), model::know);
    }

    private static AddressMapModel.Choice choice(
            Detection detection, AddressCounts counts, Networks edited, List<Cidr> networks) {
        int hosts = 0;
        long sessions = 0;
        long flagged = 0;
        for (Cidr network : networks) {
            AddressCounts.Count count = counts.in(network);
            hosts += count.hosts();
            sessions += count.sessions();
            flagged += count.flagged();
        }
        Detection now = detection.under(edited);
        List<AddressMapModel.Change> effects = LISTS.stream()
                .map(list -> now.whatIf(with(edited, networks, list)))
                .map(AddressMapController::change)
                .toList();
        var reason = edited.reason(networks.getFirst().network());
        return new AddressMapModel.Choice(
                networks,
                new AddressCounts.Count(hosts, sessions, flagged),
                reason.zone().label() + ": " + reason.text(),
                effects);
    }

    private static AddressMapModel.Change change(Effect effect) {
        return new AddressMapModel.Change(effect.added(), effect.removed());
    }

    /** The boundary with the networks on a list as well. */
    private static Networks with(Networks edited, List<Cidr> networks, String list) {
        List<NetworkLine> lines = new ArrayList<>(edited.lines());
        lines.removeIf(line -> networks.contains(line.cidr()));
        networks.forEach(network -> lines.add(new NetworkLine(network, list, "map", "")));
        return Networks.of(edited.version(), lines);
    }

    /** Whether anything is being made. */
    public boolean busy() {
        return counting.busy() || filling.busy() || cutting.busy() || asking.busy();
    }

    @Override
    public void close() {
        subscriptions.close();
        counting.close();
        filling.close();
        cutting.close();
        asking.close();
    }
}
