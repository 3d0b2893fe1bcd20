package org.rpcscope.ui.triage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.CaseOpening;
import org.rpcscope.cases.Entry;
import org.rpcscope.cases.Note;
import org.rpcscope.cases.Triage;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.session.Mark;
import org.rpcscope.session.SessionKey;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/**
 * Writes what the analyst says into the case, one step after the other, and shows it when it is on the disk. JavaFX thread
 * only.
 */
public final class TriageController implements AutoCloseable {

    /** So many of the newest entries of the log are shown. */
    private static final int LOG = 1000;

    private final TriageModel model;
    private final CaseQueue queue;
    private final Stamps stamps;
    private final JobSlot finding;
    private final JobSlot reading;
    private final JobSlot looking;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Triage triage;

    /** Work on the open case, which may fail. */
    interface Doing {
        void with(Triage triage) throws IOException;
    }

    /**
     * With what things are signed that are done.
     *
     * @param clock nanoseconds since 1970
     * @param order numbers what is done, upwards; any thread
     */
    public record Stamps(LongSupplier clock, LongSupplier order) {}

    /** @param failures hears of defects in a job */
    public TriageController(
            TriageModel model, JobRunner runner, FxThread fx, Stamps stamps, Consumer<Throwable> failures) {
        this.model = model;
        this.stamps = stamps;
        this.queue = new CaseQueue(runner, fx, text -> model.notice().set(text), failures);
        this.finding = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        this.reading = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        this.looking = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        subscriptions.changes(model.chosen(), this::readNotes);
    }

    /** What came of opening a case. */
    private record Opened(
            @Nullable Triage triage,
            Map<String, String> kept,
            @Nullable String notice) {}

    /** Opens a case, or makes an empty one, in place of the open one; that stays where it cannot be. */
    public void open(Path path) {
        open(() -> opened(path), _ -> {});
    }

    /**
     * Opens a case that is there.
     *
     * @param then takes the texts that the case keeps, by name
     */
    public void open(Path path, Consumer<Map<String, String>> then) {
        open(
                () -> Files.exists(path) ? opened(path) : new Opened(null, Map.of(), path + " is not there any more"),
                then);
    }

    private void open(CaseQueue.Work<Opened> work, Consumer<Map<String, String>> then) {
        queue.run(CaseQueue.Kind.OPENS, work, opened -> {
            model.notice().set(opened.notice());
            Triage next = opened.triage();
            if (next != null) {
                closeFile();
                triage = next;
                model.opened(next.file().path());
                show(next);
                then.accept(opened.kept());
            }
        });
    }

    private Opened opened(Path path) throws IOException {
        return switch (CaseOpening.open(path)) {
            case CaseOpening.Open(var file, String notice) ->
                new Opened(
                        new Triage(file, System.getProperty("user.name", "analyst"), stamps.clock(), stamps.order()),
                        file.kept(),
                        notice);
            case CaseOpening.Refused(String reason) -> new Opened(null, Map.of(), reason);
        };
    }

    /** Writes a copy of the case, and goes on with that. */
    public void saveAs(Path target) {
        open(
                () -> {
                    Triage now = triage;
                    if (now != null) {
                        now.file().copyTo(target);
                    }
                    return continued(opened(target), now);
                },
                _ -> {});
    }

    private static Opened continued(Opened copy, @Nullable Triage from) throws IOException {
        Triage now = copy.triage();
        return now == null || from == null ? copy : new Opened(from.on(now.file()), copy.kept(), copy.notice());
    }

    /** Changes the marks of the chosen session, and of those that are selected beside it. */
    void mark(LongFunction<String> text, UnaryOperator<Mark> change) {
        TriageModel.Chosen chosen = model.chosen().get();
        TriageModel.Several several = model.several().get();
        if (several.count() > 1) {
            mark(text, several.keys(), change);
        } else if (chosen != null) {
            mark(text, () -> List.of(chosen.key()), change);
        }
    }

