package org.rpcscope.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;
import org.rpcscope.session.Tier;

/** Makes the graph of some pairs as the analyst wants to see it. One use, one thread: work for a job. */
public final class GraphBuilder {

    private final Pairs pairs;
    private final Networks networks;
    private final Map<Integer, NodeKey> keys;
    private final Map<NodeKey, Sum> sums = new HashMap<>();

    /** What the hosts of a node add up to. */
    private static final class Sum {
        private final NodeKey key;
        private final Zone zone;
        private final Set<Integer> hosts = new HashSet<>();
        private long sessions;
        private long flagged;
        private long inner;

        Sum(NodeKey key, Zone zone) {
            this.key = key;
            this.zone = zone;
        }

        HostGraph.Node node() {
            return new HostGraph.Node(key, zone, hosts.size(), sessions, flagged, inner);
        }
    }

    private GraphBuilder(Pairs pairs, Networks networks, View view) {
        this.pairs = pairs;
        this.networks = networks;
        this.keys = Groups.of(pairs, networks, view);
    }

    /** The graph of the pairs under a boundary. */
    public static HostGraph build(Pairs pairs, Networks networks, View view) {
        return new GraphBuilder(pairs, networks, view).build(view);
    }

    private HostGraph build(View view) {
        for (int pair = 0; pair < pairs.size(); pair++) {
            count(pair);
        }
        List<HostGraph.Node> all = sums.values().stream()
                .map(Sum::node)
                .sorted(Comparator.comparingLong(HostGraph.Node::flagged)
                        .thenComparingLong(HostGraph.Node::sessions)
                        .reversed()
                        .thenComparing(node -> node.key().label()))
                .toList();
        List<HostGraph.Node> shown = all.stream()
                .filter(node -> !view.hidden().contains(node.key()))
                .limit(view.budget())
                .sorted(Comparator.comparing(HostGraph.Node::zone)
                        .thenComparing(node -> node.key().label()))
                .toList();
        return new HostGraph(shown, edges(shown), hidden(all, shown));
    }

    private void count(int pair) {
        Sum from = sum(pairs.source(pair));
        Sum to = sum(pairs.destination(pair));
        from.hosts.add(pairs.source(pair));
        to.hosts.add(pairs.destination(pair));
        from.sessions += pairs.sessions(pair);
        from.flagged += pairs.flagged(pair);
        if (from == to) {
            from.inner += pairs.sessions(pair);
        } else {
            to.sessions += pairs.sessions(pair);
            to.flagged += pairs.flagged(pair);
        }
    }

    private Sum sum(int id) {
        NodeKey key = key(id);
        return sums.computeIfAbsent(
                key, _ -> new Sum(key, networks.zone(pairs.pool().address(id))));
    }

    private NodeKey key(int id) {
        NodeKey key = keys.get(id);
        return key == null ? new NodeKey.Host(pairs.pool().address(id)) : key;
    }

    private List<HostGraph.Edge> edges(List<HostGraph.Node> shown) {
        Map<NodeKey, Integer> places = new HashMap<>();
        for (HostGraph.Node node : shown) {
            places.put(node.key(), places.size());
        }
        Map<Long, HostGraph.Edge> edges = new HashMap<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            Integer from = places.get(key(pairs.source(pair)));
            Integer to = places.get(key(pairs.destination(pair)));
            if (from != null && to != null && !from.equals(to)) {
                HostGraph.Edge edge =
                        new HostGraph.Edge(from, to, pairs.sessions(pair), pairs.flagged(pair), pairs.tier(pair));
                edges.merge((long) from << 32 | to, edge, GraphBuilder::together);
            }
        }
        List<HostGraph.Edge> sorted = new ArrayList<>(edges.values());
        sorted.sort(Comparator.comparingInt(HostGraph.Edge::from).thenComparingInt(HostGraph.Edge::to));
        return sorted;
    }

    private static HostGraph.Edge together(HostGraph.Edge a, HostGraph.Edge b) {
        boolean onlyFirst = a.flagged() > 0 && b.flagged() == 0;
        boolean onlySecond = b.flagged() > 0 && a.flagged() == 0;
        Tier stronger = a.tier().compareTo(b.tier()) <= 0 ? a.tier() : b.tier();
        Tier tier = onlyFirst ? a.tier() : onlySecond ? b.tier() : stronger;
        return new HostGraph.Edge(a.from(), a.to(), a.sessions() + b.sessions(), a.flagged() + b.flagged(), tier);
    }

    private HostGraph.Hidden hidden(List<HostGraph.Node> all, List<HostGraph.Node> shown) {
        int groups = 0;
        int grouped = 0;
        for (HostGraph.Node node : shown) {
            if (!(node.key() instanceof NodeKey.Host)) {
                groups++;
                grouped += node.hosts();
            }
        }
        int hosts = all.stream().mapToInt(HostGraph.Node::hosts).sum()
                - shown.stream().mapToInt(HostGraph.Node::hosts).sum();
        Set<NodeKey> kept = new HashSet<>();
        shown.forEach(node -> kept.add(node.key()));
        long sessions = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            boolean both = kept.contains(key(pairs.source(pair))) && kept.contains(key(pairs.destination(pair)));
            sessions += both ? 0 : pairs.sessions(pair);
        }
        return new HostGraph.Hidden(groups, grouped, hosts, sessions);
    }
}
