package org.rpcscope.capture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Transport;

/**
 * Which packets of a capture are wanted: those of some of its conversations. A packet belongs to the last conversation of
 * its ends that began at it or before it, as it did when the capture was read. Immutable; any thread.
 */
final class Picked {

    /** Two ends in the order of {@link FlowKey}. */
    private record Ends(long lowHigh, long lowLow, long highHigh, long highLow, int ports, boolean udp) {
        static Ends of(FlowKey key) {
            return new Ends(key.lowHigh, key.lowLow, key.highHigh, key.highLow, key.ports, key.udp);
        }
    }

    /** Two hosts, the lower first. */
    private record Pair(long lowHigh, long lowLow, long highHigh, long highLow) {
        static Pair of(FlowKey key) {
            return new Pair(key.lowHigh, key.lowLow, key.highHigh, key.highLow);
        }
    }

    private final long[] wanted;
    private final Map<Ends, long[]> begins = new HashMap<>();
    private final Set<Pair> pairs = new HashSet<>();

    private Picked(long[] wanted) {
        this.wanted = wanted;
    }

    /** @param origins where the wanted conversations begin, ascending */
    static Picked of(ObservationTable table, long[] origins) {
        Picked picked = new Picked(origins);
        FlowKey key = new FlowKey();
        int rows = table.rows();
        for (int row = 0; row < rows; row++) {
            if (picked.wants(table.origin(row))) {
                of(table, row, key);
                picked.begins.put(Ends.of(key), new long[0]);
                picked.pairs.add(Pair.of(key));
            }
        }
        for (int row = 0; row < rows; row++) { // what is not wanted ends what is
            of(table, row, key);
            long origin = table.origin(row);
            picked.begins.computeIfPresent(Ends.of(key), (_, before) -> {
                long[] more = Arrays.copyOf(before, before.length + 1);
                more[before.length] = origin;
                return more;
            });
        }
        picked.begins.values().forEach(Arrays::sort);
        return picked;
    }

    private static void of(ObservationTable table, int row, FlowKey key) {
        AddressPool addresses = table.pools().addresses();
        int source = table.source(row);
        int destination = table.destination(row);
        int ports = table.sourcePort(row) << 16 | table.destinationPort(row);
        key.of(
                addresses.high(source),
                addresses.low(source),
                addresses.high(destination),
                addresses.low(destination),
                ports,
                table.transport(row) == Transport.UDP);
    }

    /** Whether a packet of these ends, whose record begins at the origin, belongs to a wanted conversation. */
    boolean takes(FlowKey key, long origin) {
        long[] all = begins.get(Ends.of(key));
        if (all == null) {
            return false;
        }
        int at = Arrays.binarySearch(all, origin);
        int last = at >= 0 ? at : -at - 2;
        return last >= 0 && wants(all[last]);
    }

    /** Whether a wanted conversation is between the hosts. */
    boolean between(FlowKey key) {
        return pairs.contains(Pair.of(key));
    }

    /** Whether a wanted conversation begins at the origin. */
    boolean wants(long origin) {
        return Arrays.binarySearch(wanted, origin) >= 0;
    }
}
