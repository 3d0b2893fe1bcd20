package org.rpcscope.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rpcscope.graph.HostGraph;

/** Room for labels: who comes first has it, and who would cover another goes without. */
final class Labels {

    private final List<double[]> taken = new ArrayList<>();

    /** The nodes in the order in which they get their labels: the chosen one, then those with the most flagged sessions. */
    static int[] byWeight(HostGraph graph, int chosen) {
        return IntStream.range(0, graph.nodes().size())
                .boxed()
                .sorted(Comparator.comparing((Integer node) -> node != chosen)
                        .thenComparing(node -> -graph.nodes().get(node).flagged())
                        .thenComparing(node -> -graph.nodes().get(node).sessions())
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Takes the room of a label around a point, where it is free. */
    boolean take(double x, double y, double width, double height) {
        double left = x - width / 2;
        for (double[] other : taken) {
            boolean apart = left + width < other[0]
                    || other[0] + other[2] < left
                    || y + height < other[1]
                    || other[1] + height < y;
            if (!apart) {
                return false;
            }
        }
        taken.add(new double[] {left, y, width});
        return true;
    }
}
