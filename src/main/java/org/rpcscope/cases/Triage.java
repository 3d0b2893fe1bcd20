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
import java.util.function.LongFunction;
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

    /** How many changes are held so that they can be undone: what is done to millions of sessions is large. */
    private static final int CHANGES = 8_000_000;

    private final CaseFile file;
    private final String author;
    private final LongSupplier clock;
    private final LongSupplier order;
    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();
    private volatile Marks marks;

    /**
     * Something that was done, and what takes it back.
     *
     * @param text what the log says
     * @param order above that of everything that was done before it
     */
    public record Step(String text, long order, List<Change> forth, List<Change> back) {

        private int size() {
            return forth.size() + back.size();
        }
    }

    /**
     * The triage of an open case.
     *
     * @param author by which name entries and notes are signed
     * @param clock nanoseconds since 1970
     * @param order numbers what is done, upwards
     */
    public Triage(CaseFile file, String author, LongSupplier clock, LongSupplier order) throws IOException {
        this.file = file;
        this.author = author;
        this.clock = clock;
        this.order = order;
        this.marks = file.marks();
    }

    /** Goes on with a copy of the case: what was done can be taken back there. */
    public synchronized Triage on(CaseFile copy) throws IOException {
        Triage next = new Triage(copy, author, clock, order);
        next.undo.addAll(undo);
        next.redo.addAll(redo);
        return next;
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
     * @param text what the log says of so many sessions
     */
    public synchronized void mark(LongFunction<String> text, Collection<SessionKey> keys, UnaryOperator<Mark> change)
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
        if (!forth.isEmpty()) {
            done(text.apply(forth.size()), forth, back);
        }
    }

    /** Writes a note about a session, as one step. */
    public synchronized void note(String text, SessionKey key, String words) throws IOException {
        Note note = new Note(UUID.randomUUID(), author, clock.getAsLong(), words);
        done(text, List.of(new Change.Noted(key, note)), List.of(new Change.Unnoted(note.id())));
    }

    /** Keeps a text by a name in place of another, as one step. */
    public synchronized void replace(String text, String name, String before, String body) throws IOException {
        done(text, List.of(new Change.Kept(name, body)), List.of(new Change.Kept(name, before)));
    }

    /** Keeps a text by a name; no step to take back. */
    public synchronized void keep(String text, String name, String body) throws IOException {
        write(text, List.of(new Change.Kept(name, body)));
    }

    /** The step that can be taken back; null where there is none. */
    public synchronized @Nullable Step last() {
        return undo.peekLast();
    }

    /** The step that can be done again; null where there is none. */
    public synchronized @Nullable Step next() {
        return redo.peekLast();
    }

    /** Takes the last step back, where there is one, and returns what that wrote. */
    public synchronized List<Change> undo() throws IOException {
        Step step = undo.peekLast();
        if (step == null) {
            return List.of();
        }
        write("undone: " + step.text, step.back);
        undo.removeLast();
        redo.addLast(step);
        return step.back;
    }

    /** Does the last step again that was taken back, where there is one, and returns what that wrote. */
    public synchronized List<Change> redo() throws IOException {
        Step step = redo.peekLast();
        if (step == null) {
            return List.of();
        }
        write("done again: " + step.text, step.forth);
        redo.removeLast();
        undo.addLast(step);
        return step.forth;
    }

    /** Forgets what was taken back. */
    public synchronized void forget() {
        redo.clear();
    }

    private void done(String text, List<Change> forth, List<Change> back) throws IOException {
        write(text, forth);
        redo.clear();
        undo.addLast(new Step(text, order.getAsLong(), forth, back));
        long size = undo.stream().mapToLong(Step::size).sum();
        while (undo.size() > 1 && (undo.size() > UNDO || size > CHANGES)) {
            size -= undo.removeFirst().size();
        }
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
