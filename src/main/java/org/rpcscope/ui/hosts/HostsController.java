package org.rpcscope.ui.hosts;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Counts and sorts the hosts off the window's thread, with each detection and each other order. JavaFX thread only. */
public final class HostsController implements AutoCloseable {

    private final HostsModel model;
    private final ConversationNames names;
    private final CaseEvents events;
    private final JobSlot slot;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Detection newest;
    private @Nullable Detection counted;
    private List<HostLine> ranked = List.of();

    /** The hosts by rank, and as they are listed. */
    private record Ranking(List<HostLine> lines, HostListing listing) {}

    /** @param failures hears of defects in a job */
    public HostsController(
            HostsModel model,
            ConversationNames names,
            CaseEvents events,
            JobRunner runner,
            FxThread fx,
            Consumer<Throwable> failures) {
        this.model = model;
        this.names = names;
        this.events = events;
        this.slot = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        subscriptions.changes(model.shown(), this::count);
        subscriptions.changes(model.order(), this::sort);
    }

    /** Shows the hosts of a detection in place of those before. */
    public void show(Detection detection) {
        newest = detection;
        count();
    }

    private void count() {
        Detection detection = newest;
        if (detection != null && detection != counted && model.shown().get()) {
            HostLines lines = new HostLines(detection, names, events);
            HostOrder order = model.order().get();
            slot.start(
                    Job.of("hosts", progress -> {
                        List<HostLine> found = lines.ranked(progress);
                        return new Ranking(found, sorted(found, order));
                    }),
                    ranking -> {
                        counted = detection;
                        ranked = ranking.lines();
                        model.list(ranking.listing());
                        if (!order.equals(model.order().get())) {
                            sort(); // another order was chosen meanwhile
                        }
                    });
        }
    }

    /** Sorts what is ranked; while other hosts are being ranked, they are sorted when they come. */
    private void sort() {
        if (newest == counted) {
            List<HostLine> lines = ranked;
            HostOrder order = model.order().get();
            slot.restart(Job.of("sort hosts", _ -> sorted(lines, order)), model::list);
        }
    }

    private static HostListing sorted(List<HostLine> lines, HostOrder order) {
        return HostListing.of(lines.stream().sorted(order.comparator()).toList());
    }

    @Override
    public void close() {
        subscriptions.close();
        slot.close();
    }
}
