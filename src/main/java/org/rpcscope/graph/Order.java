package org.rpcscope.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Zone;

/**
 * The order from top to bottom in which the nodes of each zone stand, so that few edges cross: again and again the nodes of a
 * zone go to the mean place of those they talk with in the others (K. Sugiyama, S. Tagawa and M. Toda, IEEE Transactions on
 * Systems, Man, and Cybernetics 11, 1981), and the best order of all is kept. One use, one thread: work for a job.
 */
final class Order {

    private static final int SWEEPS = 24;

    /** After so many sweeps that were no better the order is as good as it gets. */
    private static final int PATIENCE = 4;

    private final HostGraph graph;
    private final Map<Zone, int[]> zones = new HashMap<>();
    private final double[] height; // of each node in its zone, from 0 at the top to 1

    private Order(HostGraph graph) {
        this.graph = graph;
        this.height = new double[graph.nodes().size()];
        Map<Zone, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < height.length; i++) {
            members.computeIfAbsent(graph.nodes().get(i).zone(), _ -> new ArrayList<>())
                    .add(i);
        }
        members.forEach((zone, nodes) ->
                zones.put(zone, nodes.stream().mapToInt(Integer::intValue).toArray()));
    }

    /**
     * The nodes of each zone from top to bottom.
     *
     * @param before where each node was, from 0 at the top to 1: the order to start from; NaN for a node that was nowhere
     * @param progress when it is cancelled, the order so far is returned
     */
    static Map<Zone, int[]> of(HostGraph graph, double[] before, Progress progress) {
        Order order = new Order(graph);
        order.zones.values().forEach(nodes -> order.begin(nodes, before));
        return order.improve(progress);
    }

    private void begin(int[] nodes, double[] before) {
        for (int i = 0; i < nodes.length; i++) {
            double known = before[nodes[i]];
            height[nodes[i]] = Double.isNaN(known) ? (i + 0.5) / nodes.length : known;
        }
        settle(nodes, height.clone());
    }

    private Map<Zone, int[]> improve(Progress progress) {
        Map<Zone, int[]> best = copy();
        long fewest = crossings();
        int worse = 0;
        for (int sweep = 0; sweep < SWEEPS && fewest > 0 && worse < PATIENCE && !progress.cancelled(); sweep++) {
            List<Zone> turns = sweep % 2 == 0
                    ? List.of(Zone.EXTERNAL, Zone.SPECIAL, Zone.INTERNAL)
                    : List.of(Zone.INTERNAL, Zone.SPECIAL, Zone.EXTERNAL);
            turns.stream().filter(zones::containsKey).forEach(this::towardsNeighbours);
            long now = crossings();
            worse = now < fewest ? 0 : worse + 1;
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        return best;
    }

    private Map<Zone, int[]> copy() {
        Map<Zone, int[]> copy = new HashMap<>();
        zones.forEach((zone, nodes) -> copy.put(zone, nodes.clone()));
        return copy;
    }

    /** Nodes that talk with nobody in another zone stay where they are. */
    private void towardsNeighbours(Zone zone) {
        double[] sum = new double[height.length];
        int[] neighbours = new int[height.length];
        for (HostGraph.Edge edge : graph.edges()) {
            if (graph.nodes().get(edge.from()).zone()
                    != graph.nodes().get(edge.to()).zone()) {
                sum[edge.from()] += height[edge.to()];
                neighbours[edge.from()]++;
                sum[edge.to()] += height[edge.from()];
                neighbours[edge.to()]++;
            }
        }
        double[] wish = height.clone();
        for (int i = 0; i < wish.length; i++) {
            if (neighbours[i] > 0) {
                wish[i] = sum[i] / neighbours[i];
            }
        }
        settle(zones.getOrDefault(zone, new int[0]), wish);
    }

    /** Sorts the nodes of a zone by where they wish to be, and spreads them evenly. */
    private void settle(int[] nodes, double[] wish) {
        Integer[] sorted = Arrays.stream(nodes).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(node -> wish[node])); // stable: equal wishes change nothing
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = sorted[i];
            height[nodes[i]] = (i + 0.5) / nodes.length;
        }
    }

    /** How many pairs of edges between two zones cross, both ways counted as one edge each. */
    private long crossings() {
        int[] place = new int[height.length];
        zones.values().forEach(nodes -> {
            for (int i = 0; i < nodes.length; i++) {
                place[nodes[i]] = i;
            }
        });
        long crossings = 0;
        for (Zone left : Zone.values()) {
            for (Zone right : Zone.values()) {
                if (left.compareTo(right) < 0 && zones.containsKey(left) && zones.containsKey(right)) {
                    crossings += crossings(left, right, place);
                }
            }
        }
        return crossings;
    }

    private long crossings(Zone left, Zone right, int[] place) {
        long[] edges = graph.edges().stream()
                .mapToLong(edge -> between(edge, left, right, place))
                .filter(edge -> edge >= 0)
                .sorted()
                .toArray();
        int[] below = new int[zones.getOrDefault(right, new int[0]).length + 1]; // sums, after P. Fenwick
        long crossings = 0;
        for (int i = 0; i < edges.length; i++) {
            int end = (int) edges[i] + 1;
            int notBelow = 0;
            for (int at = end; at > 0; at -= at & -at) {
                notBelow += below[at];
            }
            crossings += i - notBelow;
            for (int at = end; at < below.length; at += at & -at) {
                below[at]++;
            }
        }
        return crossings;
    }

    /** The two places of an edge between two zones as one number that sorts by the left one; -1 for another edge. */
    private long between(HostGraph.Edge edge, Zone left, Zone right, int[] place) {
        Zone from = graph.nodes().get(edge.from()).zone();
        Zone to = graph.nodes().get(edge.to()).zone();
        if (from == left && to == right) {
            return (long) place[edge.from()] << 32 | place[edge.to()];
        }
        if (from == right && to == left) {
            return (long) place[edge.to()] << 32 | place[edge.from()];
        }
        return -1;
    }
}
