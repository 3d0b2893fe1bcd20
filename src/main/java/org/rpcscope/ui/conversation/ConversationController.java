package org.rpcscope.ui.conversation;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Transcripts;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.Progress;
import org.rpcscope.rpc.Step;
import org.rpcscope.session.Packet;
import org.rpcscope.session.Session;
import org.rpcscope.session.Transcript;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/**
 * Reads the messages of the chosen session when somebody looks, and the bytes of the chosen packet; the newest wish wins.
 * JavaFX thread only.
 */
public final class ConversationController implements AutoCloseable {

    private final ConversationModel model;
    private final Transcripts transcripts;
    private final JobSlot reading;
    private final JobSlot linking;
    private final JobSlot bytes;
    private final Subscriptions subscriptions = new Subscriptions();
    private Progress progress = new Progress();

    /** @param failures hears of defects in a reading */
    public ConversationController(
            ConversationModel model,
            Transcripts transcripts,
            JobRunner runner,
            FxThread fx,
            Consumer<Throwable> failures) {
        this.model = model;
        this.transcripts = transcripts;
        this.reading = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        this.linking = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.bytes = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        subscriptions.changes(model.looked(), this::readIfLookedAt);
        subscriptions.changes(model.ladder(), this::chooseFirst);
        subscriptions.changes(model.step(), this::choosePacket);
        subscriptions.changes(model.packet(), this::dissect);
    }

    /** Looks at no session. */
    public void clear() {
        look(null);
    }

    /** Looks at a session, or at what is known of it now. */
    public void look(Detection detection, int number) {
        Chosen next = new Chosen(detection.finding(number), detection.networks());
        look(next);
        linking.start(Job.of("links", _ -> Links.of(detection, number)), links -> {
            if (next.same(model.chosen().get())) {
                model.show(links);
            }
        });
    }

    /** A session that grows while its input is read keeps its ladder: what was read stays true. */
    private void look(@Nullable Chosen next) {
        Chosen before = model.chosen().get();
        model.choose(next);
        if (next == null ? before == null : next.same(before)) {
            return;
        }
        model.show(Links.NONE);
        progress.cancel();
        model.step().set(null);
        model.packet().set(null);
        model.show(new Ladder.Unasked());
        readIfLookedAt();
    }

    private void readIfLookedAt() {
        if (model.looked().get() && model.ladder().get() instanceof Ladder.Unasked) {
            read();
        }
    }

    /** Reads the session from the first capture that saw it. */
    void read() {
        Chosen chosen = model.chosen().get();
        if (chosen == null) {
            return;
        }
        List<Session.Seen> captures = transcripts.captures(chosen.session());
        if (captures.isEmpty()) {
            model.show(new Ladder.Unrecorded());
            return;
        }
        Session.Seen seen = captures.getFirst();
        Job<Transcript> job = transcripts.reading(seen);
        progress.cancel();
        Progress mine = new Progress();
        progress = mine;
        model.show(new Ladder.Reading(seen.input().file()));
        reading.start(Job.of(job.title(), _ -> job.run(mine)), transcript -> {
            if (chosen.same(model.chosen().get())) {
                model.show(mine.cancelled() ? new Ladder.Cancelled() : new Ladder.Read(seen, transcript));
            }
        });
    }

    /** Stops a reading. */
    void cancel() {
        progress.cancel();
    }

    /** How far the reading is, in bytes of the file. */
    Progress progress() {
        return progress;
    }

    private void chooseFirst() {
        Transcript transcript = model.ladder().get().transcript();
        if (transcript != null && !transcript.steps().isEmpty()) {
            model.step().set(transcript.steps().getFirst());
        } else if (transcript != null && !transcript.packets().isEmpty()) {
            model.packet().set(transcript.packets().getFirst());
        }
    }

    /** The packet that begins the message; one that is among its packets already stays. */
    private void choosePacket() {
        Step step = model.step().get();
        Transcript transcript = model.ladder().get().transcript();
        if (step == null || transcript == null) {
            return;
        }
        Packet now = model.packet().get();
        if (now == null || !Rung.carries(step, now)) {
            transcript.packets().stream()
                    .filter(packet -> Rung.carries(step, packet))
                    .findFirst()
                    .ifPresent(model.packet()::set);
        }
    }

    private void dissect() {
        Packet packet = model.packet().get();
        if (packet == null || !(model.ladder().get() instanceof Ladder.Read(Session.Seen seen, var _))) {
            model.show(Dissection.NONE);
            return;
        }
        Job<byte[]> read = transcripts.readingBytes(seen, packet);
        bytes.start(
                Job.of(read.title(), progress -> Dissection.of(packet.linkType(), read.run(progress))), dissected -> {
                    if (packet.equals(model.packet().get())) {
                        model.show(dissected);
                    }
                });
    }

    @Override
    public void close() {
        progress.cancel();
        subscriptions.close();
        linking.close();
        reading.close();
        bytes.close();
    }
}
