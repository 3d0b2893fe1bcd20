package org.rpcscope.ui.hosts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Host;
import org.rpcscope.detect.Hosts;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.Actors;
import org.rpcscope.session.Direction;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.TextPool;

/**
 * The hosts of a detection in their rank, with the users that were heard in their sessions, with when these began, and with
 * how many events logs tell of them. Any thread.
 */
record HostLines(Detection detection, ConversationNames names, CaseEvents events) {

    private static final int CHECK = 1023;

    /** All of them, or those counted so far where the progress is cancelled. */
    List<HostLine> ranked(Progress progress) {
        Map<IpAddress, Set<String>> users = users(progress);
        List<Host> hosts = Hosts.of(detection, progress);
        List<IpAddress> addresses = hosts.stream().map(Host::address).toList();
        List<Spark> sparks = Sparks.of(detection, addresses, progress);
        int[] counts = events.counts(detection, addresses, progress);
        List<HostLine> lines = new ArrayList<>(hosts.size());
        for (int i = 0; i < sparks.size(); i++) {
            Host host = hosts.get(i);
            Set<String> heard = users.getOrDefault(host.address(), Set.of());
            lines.add(new HostLine(host, List.copyOf(heard), sparks.get(i), counts[i]));
        }
        return lines;
    }

    private Map<IpAddress, Set<String>> users(Progress progress) {
        Map<IpAddress, Set<String>> users = new HashMap<>();
        int[] flagged = detection.flaggedSessions();
        for (int i = 0; i < flagged.length && ((i & CHECK) != 0 || !progress.cancelled()); i++) {
            if (named(flagged[i])) {
                Session session = detection.sessions().session(flagged[i]);
                boolean inbound = detection.direction(flagged[i]) == Direction.INBOUND;
                IpAddress host =
                        inbound ? session.ends().destination() : session.ends().source();
                users.computeIfAbsent(host, _ -> new LinkedHashSet<>()).addAll(names.users(session));
            }
        }
        return users;
    }

    /** Asked of every flagged session, so without making an object for it. */
    private boolean named(int number) {
        Sessions sessions = detection.sessions();
        for (int place = sessions.first(number); place < sessions.last(number); place++) {
            ObservationTable table = sessions.tables().get(sessions.table(place));
            int row = sessions.row(place);
            if (!table.conversation(row).authentications().isEmpty()
                    || new Actors(table).user(row) != TextPool.ABSENT) {
                return true;
            }
        }
        return false;
    }
}
