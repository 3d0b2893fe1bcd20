package org.rpcscope.ui.related;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Finding;
import org.rpcscope.detect.RelatedEvents;
import org.rpcscope.job.JobRunner;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Looks for what else happened when somebody looks, and reads a record again when it is wanted. JavaFX thread only. */
public final class RelatedController implements AutoCloseable {

    private final RelatedModel model;
    private final CaseEvents events;
    private final JobSlot looking;
    private final JobSlot reading;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Detection detection;

    /** @param failures hears of defects in a job */
    public RelatedController(
            RelatedModel model, CaseEvents events, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.model = model;
        this.events = events;
        this.looking = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.reading = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        subscriptions.changes(model.looked(), this::search);
        subscriptions.changes(model.span(), this::search);
    }

    /** Looks at the host of a session of a detection, or at what is known now; null for none. */
    public void look(@Nullable Detection among, @Nullable Finding finding) {
        detection = among;
        Target next = finding == null ? null : Target.of(finding);
        if (next == null || !next.equals(model.target().get())) {
            model.clear();
        }
        model.target().set(next);
        search();
    }

    /** Looks again: rules were asked that say something else. */
    public void search() {
        Detection among = detection;
        Target target = model.target().get();
        if (among != null && target != null && model.looked().get()) {
            Span span = model.span().get();
            looking.start(events.relating(among, target.hosts(), target.time(), span.nanos()), found -> {
                if (target.equals(model.target().get()) && span == model.span().get()) {
                    model.show(found);
                }
            });
        }
    }

    /** Reads the record of an event from its file again. */
    void read(RelatedEvents.Related event) {
        model.show(new RelatedModel.Raw.Reading(event.input().file()));
        reading.start(
                events.reading(event.input(), event.origin()),
                record -> model.show(new RelatedModel.Raw.Shown(record)));
    }

    @Override
    public void close() {
        subscriptions.close();
        looking.close();
        reading.close();
    }
}
