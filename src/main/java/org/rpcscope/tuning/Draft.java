package org.rpcscope.tuning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A profile while it is edited: the one that holds, the one that is being written, and the way back. For one thread.
 */
public final class Draft {

    /** How many edits can be undone; older ones are forgotten. */
    public static final int UNDO = 200;

    private final Deque<Profile> undo = new ArrayDeque<>();
    private final Deque<Profile> redo = new ArrayDeque<>();
    private Profile applied;
    private Profile edited;

    /** A draft of a profile that holds. */
    public Draft(Profile applied) {
        this.applied = applied;
        this.edited = applied;
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
        List<Profile> path = new ArrayList<>(undo);
        path.add(edited);
        int from = path.lastIndexOf(applied);
        return from < 0 ? List.of(applied, edited) : List.copyOf(path.subList(from, path.size()));
    }

    /** Replaces the edited profile. An equal one is no edit. What was undone is forgotten. */
    public void edit(Profile next) {
        if (next.equals(edited)) {
            return;
        }
        undo.addLast(edited);
        if (undo.size() > UNDO) {
            undo.removeFirst();
        }
        redo.clear();
        edited = next;
    }

    public boolean canUndo() {
        return !undo.isEmpty();
    }

    public boolean canRedo() {
        return !redo.isEmpty();
    }

    /** Takes the last edit back, where there is one; also one that was applied: it is then pending the other way. */
    public void undo() {
        if (canUndo()) {
            redo.addLast(edited);
            edited = undo.removeLast();
        }
    }

    /** Makes the last edit that was taken back again, where there is one. */
    public void redo() {
        if (canRedo()) {
            undo.addLast(edited);
            edited = redo.removeLast();
        }
    }

    /** Lets the edited profile hold. The edits can still be undone. */
    public void apply() {
        applied = edited;
    }

    /** Goes back to the profile that holds; this is an edit too, and can be undone. */
    public void revert() {
        edit(applied);
    }
}
