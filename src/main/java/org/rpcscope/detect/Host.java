package org.rpcscope.detect;

import java.util.List;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Tier;

/**
 * An internal host with flagged sessions.
 *
 * @param score 0 to 100: see {@link Hosts}
 * @param stages of an attack that its flagged sessions reach together, in their order
 * @param countsByTier how many flagged sessions it has, by the place of the tier in {@link Tier}
 * @param firstSeen nanoseconds since 1970 of the start of its first flagged session
 * @param lastSeen nanoseconds since 1970 of the start of its last flagged session
 * @param peers with how many different addresses it has flagged sessions
 */
public record Host(
        IpAddress address,
        int score,
        List<Stage> stages,
        List<Integer> countsByTier,
        long firstSeen,
        long lastSeen,
        int peers) {

    /** How many flagged sessions it has. */
    public int sessions() {
        int sum = 0;
        for (int count : countsByTier) {
            sum += count;
        }
        return sum;
    }

    /** How many flagged sessions of a tier it has. */
    public int sessions(Tier tier) {
        return countsByTier.get(tier.ordinal());
    }
}
