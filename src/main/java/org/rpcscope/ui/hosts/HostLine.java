package org.rpcscope.ui.hosts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Stage;

/**
 * What is known of one internal host with flagged sessions. Two are equal when they are of the same host.
 *
 * @param score of its worst session, 0 to 100
 * @param byTier how many flagged sessions, by the place of the tier in {@link org.rpcscope.session.Tier}
 * @param destinations how many external addresses it spoke to
 * @param first nanoseconds since 1970 of its first flagged session
 * @param last of the end of its last one
 */
public record HostLine(
        IpAddress address,
        int score,
        Set<Stage> stages,
        List<Integer> byTier,
        int destinations,
        long first,
        long last,
        List<String> users) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HostLine line && address.equals(line.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }
}
