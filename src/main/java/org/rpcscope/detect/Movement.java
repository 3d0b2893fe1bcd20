package org.rpcscope.detect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Direction;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;

/**
 * Who went on from host to host. A host that spoke RPC across the boundary, either way, and within a day spoke RPC to an
 * internal host that it had not spoken RPC to before, has moved on: its session across the boundary has that stage, and so
 * have its sessions with that host. What it spoke to before is habit, such as a domain controller. Counted in one pass over
 * the sessions, in order of start. Immutable; any thread.
 */
final class Movement {

    /** So long after a session across the boundary what a new internal peer is spoken to for may follow from it. */
    static final long FOLLOWS_NANOS = 24 * 3_600_000_000_000L;

    private final Sessions sessions;
    private final Networks networks;
    private final Links links;
    private final Map<Integer, long[]> contacts = new HashMap<>(); // of each host when it first spoke to each peer
    private final Map<Long, Long> firstContact = new HashMap<>(); // of each host and peer
    private final Map<Integer, long[]> crossings = new HashMap<>(); // of each host when it spoke across the boundary

    private Movement(Gathered gathered, Networks networks) {
        this.sessions = gathered.sessions();
        this.networks = networks;
        this.links = gathered.links();
    }

    /** Looks at every session once, which is work for a job. */
    static Movement of(Gathered gathered, Networks networks) {
        Movement movement = new Movement(gathered, networks);
        Map<Integer, Times> contacts = new HashMap<>();
        Map<Integer, Times> crossings = new HashMap<>();
        for (int session = 0; session < movement.sessions.count(); session++) {
            movement.take(session, contacts, crossings);
        }
        contacts.forEach((host, times) -> movement.contacts.put(host, times.sorted()));
        crossings.forEach((host, times) -> movement.crossings.put(host, times.sorted()));
        return movement;
    }

    private void take(int session, Map<Integer, Times> contacts, Map<Integer, Times> crossings) {
        int best = sessions.best(session);
        ObservationTable table = sessions.tables().get(sessions.table(best));
        int row = sessions.row(best);
        if (!isRpc(session, table.destinationPort(row))) {
            return;
        }
        int source = table.source(row);
        int destination = table.destination(row);
        long start = sessions.start(session);
        switch (direction(table.pools().addresses(), source, destination)) {
            case INTERNAL -> {
                if (source != destination && firstContact.putIfAbsent(pair(source, destination), start) == null) {
                    contacts.computeIfAbsent(source, _ -> new Times()).add(start);
                }
            }
            case OUTBOUND -> crossings.computeIfAbsent(source, _ -> new Times()).add(start);
            case INBOUND ->
                crossings.computeIfAbsent(destination, _ -> new Times()).add(start);
            case EXTERNAL, UNKNOWN -> {}
        }
    }

    private boolean isRpc(int session, int port) {
        boolean learned = LinkedSessions.announcer(sessions, links, session) != null;
        return Stages.isRpc(sessions.evidence(session), port, learned);
    }

    private Direction direction(AddressPool addresses, int source, int destination) {
        Zone from = networks.zone(addresses.high(source), addresses.low(source));
        Zone to = networks.zone(addresses.high(destination), addresses.low(destination));
        return Direction.of(from, to);
    }

    private static long pair(int source, int destination) {
        return (long) source << 32 | destination;
    }

    /** Whether RPC went on from host to host after a session, or by it. */
    boolean moved(int session) {
        int best = sessions.best(session);
        ObservationTable table = sessions.tables().get(sessions.table(best));
        int row = sessions.row(best);
        if (!isRpc(session, table.destinationPort(row))) {
            return false;
        }
        int source = table.source(row);
        int destination = table.destination(row);
        long start = sessions.start(session);
        return switch (direction(table.pools().addresses(), source, destination)) {
            case OUTBOUND -> any(contacts.get(source), start, start + FOLLOWS_NANOS);
            case INBOUND -> any(contacts.get(destination), start, start + FOLLOWS_NANOS);
            case INTERNAL -> {
                Long first = firstContact.get(pair(source, destination));
                yield first != null && any(crossings.get(source), first - FOLLOWS_NANOS, first);
            }
            case EXTERNAL, UNKNOWN -> false;
        };
    }

    /** Whether any of the times lies within, both bounds included. */
    private static boolean any(long @Nullable [] times, long from, long to) {
        if (times == null) {
            return false;
        }
        int at = Arrays.binarySearch(times, from);
        int first = at >= 0 ? at : -at - 1;
        return first < times.length && times[first] <= to;
    }

    /** Times that are gathered. */
    private static final class Times {
        private long[] all = new long[4];
        private int count;

        void add(long time) {
            if (count == all.length) {
                all = Arrays.copyOf(all, count * 2);
            }
            all[count++] = time;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(all, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
