package org.rpcscope.detect;

/** What another boundary would add to the flagged sessions, and take away. Immutable; any thread. */
public final class Effect {

    private final int[] added;
    private final int[] removed;
    private final int[] addedByTier;
    private final int[] removedByTier;

    Effect(int[] added, int[] removed, int[] addedByTier, int[] removedByTier) {
        this.added = added;
        this.removed = removed;
        this.addedByTier = addedByTier;
        this.removedByTier = removedByTier;
    }

    /** How many sessions would be flagged that are not. */
    public int added() {
        return added.length;
    }

    /** How many sessions would no longer be flagged. */
    public int removed() {
        return removed.length;
    }

    /** {@link #added} by the place of the tier in {@link org.rpcscope.session.Tier}. */
    public int[] addedByTier() {
        return addedByTier.clone();
    }

    /** {@link #removed} by the place of the tier in {@link org.rpcscope.session.Tier}. */
    public int[] removedByTier() {
        return removedByTier.clone();
    }

    /** The numbers of the sessions that would be added, ascending. */
    public int[] addedSessions() {
        return added.clone();
    }

    /** The numbers of the sessions that would be removed, ascending. */
    public int[] removedSessions() {
        return removed.clone();
    }
}
