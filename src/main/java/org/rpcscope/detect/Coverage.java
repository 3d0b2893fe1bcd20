package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;

/**
 * How much of what was observed a network covers. An address lies in the network that would decide its zone, as in
 * {@link Networks}, and in all that hold that one; so a NAT64 or 6to4 address lies in those of the IPv4 address inside.
 *
 * @param hosts different addresses of sessions that lie in it
 * @param sessions sessions with at least one end in it
 * @param flagged how many of these are flagged
 */
public record Coverage(int hosts, int sessions, int flagged) {

    private static final int[] NO_NETWORK = {};

    /** How many sessions are counted between two looks at the progress. */
    private static final int STEP = 1 << 16;

    /**
     * The coverage of each network, at the same places, in one pass over the sessions: work for a job.
     *
     * @param progress advances by sessions; when it is cancelled, what was counted so far is returned
     */
    public static List<Coverage> of(Detection detection, List<Cidr> networks, Progress progress) {
        Sessions sessions = detection.sessions();
        progress.total(sessions.count());
        Count count = new Count(networks);
        for (int from = 0; from < sessions.count() && !progress.cancelled(); from += STEP) {
            int to = Math.min(from + STEP, sessions.count());
            for (int number = from; number < to; number++) {
                count.session(sessions, number, count.sessions);
            }
            progress.advance(to - from);
        }
        for (int number : detection.flaggedSessions()) {
            count.session(sessions, number, count.flagged);
        }
        return count.coverage();
    }

    /** The counters of one pass. */
    private static final class Count {
        private final int[] hosts;
        private final int[] sessions;
        private final int[] flagged;
        private final Networks deciding;
        private final Map<String, int[]> holding =
                new HashMap<>(); // for each network all that hold it, itself included
        private int[] @Nullable [] ofAddress = new int[1024][]; // the networks of each address met so far

        Count(List<Cidr> networks) {
            hosts = new int[networks.size()];
            sessions = new int[networks.size()];
            flagged = new int[networks.size()];
            List<NetworkLine> lines = new ArrayList<>();
            for (Cidr network : networks) {
                lines.add(new NetworkLine(network, NetworkLine.INTERNAL, "", ""));
            }
            hold(networks);
            deciding = Networks.of(0, lines);
        }

        /** In the order of the networks those that hold the present one are open, whatever their number. */
        private void hold(List<Cidr> networks) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < networks.size(); i++) {
                order.add(i);
            }
            order.sort(Comparator.comparing((Integer i) -> networks.get(i).network())
                    .thenComparing(i -> networks.get(i).bits()));
            List<Integer> open = new ArrayList<>();
            for (int i : order) {
                while (!open.isEmpty() && !networks.get(open.getLast()).contains(networks.get(i))) {
                    open.removeLast();
                }
                open.add(i); // equal ones hold each other; the last of them knows all
                holding.put(
                        networks.get(i).toString(),
                        open.stream().mapToInt(Integer::intValue).toArray());
            }
        }

        void session(Sessions all, int number, int[] into) {
            int place = all.first(number); // all observations of a session have the same two ends
            ObservationTable table = all.tables().get(all.table(place));
            int row = all.row(place);
            AddressPool addresses = table.pools().addresses();
            int[] left = networks(addresses, table.source(row));
            int[] right = networks(addresses, table.destination(row));
            for (int network : left) {
                into[network]++;
            }
            for (int network : right) {
                if (left != right && !contains(left, network)) {
                    into[network]++;
                }
            }
        }

        private static boolean contains(int[] networks, int wanted) {
            for (int network : networks) {
                if (network == wanted) {
                    return true;
                }
            }
            return false;
        }

        private int[] networks(AddressPool addresses, int id) {
            if (id >= ofAddress.length) {
                ofAddress = Arrays.copyOf(ofAddress, Math.max(addresses.size(), ofAddress.length * 2));
            }
            int[] known = ofAddress[id];
            if (known == null) {
                known = find(addresses.address(id));
                ofAddress[id] = known;
                for (int network : known) {
                    hosts[network]++;
                }
            }
            return known;
        }

        private int[] find(IpAddress address) {
            String network = deciding.reason(address).network();
            return network == null ? NO_NETWORK : holding.getOrDefault(network, NO_NETWORK);
        }

        List<Coverage> coverage() {
            Coverage[] all = new Coverage[hosts.length];
            Arrays.setAll(all, i -> new Coverage(hosts[i], sessions[i], flagged[i]));
            return List.of(all);
        }
    }
}
