package org.rpcscope.detect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Tier;

/** What a change would add to the flagged sessions, and take away. Immutable; any thread. */
public final class Effect {

    private final Flags before;
    private final Flags after;
    private final long[] added; // bits of the candidates of after
    private final long[] removed; // bits of the candidates of before
    private final int[] addedByTier;
    private final int[] removedByTier;

    /**
     * Which internal hosts get their first flagged session, and which lose their last one; a session belongs to the host
     * that {@link Hosts} says.
     */
    public record HostEffect(List<IpAddress> added, List<IpAddress> removed) {}

    /** Takes bits of the candidates of each. */
    Effect(Flags before, Flags after, long[] added, long[] removed) {
        this.before = before;
        this.after = after;
        this.added = added;
        this.removed = removed;
        this.addedByTier = Flags.countsByTier(after.candidates(), added);
        this.removedByTier = Flags.countsByTier(before.candidates(), removed);
    }

    /** How many sessions would be flagged that are not. */
    public int added() {
        return Arrays.stream(addedByTier).sum();
    }

    /** How many sessions would no longer be flagged. */
    public int removed() {
        return Arrays.stream(removedByTier).sum();
    }

    /** {@link #added} by the place of the tier in {@link Tier}. */
    public int[] addedByTier() {
        return addedByTier.clone();
    }

    /** {@link #removed} by the place of the tier in {@link Tier}. */
    public int[] removedByTier() {
        return removedByTier.clone();
    }

    /** The numbers of the sessions that would be added, ascending. */
    public int[] addedSessions() {
        return Flags.sessionsOf(after.candidates(), added);
    }

    /** The numbers of the sessions that would be removed, ascending. */
    public int[] removedSessions() {
        return Flags.sessionsOf(before.candidates(), removed);
    }

    /** The hosts, in order of address; looks at every flagged session, which is work for a job. */
    public HostEffect hosts(Sessions sessions) {
        if (sessions.tables().isEmpty()) {
            return new HostEffect(List.of(), List.of());
        }
        AddressPool addresses = sessions.tables().getFirst().pools().addresses();
        BitSet now = before.hosts();
        BitSet then = after.hosts();
        return new HostEffect(without(then, now, addresses), without(now, then, addresses));
    }

    private static List<IpAddress> without(BitSet all, BitSet others, AddressPool addresses) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(others);
        IntStream ids = rest.stream();
        return ids.mapToObj(addresses::address).sorted().toList();
    }
}
