package org.rpcscope.graph;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where nodes are, in units of the drawing: a pixel where it is not zoomed. Immutable.
 *
 * @param places by key, so that they outlive the graph they were made for
 */
public record Places(Map<NodeKey, Point> places) {

    /** Nowhere yet. */
    public static final Places NONE = new Places(Map.of());

    public Places {
        places = Map.copyOf(places);
    }

    /** A point of the drawing; x grows to the right, y downwards. */
    public record Point(double x, double y) {}

    /** Where a node is, null where it has no place yet. */
    public @Nullable Point of(NodeKey key) {
        return places.get(key);
    }

    /** The same places, and one that was chosen by hand. */
    public Places with(NodeKey key, Point point) {
        Map<NodeKey, Point> moved = new HashMap<>(places);
        moved.put(key, point);
        return new Places(moved);
    }

    /** The places of the nodes of a graph, from arrays in the order of the nodes. */
    static Places of(HostGraph graph, double[] x, double[] y) {
        Map<NodeKey, Point> places = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            places.put(graph.nodes().get(i).key(), new Point(x[i], y[i]));
        }
        return new Places(places);
    }
}
