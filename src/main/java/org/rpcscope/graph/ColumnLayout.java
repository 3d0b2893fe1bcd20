package org.rpcscope.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Zone;

/**
 * Internal hosts on the left, special addresses in the middle, external ones on the right, each zone in as many columns as
 * it needs, in an order with few crossings. A node that was there stays exactly where it was, and a new one goes to the free
 * place that is nearest to those it talks with; a zone of which little is left, or most is new, is placed anew.
 */
public final class ColumnLayout implements Layout {

    /** Between two nodes of a column. */
    private static final double STEP = 64;

    /** Between two columns of one zone, where it has too many nodes for one: room for a label. */
    private static final double BESIDE = 360;

    /** Between the innermost columns of the internal and of the external side; special addresses are half way. */
    private static final double ACROSS = 1000;

    /** So many nodes stand in a column of a small zone; a larger one has higher columns, and more of them. */
    private static final int TALLEST = 24;

    /** A zone of equal sides has so many nodes in a column for each column, and a window is wider than high. */
    private static final int SHAPE = 7;

    /** A zone that covers so many times as many places as it has nodes is placed anew. */
    private static final int LOOSE = 3;

    @Override
    public Places places(HostGraph graph, Places before, Set<NodeKey> pinned, Progress progress) {
        double[] heights = heights(graph, before);
        Map<NodeKey, Places.Point> places = new HashMap<>();
        Map<Zone, int[]> order = Order.of(graph, heights, progress);
        for (Zone zone : Zone.values()) {
            int[] nodes = order.getOrDefault(zone, new int[0]);
            if (settled(graph, zone, nodes, before)) {
                for (int node : nodes) {
                    NodeKey key = graph.nodes().get(node).key();
                    Places.Point kept = before.of(key);
                    if (kept != null) {
                        places.put(key, kept);
                    }
                }
            } else {
                placeAnew(graph, zone, nodes, places);
            }
        }
        placeNew(graph, order, places);
        for (NodeKey key : pinned) {
            Places.Point kept = before.of(key);
            if (kept != null && places.containsKey(key)) {
                places.put(key, kept);
            }
        }
        return new Places(places);
    }

    /** Where each node was between the highest and the lowest of all, from 0 to 1; NaN where it was nowhere. */
    private static double[] heights(HostGraph graph, Places before) {
        double[] y = graph.nodes().stream()
                .map(node -> before.of(node.key()))
                .mapToDouble(point -> point == null ? Double.NaN : point.y())
                .toArray();
        double top = Arrays.stream(y).filter(each -> !Double.isNaN(each)).min().orElse(0);
        double bottom =
                Arrays.stream(y).filter(each -> !Double.isNaN(each)).max().orElse(0);
        return Arrays.stream(y)
                .map(each -> (each - top) / Math.max(1, bottom - top))
                .toArray();
    }

