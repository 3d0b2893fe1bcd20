package org.rpcscope.detect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Zone;
import org.rpcscope.session.Direction;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.SessionBlock;
import org.rpcscope.session.SessionBlock.Cell;
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
    private final IntFunction<Zone> zones;
    private final Links links;
    private final Map<Integer, long[]> contacts = new HashMap<>(); // of each host when it first spoke to each peer
    private final PairSet firstContact = new PairSet(); // of each host and peer the number of the session, and one
    private final Map<Integer, long[]> crossings = new HashMap<>(); // of each host when it spoke across the boundary

    private Movement(Gathered gathered, IntFunction<Zone> zones) {
        this.sessions = gathered.sessions();
        this.zones = zones;
        this.links = gathered.links();
    }

    /**
     * Looks at every session once, which is work for a job.
     *
     * @param zones of an address by its number
     */
    static Movement of(Gathered gathered, IntFunction<Zone> zones) {
        Movement movement = new Movement(gathered, zones);
        Map<Integer, Times> contacts = new HashMap<>();
        Map<Integer, Times> crossings = new HashMap<>();
        SessionBlock block = new SessionBlock(movement.sessions);
        for (int at = 0; at < SessionBlock.blocks(movement.sessions); at++) {
            block.move(at);
            movement.take(block, contacts, crossings);
        }
        contacts.forEach((host, times) -> movement.contacts.put(host, times.sorted()));
        crossings.forEach((host, times) -> movement.crossings.put(host, times.sorted()));
        return movement;
    }

    private void take(SessionBlock block, Map<Integer, Times> contacts, Map<Integer, Times> crossings) {
        int[] evidence = block.of(Cell.EVIDENCE);
        int[] ports = block.of(Cell.PORT);
        int count = block.count();
        boolean announced = links.any();
        for (int i = 0; i < count; i++) {
            boolean learned = announced && isLearned(block.from() + i);
            if (Stages.isRpc(evidence[i], ports[i], learned)) {
                int source = block.of(Cell.SOURCE)[i];
                take(block.from() + i, source, block.of(Cell.DESTINATION)[i], contacts, crossings);
            }
        }
    }

    private void take(
            int session, int source, int destination, Map<Integer, Times> contacts, Map<Integer, Times> crossings) {
        long start = sessions.start(session);
        switch (Direction.of(zones.apply(source), zones.apply(destination))) {
            case INTERNAL -> {
                if (source != destination && firstContact.keep(source, destination, session + 1) == session + 1) {
                    contacts.computeIfAbsent(source, _ -> new Times()).add(start);
                }
            }
            case OUTBOUND -> crossings.computeIfAbsent(source, _ -> new Times()).add(start);
            case INBOUND ->
                crossings.computeIfAbsent(destination, _ -> new Times()).add(start);
            case EXTERNAL, UNKNOWN -> {}
        }
    }

    private boolean isLearned(int session) {
        return LinkedSessions.announcer(sessions, links, session) != null;
    }

    private boolean isRpc(int session, int port) {
        return Stages.isRpc(sessions.evidence(session), port, isLearned(session));
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
        return switch (Direction.of(zones.apply(source), zones.apply(destination))) {
            case OUTBOUND -> any(contacts.get(source), start, start + FOLLOWS_NANOS);
            case INBOUND -> any(contacts.get(destination), start, start + FOLLOWS_NANOS);
            case INTERNAL -> {
                int contact = firstContact.count(source, destination);
                long first = contact == 0 ? 0 : sessions.start(contact - 1);
                yield contact != 0 && any(crossings.get(source), first - FOLLOWS_NANOS, first);
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
