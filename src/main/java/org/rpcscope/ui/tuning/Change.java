package org.rpcscope.ui.tuning;

import java.util.Arrays;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Effect;
import org.rpcscope.session.Tier;

/**
 * What the draft would add to the flagged sessions and take away.
 *
 * @param addedByTier by the place of the tier in {@link Tier}
 * @param removedByTier by the place of the tier in {@link Tier}
 * @param cost what it took to find out
 */
public record Change(int added, int removed, int[] addedByTier, int[] removedByTier, Cost cost) {

    /** How much work it was: the time in nanoseconds, and the number of sessions. */
    public record Cost(long nanos, int sessions) {}

    static Change of(Effect effect, Cost cost) {
        return new Change(effect.added(), effect.removed(), effect.addedByTier(), effect.removedByTier(), cost);
    }

    /** The difference between two detections over the same sessions. */
    static Change between(Detection now, Detection then, Cost cost) {
        int[] addedByTier = missing(then, now);
        int[] removedByTier = missing(now, then);
        return new Change(
                Arrays.stream(addedByTier).sum(), Arrays.stream(removedByTier).sum(), addedByTier, removedByTier, cost);
    }

    /** How many sessions one has flagged and the other not, by tier. */
    private static int[] missing(Detection from, Detection in) {
        int[] counts = new int[Tier.values().length];
        for (int session : from.flaggedSessions()) {
            if (session < in.sessions().count() && !in.flagged(session)) {
                counts[Tier.of(from.sessions().evidence(session)).ordinal()]++;
            }
        }
        return counts;
    }
}
