package org.rpcscope.cases;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.SessionKey;

/**
 * What the analyst says of sessions, written into the case before it is shown: {@link #marks} are never ahead of the disk.
 * Calls do file work and wait for each other: any thread but the one that must not wait.
 */
public final class Triage {

    /** How many steps can be undone. */
    public static final int UNDO = 200;

    private final CaseFile file;
    private final String author;
    private final LongSupplier clock;
    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();
    private volatile Marks marks;

    /** Something that was done, and what takes it back. */
    private record Step(String text, List<Change> forth, List<Change> back) {}

    /**
     * The triage of an open case.
     *
     * @param author by which name entries and notes are signed
     * @param clock nanoseconds since 1970
     */
    public Triage(CaseFile file, String author, LongSupplier clock) throws IOException {
        this.file = file;
        this.author = author;
        this.clock = clock;
        this.marks = file.marks();
    }

    public CaseFile file() {
        return file;
    }

    /** All marks as they are on the disk. */
    public Marks marks() {
        return marks;
    }

    /**
     * Changes the marks of some sessions, as one step.
     *
     * @param text what the log says
     * @return all marks afterwards
     */
    public synchronized Marks mark(String text, Collection<SessionKey> keys, UnaryOperator<Mark> change)
            throws IOException {
        List<Change> forth = new ArrayList<>();
        List<Change> back = new ArrayList<>();
        for (SessionKey key : keys) {
            Mark before = marks.of(key);
            Mark after = change.apply(before);
            if (!after.equals(before)) {
                forth.add(new Change.Marked(key, after));
                back.add(new Change.Marked(key, before));
            }
        }
        return forth.isEmpty() ? marks : done(new Step(text, forth, back));
    }

    /** Writes a note about a session, as one step. */
    public synchronized Marks note(String text, SessionKey key, String words) throws IOException {
        Note note = new Note(UUID.randomUUID(), author, clock.getAsLong(), words);
        return done(new Step(text, List.of(new Change.Noted(key, note)), List.of(new Change.Unnoted(note.id()))));
    }

    /** Keeps a text by a name; no step to take back. */
    public synchronized void keep(String text, String name, String body) throws IOException {
        write(text, List.of(new Change.Kept(name, body)));
    }

    /** Takes the last step back; null where there is none. */
    public synchronized @Nullable Marks undo() throws IOException {
        Step step = undo.peekLast();
        if (step == null) {
            return null;
        }
        write("undone: " + step.text, step.back);
        undo.removeLast();
        redo.addLast(step);
        return marks;
    }

    /** Does the last step again that was taken back; null where there is none. */
    public synchronized @Nullable Marks redo() throws IOException {
        Step step = redo.peekLast();
        if (step == null) {
            return null;
        }
        write("done again: " + step.text, step.forth);
        redo.removeLast();
        undo.addLast(step);
        return marks;
    }

    private Marks done(Step step) throws IOException {
        write(step.text, step.forth);
        redo.clear();
        undo.addLast(step);
        if (undo.size() > UNDO) {
            undo.removeFirst();
        }
        return marks;
    }

    /** To the disk first: if that fails, nothing has happened. */
    private void write(String text, List<Change> changes) throws IOException {
        file.write(new Entry(author, clock.getAsLong(), text), changes);
        Map<SessionKey, Mark> changed = new HashMap<>();
        boolean notes = false;
        for (Change change : changes) {
            if (change instanceof Change.Marked(SessionKey key, Mark mark)) {
                changed.put(key, mark);
            } else if (!(change instanceof Change.Kept)) {
                notes = true;
            }
        }
        marks = notes ? file.marks() : marks.with(changed);
    }
}
