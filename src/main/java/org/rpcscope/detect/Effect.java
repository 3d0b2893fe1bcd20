package org.rpcscope.detect;

import java.util.Arrays;

/** What another boundary would add to the flagged sessions, and take away. Immutable; any thread. */
public final class Effect {

    private final Candidates candidates;
    private final long[] added;
    private final long[] removed;
    private final int[] addedByTier;
    private final int[] removedByTier;

    /** Takes bits of candidates. */
    Effect(Candidates candidates, long[] added, long[] removed) {
        this.candidates = candidates;
        this.added = added;
        this.removed = removed;
        this.addedByTier = Flags.countsByTier(candidates, added);
        this.removedByTier = Flags.countsByTier(candidates, removed);
    }

    /** How many sessions would be flagged that are not. */
    public int added() {
        return Arrays.stream(addedByTier).sum();
    }

    /** How many sessions would no longer be flagged. */
    public int removed() {
        return Arrays.stream(removedByTier).sum();
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
        return Flags.sessionsOf(candidates, added);
    }

    /** The numbers of the sessions that would be removed, ascending. */
    public int[] removedSessions() {
        return Flags.sessionsOf(candidates, removed);
    }
}
