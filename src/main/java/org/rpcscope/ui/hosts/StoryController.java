package org.rpcscope.ui.hosts;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.RelatedEvents;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.net.IpAddress;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Puts the story of the chosen host together while the hosts are looked at. JavaFX thread only. */
public final class StoryController implements AutoCloseable {

    private final HostsModel hosts;
    private final StoryModel model;
    private final ConversationNames names;
    private final CaseEvents events;
    private final JobSlot telling;
    private final JobSlot reading;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Detection newest;

    /** A story with the places of it that are listed. */
    private record Told(Story story, Chapter chapter, int[] places) {}

    /** @param failures hears of defects in a job */
    public StoryController(
            HostsModel hosts,
            StoryModel model,
            ConversationNames names,
            CaseEvents events,
            JobRunner runner,
            FxThread fx,
            Consumer<Throwable> failures) {
        this.hosts = hosts;
        this.model = model;
        this.names = names;
        this.events = events;
        this.telling = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.reading = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        subscriptions.changes(hosts.shown(), this::tell);
        subscriptions.changes(hosts.chosen(), this::choose);
        subscriptions.changes(model.chapter(), this::turn);
    }

    /** Tells the story of the chosen host as a detection has it. */
    public void show(Detection detection) {
        newest = detection;
        tell();
    }

    private void choose() {
        model.show(null);
        IpAddress host = hosts.chosen().get();
        Story told = model.story().get();
        if (told != null && !told.host().equals(host)) {
            model.clear();
        }
        tell();
    }

    private void tell() {
        IpAddress host = hosts.chosen().get();
        Detection detection = newest;
        Story told = model.story().get();
        boolean known = told != null && told.host().equals(host) && told.detection() == detection;
        if (host != null && detection != null && hosts.shown().get() && !known) {
            StoryJob job = new StoryJob(detection, names, events, host);
            Chapter chapter = model.chapter().get();
            start(told == null, Job.of(job.title(), progress -> listed(job.run(progress), chapter)));
        }
    }

    /** Lists another chapter of the same story. */
    private void turn() {
        Story told = model.story().get();
        Chapter chapter = model.chapter().get();
        if (told != null && told.detection() == newest) {
            start(false, Job.of("chapter", _ -> listed(told, chapter)));
        } else {
            tell(); // a newer story is on its way, and is listed by the chapter
        }
    }

    private static Told listed(Story story, Chapter chapter) {
        return new Told(story, chapter, story.places(chapter));
    }

    /** @param fresh whether nobody waits for what was asked before */
    private void start(boolean fresh, Job<Told> job) {
        Consumer<Told> shown = told -> {
            if (told.story().host().equals(hosts.chosen().get())) {
                model.tell(told.story(), told.places());
                if (told.chapter() != model.chapter().get()) {
                    turn(); // another was chosen meanwhile
                }
            }
        };
        if (fresh) {
            telling.restart(job, shown);
        } else {
            telling.start(job, shown);
        }
    }

    /** Reads the record of an event from its file again. */
    void read(RelatedEvents.Related event) {
        reading.start(events.reading(event.input(), event.origin()), model::show);
    }

    @Override
    public void close() {
        subscriptions.close();
        telling.close();
        reading.close();
    }
}
