package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.Arrays;
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
 */
public record Coverage(int hosts, int sessions) {

    private static final int[] NO_NETWORK = {};

    /** How many sessions are counted between two looks at the progress. */
    private static final int STEP = 1 << 16;

    /**
     * The coverage of each network, at the same places, in one pass over the sessions: work for a job.
     *
     * @param progress advances by sessions; when it is cancelled, what was counted so far is returned
     */
    public static List<Coverage> of(Sessions sessions, List<Cidr> networks, Progress progress) {
        progress.total(sessions.count());
        Count count = new Count(networks);
        for (int from = 0; from < sessions.count() && !progress.cancelled(); from += STEP) {
            int to = Math.min(from + STEP, sessions.count());
            for (int number = from; number < to; number++) {
                int place = sessions.first(number); // all observations of a session have the same two ends
                ObservationTable table = sessions.tables().get(sessions.table(place));
                int row = sessions.row(place);
                count.session(table.pools().addresses(), table.source(row), table.destination(row));
            }
            progress.advance(to - from);
        }
        return count.coverage();
    }

    /** The counters of one pass. */
    private static final class Count {
        private final int[] hosts;
        private final int[] sessions;
        private final Networks deciding;
        private final Map<String, int[]> holding =
                new HashMap<>(); // for each network all that hold it, itself included
        private int[] @Nullable [] ofAddress = new int[1024][]; // the networks of each address met so far

        Count(List<Cidr> networks) {
            hosts = new int[networks.size()];
            sessions = new int[networks.size()];
            List<NetworkLine> lines = new ArrayList<>();
            for (Cidr network : networks) {
                int[] outer = new int[networks.size()];
                int found = 0;
                for (int i = 0; i < outer.length; i++) {
                    if (networks.get(i).contains(network)) {
                        outer[found++] = i;
                    }
                }
                holding.put(network.toString(), Arrays.copyOf(outer, found));
                lines.add(new NetworkLine(network, NetworkLine.INTERNAL, "", ""));
            }
            deciding = Networks.of(0, lines);
        }

        void session(AddressPool addresses, int source, int destination) {
            int[] left = networks(addresses, source);
            int[] right = networks(addresses, destination);
            for (int network : left) {
                sessions[network]++;
            }
            for (int network : right) {
                if (left != right && !contains(left, network)) {
                    sessions[network]++;
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
            Arrays.setAll(all, i -> new Coverage(hosts[i], sessions[i]));
            return List.of(all);
        }
    }
}
