package org.rpcscope.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.SessionLinks;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Direction;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;

/**
 * The way of one activity from host to host: the session at the endpoint mapper, those on the ports that it announced, and
 * what its internal host did inside within a day. Immutable.
 *
 * @param sessions numbers in the detection, ascending
 * @param hosts the ends of these sessions, in the order in which they come in
 */
public record Activity(List<Integer> sessions, Set<IpAddress> hosts) {

    /** So long after its beginning what goes on inside belongs to an activity. */
    private static final long FOLLOWS_NANOS = 24 * 3_600_000_000_000L;

    /** So many sessions are looked at between two looks at the progress. */
    private static final int STEP = 1 << 16;

    /**
     * The activity that a session is part of; looks at all sessions, which is work for a job.
     *
     * @param progress when it is cancelled, what was found so far is returned
     */
    public static Activity of(Detection detection, int session, Progress progress) {
        Set<Integer> found = new TreeSet<>();
        found.add(session);
        SessionLinks links = detection.links(session);
        int first = links.announcer() == SessionLinks.NOBODY ? session : links.announcer();
        found.add(first);
        for (int announced : detection.links(first).announced()) {
            found.add(announced);
        }
        for (int announced : links.announced()) {
            found.add(announced);
        }
        inside(detection, first, progress, found);
        Set<IpAddress> hosts = new LinkedHashSet<>();
        List<Integer> sessions = new ArrayList<>(found);
        for (int each : sessions) {
            Session.Ends ends = detection.sessions().session(each).ends();
            hosts.add(ends.source());
            hosts.add(ends.destination());
        }
        return new Activity(sessions, hosts);
    }

    /** Adds what the internal host of a session across the boundary went on to. */
    private static void inside(Detection detection, int session, Progress progress, Set<Integer> found) {
        Sessions all = detection.sessions();
        Direction direction = detection.direction(session);
        if (direction != Direction.OUTBOUND && direction != Direction.INBOUND) {
            return;
        }
        int best = all.best(session);
        ObservationTable table = all.tables().get(all.table(best));
        int row = all.row(best);
        int host = direction == Direction.OUTBOUND ? table.source(row) : table.destination(row);
        long start = all.start(session);
        for (int other = 0; other < all.count(); other++) {
            if (other % STEP == 0 && progress.cancelled()) {
                return;
            }
            int place = all.best(other);
            if (all.tables().get(all.table(place)).source(all.row(place)) == host
                    && all.start(other) >= start
                    && all.start(other) <= start + FOLLOWS_NANOS
                    && detection.direction(other) == Direction.INTERNAL
                    && detection.stages(other).contains(Stage.LATERAL_MOVEMENT)) {
                found.add(other);
            }
        }
    }

    /** Which nodes of a graph its hosts are, or are in. */
    public boolean[] within(HostGraph graph) {
        boolean[] lit = new boolean[graph.nodes().size()];
        for (int i = 0; i < lit.length; i++) {
            NodeKey key = graph.nodes().get(i).key();
            lit[i] = switch (key) {
                case NodeKey.Host host -> hosts.contains(host.address());
                case NodeKey.Network network ->
                    hosts.stream().anyMatch(host -> network.cidr().contains(host));
                case NodeKey.Role _ -> false; // the role of a host is known where all pairs are
            };
        }
        return lit;
    }
}
