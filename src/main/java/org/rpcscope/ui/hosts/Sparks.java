package org.rpcscope.ui.hosts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;

/**
 * Counts when the sessions of many hosts began, all hosts over the same time, so that their bars can be compared. While it
 * counts it holds {@link Spark#BARS} pairs of numbers a host; what it answers is a byte a bar. One thread.
 */
final class Sparks {

    private static final int CHECK = 4095;

    private final Detection detection;
    private final Sessions sessions;
    /** Of each address by its number: 0 while it is unknown, -1 for no host, else the place of the host and one. */
    private final int[] places;

    private final Map<IpAddress, Integer> hosts = new HashMap<>();
    private final int[] all;
    private final int[] flagged;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    private Sparks(Detection detection, List<IpAddress> wanted) {
        this.detection = detection;
        this.sessions = detection.sessions();
        places = new int[pool().size()];
        for (IpAddress host : wanted) {
            hosts.put(host, hosts.size());
        }
        all = new int[wanted.size() * Spark.BARS];
        flagged = new int[wanted.size() * Spark.BARS];
    }

    /** The bars of some hosts, in their order; of a cancelled job those of the sessions that were counted. */
    static List<Spark> of(Detection detection, List<IpAddress> hosts, Progress progress) {
        if (hosts.isEmpty()) {
            return List.of();
        }
        Sparks sparks = new Sparks(detection, hosts);
        sparks.span(progress);
        sparks.count(progress);
        return hosts.stream()
                .map(host -> Spark.of(sparks.all, sparks.flagged, sparks.hosts.getOrDefault(host, 0) * Spark.BARS))
                .toList();
    }

    private AddressPool pool() {
        return sessions.tables().getFirst().pools().addresses();
    }

    private void span(Progress progress) {
        for (int session = 0; session < sessions.count() && go(session, progress); session++) {
            long start = sessions.start(session);
            first = Math.min(first, start);
            last = Math.max(last, start);
        }
    }

    private void count(Progress progress) {
        double stretch = Math.max(1, ((double) last - first) / Spark.BARS);
        for (int session = 0; session < sessions.count() && go(session, progress); session++) {
            int best = sessions.best(session);
            ObservationTable table = sessions.tables().get(sessions.table(best));
            int source = place(table.source(sessions.row(best)));
            int destination = place(table.destination(sessions.row(best)));
            if (source >= 0 || destination >= 0) {
                double since = (double) sessions.start(session) - first;
                int bar = (int) Math.clamp(since / stretch, 0, Spark.BARS - 1);
                boolean is = detection.flagged(session);
                add(source, bar, is);
                if (destination != source) {
                    add(destination, bar, is);
                }
            }
        }
    }

    private static boolean go(int session, Progress progress) {
        return (session & CHECK) != 0 || !progress.cancelled();
    }

    private void add(int host, int bar, boolean is) {
        if (host >= 0) {
            all[host * Spark.BARS + bar]++;
            flagged[host * Spark.BARS + bar] += is ? 1 : 0;
        }
    }

    /** Each address is asked once whether it is one of the hosts. */
    private int place(int address) {
        if (address >= places.length) { // it came in after this snapshot
            return -1;
        }
        if (places[address] == 0) {
            Integer host = hosts.get(pool().address(address));
            places[address] = host == null ? -1 : host + 1;
        }
        return places[address] < 0 ? -1 : places[address] - 1;
    }
}
