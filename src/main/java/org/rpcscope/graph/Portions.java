package org.rpcscope.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;

/**
 * What the hosts of a graph can be told apart by, to show some of them and hide others: their roles, their networks, and the
 * hosts that are hidden one by one. What is hidden is among them, since it is here that it is shown again. Immutable; any
 * thread.
 */
public record Portions(List<Portion> roles, List<Portion> networks, List<Portion> hosts) {

    /** Of nothing. */
    public static final Portions NONE = new Portions(List.of(), List.of(), List.of());

    /** So many networks can be looked through. */
    private static final int MOST = 48;

    public Portions {
        roles = List.copyOf(roles);
        networks = List.copyOf(networks);
        hosts = List.copyOf(hosts);
    }

    /**
     * Hosts that are shown or hidden together.
     *
     * @param sessions that have an end in it
     * @param flagged those of them that are flagged
     */
    public record Portion(NodeKey key, Zone zone, int hosts, long sessions, long flagged, boolean shown) {}

    /** The portions of some pairs under a boundary, those with the most flagged sessions first: work for a job. */
    public static Portions of(Pairs pairs, Networks networks, View view) {
        Map<Integer, NodeKey> byNetwork = Groups.networks(pairs, networks, view, MOST);
        List<Portion> listed = new ArrayList<>(sums(pairs, networks, view, byNetwork));
        Map<Integer, NodeKey> hidden = Groups.of(pairs, networks, view.groupedBy(View.GroupBy.NONE));
        hidden.values().retainAll(view.hidden());
        List<Portion> gone = sums(pairs, networks, view, hidden);
        gone.stream()
                .filter(portion -> portion.key() instanceof NodeKey.Network
                        && listed.stream().noneMatch(one -> one.key().equals(portion.key())))
                .forEach(listed::add);
        return new Portions(
                sums(pairs, networks, view, Groups.roles(pairs, networks, view)),
                listed,
                gone.stream()
                        .filter(portion -> portion.key() instanceof NodeKey.Host)
                        .toList());
    }

    private static final class Sum {
        private final Set<Integer> hosts = new HashSet<>();
        private long sessions;
        private long flagged;
        private Zone zone = Zone.EXTERNAL;
    }

    private static List<Portion> sums(Pairs pairs, Networks networks, View view, Map<Integer, NodeKey> keys) {
        Map<NodeKey, Sum> sums = new HashMap<>();
        keys.forEach((id, key) -> {
            Sum sum = sums.computeIfAbsent(key, _ -> new Sum());
            sum.hosts.add(id);
            sum.zone = networks.zone(pairs.pool().address(id));
        });
        for (int pair = 0; pair < pairs.size(); pair++) {
            Sum from = sums.get(keys.get(pairs.source(pair)));
            Sum to = sums.get(keys.get(pairs.destination(pair)));
            add(from, pairs, pair);
            if (from != to) {
                add(to, pairs, pair);
            }
        }
        return sums.entrySet().stream()
                .map(entry -> portion(entry.getKey(), entry.getValue(), view))
                .sorted(Comparator.comparing(Portion::zone)
                        .thenComparing(Comparator.comparingLong(Portion::flagged)
                                .thenComparingLong(Portion::sessions)
                                .reversed())
                        .thenComparing(portion -> portion.key().label()))
                .toList();
    }

    private static void add(@Nullable Sum sum, Pairs pairs, int pair) {
        if (sum != null) {
            sum.sessions += pairs.sessions(pair);
            sum.flagged += pairs.flagged(pair);
        }
    }

    private static Portion portion(NodeKey key, Sum sum, View view) {
        return new Portion(
                key,
                sum.zone,
                sum.hosts.size(),
                sum.sessions,
                sum.flagged,
                !view.hidden().contains(key));
    }
}
