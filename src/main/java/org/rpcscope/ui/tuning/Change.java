package org.rpcscope.ui.tuning;

import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Effect;
import org.rpcscope.session.Tier;

/**
 * What an edit, or all edits of the draft, would add to the flagged sessions and take away.
 *
 * @param now the sessions as they are judged without it
 * @param then the same sessions as they would be judged
 * @param cost what it took to find out
 */
public record Change(Detection now, Detection then, Effect effect, Effect.HostEffect hosts, Cost cost) {

    /** How much work it was: the time in nanoseconds, and the number of sessions. */
    public record Cost(long nanos, int sessions) {}

    /** Which sessions. */
    public enum Side {
        /** Those that become flagged. */
        ADDED,
        /** Those that stop being flagged. */
        REMOVED
    }

    /** @param start when the work began: {@link System#nanoTime} */
    static Change between(Detection now, Detection then, long start) {
        Effect effect = now.effect(then);
        Effect.HostEffect hosts = effect.hosts(now.sessions());
        Cost cost = new Cost(System.nanoTime() - start, now.sessions().count());
        return new Change(now, then, effect, hosts, cost);
    }

    int count(Side side) {
        return side == Side.ADDED ? effect.added() : effect.removed();
    }

    int count(Side side, Tier tier) {
        return (side == Side.ADDED ? effect.addedByTier() : effect.removedByTier())[tier.ordinal()];
    }

    int[] sessions(Side side) {
        return side == Side.ADDED ? effect.addedSessions() : effect.removedSessions();
    }

    /** The detection in which the sessions of a side are flagged. */
    Detection flagging(Side side) {
        return side == Side.ADDED ? then : now;
    }

    /** How many confirmed sessions it would hide: what no edit should do unseen. */
    int hiddenConfirmed() {
        return count(Side.REMOVED, Tier.CONFIRMED);
    }
}