    /** Whether most nodes of a zone had a place, and close enough together. */
    private static boolean settled(HostGraph graph, Zone zone, int[] nodes, Places before) {
        int known = 0;
        int outermost = 0;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int node : nodes) {
            Places.Point point = before.of(graph.nodes().get(node).key());
            if (point != null) {
                known++;
                outermost = Math.max(outermost, (int) Math.rint(outwards(zone, point.x()) / BESIDE));
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
            }
        }
        double covered = (outermost + 1) * ((bottom - top) / STEP + 1);
        return known * 2 > nodes.length && covered <= LOOSE * Math.max(nodes.length, TALLEST);
    }

    private static double outwards(Zone zone, double x) {
        return Math.max(
                0,
                switch (zone) {
                    case INTERNAL -> -x;
                    case SPECIAL -> 0;
                    case EXTERNAL -> x - ACROSS;
                });
    }

    /** The highest column of a zone of so many nodes. */
    private static int tallest(int nodes) {
        int tallest = TALLEST;
        while (nodes > tallest * tallest / SHAPE) {
            tallest = tallest * 4 / 3; // by steps: else every new node would move all others
        }
        return tallest;
    }

    /** Fills row after row, so that a node's height is its place in the order however many columns there are. */
    private static void placeAnew(HostGraph graph, Zone zone, int[] nodes, Map<NodeKey, Places.Point> places) {
        int columns = Math.ceilDiv(nodes.length, tallest(nodes.length));
        int rows = columns == 0 ? 0 : Math.ceilDiv(nodes.length, columns);
        for (int i = 0; i < nodes.length; i++) {
            places.put(
                    graph.nodes().get(nodes[i]).key(), point(zone, i % columns, i / columns - rows / 2, nodes.length));
        }
    }

    /**
     * A place of a zone.
     *
     * @param column from the middle of the picture outwards
     * @param nodes of the zone: special addresses are never in the way of the sides, however many they are
     */
    private static Places.Point point(Zone zone, int column, int row, int nodes) {
        double y = row * STEP + (column % 2) * STEP / 2; // so that an edge to the second column misses the first
        return new Places.Point(
                switch (zone) {
                    case INTERNAL -> -column * BESIDE;
                    case SPECIAL -> {
                        int columns = Math.ceilDiv(nodes, tallest(nodes));
                        yield ACROSS / 2 + (column - (columns - 1) / 2.0) * Math.min(BESIDE, ACROSS / (columns + 1));
                    }
                    case EXTERNAL -> ACROSS + column * BESIDE;
                },
                y);
    }

    /** Gives the nodes that have no place yet the free ones that are nearest to those they talk with. */
    private static void placeNew(HostGraph graph, Map<Zone, int[]> order, Map<NodeKey, Places.Point> places) {
        double[] wish = new double[graph.nodes().size()];
        int[] neighbours = new int[wish.length];
        for (HostGraph.Edge edge : graph.edges()) {
            wish(graph, edge.from(), edge.to(), places, wish, neighbours);
            wish(graph, edge.to(), edge.from(), places, wish, neighbours);
        }
        order.forEach((zone, nodes) -> {
            List<Places.@Nullable Point> free = null;
            for (int node : nodes) {
                NodeKey key = graph.nodes().get(node).key();
                if (!places.containsKey(key)) {
                    if (free == null) {
                        free = free(graph, zone, nodes, places);
                    }
                    double y = neighbours[node] == 0 ? 0 : wish[node] / neighbours[node];
                    Places.Point nearest = free.stream()
                            .min((a, b) -> Double.compare(far(zone, a, y), far(zone, b, y)))
                            .orElseThrow();
                    free.remove(nearest);
                    places.put(key, nearest);
                }
            }
        });
    }

    private static void wish(
            HostGraph graph,
            int node,
            int neighbour,
            Map<NodeKey, Places.Point> places,
            double[] wish,
            int[] neighbours) {
        Places.Point there = places.get(graph.nodes().get(neighbour).key());
        if (there != null) {
            wish[node] += there.y();
            neighbours[node]++;
        }
    }

    /** A column further out costs as much as half a row, so that the inner ones are filled first. */
    private static double far(Zone zone, Places.Point point, double y) {
        return Math.abs(point.y() - y) + outwards(zone, point.x()) / BESIDE * STEP / 2;
    }

    /** At least as many places as the zone has nodes without one. */
    private static List<Places.Point> free(HostGraph graph, Zone zone, int[] nodes, Map<NodeKey, Places.Point> places) {
        List<Places.Point> taken = Arrays.stream(nodes)
                .mapToObj(node -> places.get(graph.nodes().get(node).key()))
                .filter(point -> point != null)
                .toList();
        int missing = nodes.length - taken.size();
        List<Places.Point> free = new ArrayList<>();
        int rows = Math.min(nodes.length + 1, tallest(nodes.length));
        for (int column = 0; free.size() < missing; column++) {
            for (int row = -rows / 2; row < rows - rows / 2; row++) {
                Places.Point point = point(zone, column, row, nodes.length);
                if (taken.stream().noneMatch(other -> near(other, point))) {
                    free.add(point);
                }
            }
        }
        return free;
    }

    private static boolean near(Places.Point a, Places.Point b) {
        return Math.abs(a.x() - b.x()) < BESIDE / 4 && Math.abs(a.y() - b.y()) < STEP * 3 / 4;
    }
}