    /** Changes the marks of many sessions, which are gathered off the window's thread. */
    public void mark(LongFunction<String> text, Supplier<List<SessionKey>> keys, UnaryOperator<Mark> change) {
        step(open -> open.mark(text, keys.get(), change));
    }

    /** Writes a note about the chosen session. */
    void note(String text, String words) {
        TriageModel.Chosen chosen = model.chosen().get();
        if (chosen != null && !words.isBlank()) {
            step(open -> open.note(text, chosen.key(), words.strip()));
        }
    }

    /** Looks for a session off the window's thread. */
    void find(IntSupplier session, IntConsumer found) {
        finding.start(Job.of("find", _ -> session.getAsInt()), number -> {
            if (number >= 0) {
                found.accept(number);
            }
        });
    }

    /** Looks for the sessions that are like the chosen one. */
    void look(Alike alike) {
        model.findAlike(List.of());
        looking.start(alike.look(), model::findAlike);
    }

    /** Forgets the sessions that are like one that was chosen. */
    void lookNoMore() {
        looking.cancel();
        model.findAlike(List.of());
    }

    /** Keeps a text in the case in place of another, which can be taken back. */
    public void replace(String text, String name, String before, String body) {
        step(open -> open.replace(text, name, before, body));
    }

    /** Keeps a text in the case, in place of the one of that name; this is not a step that can be taken back. */
    public void keep(String text, String name, String body) {
        step(open -> open.keep(text, name, body));
    }

    private void step(Doing doing) {
        step(doing, () -> {});
    }

    /** Does a step with the open case, shows what came of it, and does the rest. */
    void step(Doing doing, Runnable then) {
        queue.run(
                CaseQueue.Kind.WRITES,
                () -> {
                    Triage open = triage;
                    if (open != null) {
                        doing.with(open);
                    }
                    return Optional.empty();
                },
                _ -> {
                    Triage open = triage;
                    if (open != null) {
                        model.notice().set(null);
                        show(open);
                        then.run();
                    }
                });
    }

    private void show(Triage open) {
        if (model.marks().get() != open.marks()) {
            model.mark(open.marks());
        }
        model.steps(open.last(), open.next());
    }

    /** Whether something is not on the disk yet. */
    public boolean busy() {
        return queue.busy();
    }

    /** Runs something when all that was asked for before is on the disk. */
    void afterwards(Runnable task) {
        queue.afterwards(task);
    }

    /** Reads what was done to the open case, the newest first, when all of it is written. */
    void log(Consumer<List<Entry>> taker) {
        queue.run(
                CaseQueue.Kind.READS,
                () -> {
                    Triage open = triage;
                    return open == null ? List.<Entry>of() : open.file().log(LOG);
                },
                taker);
    }

    /** Reads the notes of sessions of the open case; for a job, since it reads the file. */
    public NotesOf notes() {
        Triage open = triage;
        return key -> open == null ? List.of() : open.file().notes(key);
    }

    /** The notes of a session, oldest first. Any thread but the one that must not wait. */
    public interface NotesOf {
        List<Note> of(SessionKey key) throws IOException;
    }

    private void readNotes() {
        TriageModel.Chosen chosen = model.chosen().get();
        Triage open = triage;
        if (chosen == null || open == null || chosen.mark().notes() == 0) {
            model.note(List.of());
            return;
        }
        reading.start(Job.of("notes", _ -> open.file().notes(chosen.key())), this::showNotes);
    }

    private void showNotes(List<Note> notes) {
        model.note(notes);
    }

    private void closeFile() {
        if (triage != null) {
            triage.file().close();
        }
    }

    /** Closes the case when what was done before is written, for which it waits. */
    @Override
    public void close() {
        subscriptions.close();
        reading.close();
        finding.close();
        looking.close();
        queue.finish();
        closeFile();
    }
}
