package org.rpcscope.tuning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A profile while it is edited: the one that holds, the one that is being written, and the way back. For one thread.
 */
public final class Draft {

    /** How many edits can be undone; older ones are forgotten. */
    public static final int UNDO = 200;

    private final LongSupplier order;
    private final Deque<Edit> undo = new ArrayDeque<>();
    private final Deque<Edit> redo = new ArrayDeque<>();
    private Profile applied;
    private Profile edited;

    /**
     * What was edited at a time.
     *
     * @param order above that of everything that was done before it
     */
    public record Edit(Profile before, Profile after, long order) {}

    /**
     * A draft of a profile that holds.
     *
     * @param order numbers what is done, upwards
     */
    public Draft(Profile applied, LongSupplier order) {
        this.applied = applied;
        this.edited = applied;
        this.order = order;
    }

    /** The profile that holds. */
    public Profile applied() {
        return applied;
    }

    /** The profile as edited; equal to {@link #applied} where nothing is pending. */
    public Profile edited() {
        return edited;
    }

    /** Whether the edits have not been applied. */
    public boolean pending() {
        return !edited.equals(applied);
    }

    /**
     * The profiles that lead from the one that holds to the edited one, both included, an edit between each two. Where the
     * way back does not pass the one that holds, as after undoing what was applied, it is one step.
     */
    public List<Profile> path() {
        List<Profile> path = new ArrayList<>();
        undo.forEach(edit -> path.add(edit.before()));
        path.add(edited);
        int from = path.lastIndexOf(applied);
        return from < 0 ? List.of(applied, edited) : List.copyOf(path.subList(from, path.size()));
    }

    /** Replaces the edited profile. An equal one is no edit. What was undone is forgotten. */
    public void edit(Profile next) {
        if (next.equals(edited)) {
            return;
        }
        undo.addLast(new Edit(edited, next, order.getAsLong()));
        if (undo.size() > UNDO) {
            undo.removeFirst();
        }
        redo.clear();
        edited = next;
    }

    /** The edit that can be undone; null where there is none. */
    public @Nullable Edit last() {
        return undo.peekLast();
    }

    /** The edit that can be made again; null where there is none. */
    public @Nullable Edit next() {
        return redo.peekLast();
    }

    /** Takes the last edit back, where there is one; also one that was applied: it is then pending the other way. */
    public void undo() {
        Edit edit = undo.pollLast();
        if (edit != null) {
            redo.addLast(edit);
            edited = edit.before();
        }
    }

    /** Makes the last edit that was taken back again, where there is one. */
    public void redo() {
        Edit edit = redo.pollLast();
        if (edit != null) {
            undo.addLast(edit);
            edited = edit.after();
        }
    }

    /** Forgets what was undone. */
    public void forget() {
        redo.clear();
    }

    /** Lets the edited profile hold. The edits can still be undone. */
    public void apply() {
        applied = edited;
    }

    /** Another profile holds; the edited one stays, and is pending where it differs. */
    public void hold(Profile profile) {
        applied = profile;
    }

    /** Begins again with a profile that holds: nothing before it can be undone. */
    public void begin(Profile profile) {
        undo.clear();
        redo.clear();
        applied = profile;
        edited = profile;
    }

    /** Goes back to the profile that holds; this is an edit too, and can be undone. */
    public void revert() {
        edit(applied);
    }
}
