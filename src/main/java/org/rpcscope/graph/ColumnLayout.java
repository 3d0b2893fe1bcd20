package org.rpcscope.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Zone;

/**
 * Internal hosts on the left, special addresses in the middle, external ones on the right. Within a column a node that was
 * there keeps its rank, and a new one goes to where its neighbours are, so that few edges cross.
 */
public final class ColumnLayout implements Layout {

    /** Between two nodes of a column: room for a label below each. */
    private static final double STEP = 64;

    /** Between two columns of one zone, where it has too many nodes for one. */
    private static final double BESIDE = 170;

    /** Between the columns of two zones. */
    private static final double ACROSS = 420;

    /** So many nodes stand in a column at most; each column is full before the next is begun, so that few move. */
    private static final int TALLEST = 24;

    private static final int SWEEPS = 4;

    @Override
    public Places places(HostGraph graph, Places before, Set<NodeKey> pinned, Progress progress) {
        boolean[] known = new boolean[graph.nodes().size()];
        double[] rank = new double[known.length];
        for (Zone zone : Zone.values()) {
            rankAsBefore(graph, zone, before, rank, known);
        }
        for (int sweep = 0; sweep < SWEEPS && !progress.cancelled(); sweep++) {
            rank = towardsNeighbours(graph, rank, known);
        }
        Map<NodeKey, Places.Point> places = placed(graph, rank);
        for (NodeKey key : pinned) {
            Places.Point kept = before.of(key);
            if (kept != null && places.containsKey(key)) {
                places.put(key, kept);
            }
        }
        return new Places(places);
    }

    /** Ranks the nodes of a zone from 0 to 1: those that had a place by it, all others by their order. */
    private static void rankAsBefore(HostGraph graph, Zone zone, Places before, double[] rank, boolean[] known) {
        List<Integer> old = new ArrayList<>();
        List<Integer> all = ofZone(graph, zone);
        for (int i = 0; i < all.size(); i++) {
            int node = all.get(i);
            known[node] = before.of(graph.nodes().get(node).key()) != null;
            rank[node] = (i + 0.5) / all.size();
            if (known[node]) {
                old.add(node);
            }
        }
        old.sort(Comparator.comparingDouble((Integer node) -> column(graph, before, node))
                .thenComparingDouble(node -> point(graph, before, node).y()));
        for (int i = 0; i < old.size(); i++) {
            rank[old.get(i)] = (i + 0.5) / old.size();
        }
    }

    private static double column(HostGraph graph, Places before, int node) {
        return Math.rint(point(graph, before, node).x() / BESIDE);
    }

    private static Places.Point point(HostGraph graph, Places before, int node) {
        Places.Point point = before.of(graph.nodes().get(node).key());
        return point == null ? new Places.Point(0, 0) : point;
    }

    private static List<Integer> ofZone(HostGraph graph, Zone zone) {
        List<Integer> nodes = new ArrayList<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (graph.nodes().get(i).zone() == zone) {
                nodes.add(i);
            }
        }
        return nodes;
    }

    /** New nodes move to the mean rank of those they speak with. */
    private static double[] towardsNeighbours(HostGraph graph, double[] rank, boolean[] known) {
        double[] sum = new double[rank.length];
        double[] weight = new double[rank.length];
        for (HostGraph.Edge edge : graph.edges()) {
            double pull = 1 + Math.log1p(edge.sessions());
            sum[edge.from()] += rank[edge.to()] * pull;
            weight[edge.from()] += pull;
            sum[edge.to()] += rank[edge.from()] * pull;
            weight[edge.to()] += pull;
        }
        double[] next = rank.clone();
        for (int i = 0; i < rank.length; i++) {
            if (!known[i] && weight[i] > 0) {
                next[i] = sum[i] / weight[i];
            }
        }
        return next;
    }

    private static Map<NodeKey, Places.Point> placed(HostGraph graph, double[] rank) {
        Map<NodeKey, Places.Point> places = new HashMap<>();
        double left = 0;
        for (Zone zone : Zone.values()) {
            List<Integer> nodes = ofZone(graph, zone);
            nodes.sort(Comparator.comparingDouble((Integer i) -> rank[i]).thenComparing(Comparator.naturalOrder()));
            int columns = (nodes.size() + TALLEST - 1) / TALLEST;
            double middle = (Math.min(nodes.size(), TALLEST) - 1) / 2.0;
            for (int i = 0; i < nodes.size(); i++) {
                double x = left + i / TALLEST * BESIDE;
                double y = (i % TALLEST - middle) * STEP;
                places.put(graph.nodes().get(nodes.get(i)).key(), new Places.Point(x, y));
            }
            left += columns == 0 ? 0 : ACROSS + (columns - 1) * BESIDE;
        }
        return places;
    }
}
