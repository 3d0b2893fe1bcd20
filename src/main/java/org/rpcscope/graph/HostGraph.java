package org.rpcscope.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.net.PrefixSet;
import org.rpcscope.net.Zone;
import org.rpcscope.session.Tier;

/**
 * Hosts and groups of hosts, and the sessions between them. Immutable; any thread.
 *
 * @param nodes in a stable order: by zone, then by key
 * @param edges at most one each way between two nodes; none from a node to itself
 * @param hidden what is not shown, to stay within the budget or by wish
 */
public record HostGraph(List<Node> nodes, List<Edge> edges, Hidden hidden) {

    /** A graph of nothing. */
    public static final HostGraph EMPTY = new HostGraph(List.of(), List.of(), new Hidden(0, 0, 0, 0));

    public HostGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A host or a group.
     *
     * @param hosts how many hosts it stands for
     * @param sessions that have an end in it
     * @param flagged those of them that are flagged
     * @param inner sessions between hosts of the same group, which no edge shows
     */
    public record Node(NodeKey key, Zone zone, int hosts, long sessions, long flagged, long inner) {}

    /**
     * The sessions that one node opened to another.
     *
     * @param from place of a node
     * @param to place of another
     * @param flagged how many are flagged
     * @param tier the strongest of the flagged ones; of all, where none is flagged
     */
    public record Edge(int from, int to, long sessions, long flagged, Tier tier) {}

    /**
     * What a graph leaves out.
     *
     * @param groups closed groups that are shown
     * @param grouped hosts within them
     * @param hosts hosts that are not shown at all
     * @param sessions sessions of those
     */
    public record Hidden(int groups, int grouped, int hosts, long sessions) {}

    /** The place of each key's node. */
    public Map<NodeKey, Integer> places() {
        Map<NodeKey, Integer> places = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            places.put(nodes.get(i).key(), i);
        }
        return places;
    }

    /** Which nodes are hosts of some networks, or networks that hold or meet one of them. */
    public boolean[] meeting(PrefixSet networks) {
        boolean[] meeting = new boolean[nodes.size()];
        for (int i = 0; i < meeting.length; i++) {
            meeting[i] = switch (nodes.get(i).key()) {
                case NodeKey.Host host -> networks.holds(host.address());
                case NodeKey.Network network -> networks.meets(network.cidr());
                case NodeKey.Role _ -> false; // the role of a host is known where all pairs are
            };
        }
        return meeting;
    }

    /**
     * The nodes within some steps of one.
     *
     * @param steps how many edges may lie between, whichever way they point
     */
    public boolean[] within(int node, int steps) {
        boolean[] reached = new boolean[nodes.size()];
        reached[node] = true;
        for (int step = 0; step < steps; step++) {
            boolean[] next = reached.clone();
            for (Edge edge : edges) {
                next[edge.from] |= reached[edge.to];
                next[edge.to] |= reached[edge.from];
            }
            reached = next;
        }
        return reached;
    }
}
