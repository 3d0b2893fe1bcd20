package org.rpcscope.ui.triage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Note;
import org.rpcscope.cases.Triage;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.SessionKey;
import org.rpcscope.ui.fx.History;

/** The triage as it is on the disk, and of the chosen session. JavaFX thread only; needs no toolkit. */
public final class TriageModel {

    /**
     * The session that was chosen.
     *
     * @param key under which it is marked
     */
    public record Chosen(SessionKey key, Mark mark) {}

    /**
     * All sessions that are selected.
     *
     * @param keys gathers their keys, on any thread
     */
    public record Several(int count, Supplier<List<SessionKey>> keys) {
        static final Several NONE = new Several(0, List::of);
    }

    private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
    private final ObjectProperty<@Nullable Chosen> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Several> several = new SimpleObjectProperty<>(Several.NONE);
    private final ReadOnlyObjectWrapper<List<Note>> notes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<SessionKey>> alike = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Path> path = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<History.@Nullable Step> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<History.@Nullable Step> next = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable String> notice = new SimpleObjectProperty<>();

    /** All marks, never ahead of the disk. */
    public ReadOnlyObjectProperty<Marks> marks() {
        return marks.getReadOnlyProperty();
    }

    void mark(Marks next) {
        marks.set(next);
        Chosen now = chosen.get();
        if (now != null) {
            chosen.set(new Chosen(now.key(), next.of(now.key())));
        }
    }

    /** The chosen session; null where none is. */
    public ReadOnlyObjectProperty<@Nullable Chosen> chosen() {
        return chosen;
    }

    /** Takes another session. */
    public void choose(@Nullable SessionKey key) {
        chosen.set(key == null ? null : new Chosen(key, marks.get().of(key)));
    }

    /** The selected sessions, which are marked together with the chosen one. */
    public ObjectProperty<Several> several() {
        return several;
    }

    /** The notes of the chosen session, oldest first. */
    ReadOnlyObjectProperty<List<Note>> notes() {
        return notes.getReadOnlyProperty();
    }

    void note(List<Note> next) {
        notes.set(next);
    }

    /** Sessions like the chosen one that nobody has looked at; none before they are found. */
    ReadOnlyObjectProperty<List<SessionKey>> alike() {
        return alike.getReadOnlyProperty();
    }

    void findAlike(List<SessionKey> keys) {
        alike.set(keys);
    }

    /** The file of the open case; null before one is open. */
    public ReadOnlyObjectProperty<@Nullable Path> path() {
        return path.getReadOnlyProperty();
    }

    void opened(Path file) {
        path.set(file);
    }

    /** What can be taken back; null where there is nothing. */
    public ReadOnlyObjectProperty<History.@Nullable Step> last() {
        return last.getReadOnlyProperty();
    }

    /** What can be done again; null where there is nothing. */
    public ReadOnlyObjectProperty<History.@Nullable Step> next() {
        return next.getReadOnlyProperty();
    }

    void steps(Triage.@Nullable Step toUndo, Triage.@Nullable Step toRedo) {
        next.set(step(toRedo));
        last.set(step(toUndo));
    }

    private static History.@Nullable Step step(Triage.@Nullable Step step) {
        return step == null ? null : new History.Step(step.text(), step.order());
    }

    /** What went wrong with the case, or what there is to say of it, as a sentence; null for nothing. */
    public ObjectProperty<@Nullable String> notice() {
        return notice;
    }
}
