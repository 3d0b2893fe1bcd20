package org.rpcscope.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rpcscope.graph.HostGraph;

/** Room for labels: who comes first has it, and who would cover another goes without. */
final class Labels {

    private final double height;
    private final Map<Integer, List<double[]>> taken = new HashMap<>(); // by strips as high as a label

    /** @param height of every label, in pixels */
    Labels(double height) {
        this.height = height;
    }

    /** The nodes in the order in which they get their labels: those with the most flagged sessions first. */
    static int[] byWeight(HostGraph graph) {
        return IntStream.range(0, graph.nodes().size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer node) -> -graph.nodes().get(node).flagged())
                        .thenComparing(node -> -graph.nodes().get(node).sessions())
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Keeps labels off a node: one over another host's disc would name the wrong host. */
    void keep(double x, double y, double radius) {
        double reach = Math.max(0, radius - height / 2);
        for (double at = y - reach; at <= y + reach; at += height) {
            strip(at).add(new double[] {x - radius, at, 2 * radius});
        }
    }

    private List<double[]> strip(double y) {
        return taken.computeIfAbsent((int) Math.floor(y / height), _ -> new ArrayList<>());
    }

    /** Takes the room of a label around a point, where it is free. */
    boolean take(double x, double y, double width) {
        double left = x - width / 2;
        int strip = (int) Math.floor(y / height);
        for (int near = strip - 1; near <= strip + 1; near++) {
            for (double[] other : taken.getOrDefault(near, List.of())) {
                boolean apart = left + width < other[0]
                        || other[0] + other[2] < left
                        || y + height < other[1]
                        || other[1] + height < y;
                if (!apart) {
                    return false;
                }
            }
        }
        strip(y).add(new double[] {left, y, width});
        return true;
    }
}
