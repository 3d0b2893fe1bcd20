package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Tier;

/**
 * The internal hosts with flagged sessions, those that deserve to be looked at first in front.
 *
 * <p>A flagged session belongs to its internal end; where both ends are internal, to the one that opened it; where none is,
 * to nobody. The score of a host is made of the highest score of a session with each peer, highest first: the first counts
 * in full, the next by half, the next by a quarter and so on, and each takes its share of what is missing to 100. So one
 * peer with 60 gives 60, two give 72, three give 76, and a thousand attempts at one peer count as one. Equal scores are in
 * order of how far they got (the number of stages), of sessions, and of address.
 */
public final class Hosts {

    /** How many flagged sessions are counted between two looks at the progress. */
    private static final int STEP = 1 << 12;

    /** From so many peers on the share is too small to count. */
    private static final int COUNTED = 7;

    private static final Comparator<Host> ORDER = Comparator.comparingInt(Host::score)
            .reversed()
            .thenComparing(host -> host.stages().size(), Comparator.reverseOrder())
            .thenComparing(Host::sessions, Comparator.reverseOrder())
            .thenComparing(Host::address);

    private Hosts() {}

    /**
     * The ranking, in one pass over the flagged sessions: work for a job.
     *
     * @param progress advances by flagged sessions; when it is cancelled, what was counted so far is ranked
     */
    public static List<Host> of(Detection detection, Progress progress) {
        int[] flagged = detection.flaggedSessions();
        progress.total(flagged.length);
        Map<Integer, Count> counts = new HashMap<>(); // by the number of the host's address
        for (int from = 0; from < flagged.length && !progress.cancelled(); from += STEP) {
            int to = Math.min(from + STEP, flagged.length);
            for (int i = from; i < to; i++) {
                take(detection, flagged[i], counts);
            }
            progress.advance(to - from);
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        AddressPool addresses = detection.sessions().tables().getFirst().pools().addresses();
        List<Host> hosts = new ArrayList<>(counts.size());
        counts.forEach((host, count) -> hosts.add(count.host(addresses.address(host))));
        hosts.sort(ORDER);
        return List.copyOf(hosts);
    }

    private static void take(Detection detection, int session, Map<Integer, Count> counts) {
        Sessions sessions = detection.sessions();
        int best = sessions.best(session);
        ObservationTable table = sessions.tables().get(sessions.table(best));
        int source = table.source(sessions.row(best));
        int destination = table.destination(sessions.row(best));
        switch (detection.direction(session)) {
            case OUTBOUND, INTERNAL ->
                counts.computeIfAbsent(source, _ -> new Count()).add(detection, session, destination);
            case INBOUND ->
                counts.computeIfAbsent(destination, _ -> new Count()).add(detection, session, source);
            case UNKNOWN -> unknown(detection, session, counts, source, destination);
            case EXTERNAL -> {}
        }
    }

    /** One end is special: the other may still be internal. */
    private static void unknown(
            Detection detection, int session, Map<Integer, Count> counts, int source, int destination) {
        if (detection.internal(source)) {
            counts.computeIfAbsent(source, _ -> new Count()).add(detection, session, destination);
        } else if (detection.internal(destination)) {
            counts.computeIfAbsent(destination, _ -> new Count()).add(detection, session, source);
        }
    }

    /** What is known of one host so far. */
    private static final class Count {
        private final Map<Integer, Integer> best = new HashMap<>(2); // of each peer the highest score
        private int stages; // Stages#bits
        private final int[] byTier = new int[Tier.values().length];
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        void add(Detection detection, int session, int peer) {
            best.merge(peer, detection.score(session), Math::max);
            stages |= detection.stageBits(session);
            byTier[Tier.of(detection.sessions().evidence(session)).ordinal()]++;
            long start = detection.sessions().start(session);
            first = Math.min(first, start);
            last = Math.max(last, start);
        }

        Host host(IpAddress address) {
            List<Integer> tiers = Arrays.stream(byTier).boxed().toList();
            return new Host(address, score(), Stages.of(stages), tiers, first, last, best.size());
        }

        private int score() {
            int[] scores =
                    best.values().stream().mapToInt(each -> each).sorted().toArray();
            double missing = 1;
            double share = 1;
            for (int i = scores.length - 1; i >= Math.max(0, scores.length - COUNTED); i--) {
                missing *= 1 - share * scores[i] / 100;
                share /= 2;
            }
            return (int) Math.round(100 * (1 - missing));
        }
    }
}
