package org.rpcscope.graph;

import java.util.Arrays;

/** Parts nodes that would be drawn over each other. One use, one thread; its arrays are kept from step to step. */
final class Collisions {

    /** From afar nodes are drawn larger than they are, and between two of them is room for an arrow. */
    private static final double LARGER = 1.6;

    private static final double GAP = 12;

    private final double[] reach; // of each node
    private final double side; // of a cell: no two nodes reach each other over a whole one
    private final int[] first; // node of each bucket, or -1
    private final int[] next; // node of the same bucket, or -1

    Collisions(HostGraph graph) {
        reach = graph.nodes().stream()
                .mapToDouble(node -> Drawing.size(node) * LARGER + GAP / 2)
                .toArray();
        side = 2 * Arrays.stream(reach).max().orElse(GAP);
        first = new int[Integer.highestOneBit(Math.max(1, reach.length)) * 2];
        next = new int[reach.length];
    }

    /** Moves nodes that are too near to each other, each by half of what is missing; a fixed one does not move. */
    void part(double[] x, double[] y, boolean[] fixed) {
        Arrays.fill(first, -1);
        for (int i = 0; i < x.length; i++) {
            for (int column = -1; column <= 1; column++) {
                for (int row = -1; row <= 1; row++) {
                    part(i, first[bucket(x[i] + column * side, y[i] + row * side)], x, y, fixed);
                }
            }
            int bucket = bucket(x[i], y[i]);
            next[i] = first[bucket];
            first[bucket] = i;
        }
    }

    private int bucket(double x, double y) {
        int column = (int) Math.floor(x / side);
        int row = (int) Math.floor(y / side);
        return ((column * 0x9E3779B1 + row * 0x85EBCA6B) >>> 7) & (first.length - 1);
    }

    private void part(int node, int begin, double[] x, double[] y, boolean[] fixed) {
        for (int other = begin; other >= 0; other = next[other]) {
            double dx = x[node] - x[other];
            double dy = y[node] - y[other];
            double distance = Math.sqrt(dx * dx + dy * dy);
            double missing = reach[node] + reach[other] - distance;
            if (missing > 0 && !(fixed[node] && fixed[other])) {
                double share = fixed[node] || fixed[other] ? missing : missing / 2;
                double alongX = distance > 0 ? dx / distance : 1; // two in one place part sideways
                double alongY = distance > 0 ? dy / distance : 0;
                if (!fixed[node]) {
                    x[node] += alongX * share;
                    y[node] += alongY * share;
                }
                if (!fixed[other]) {
                    x[other] -= alongX * share;
                    y[other] -= alongY * share;
                }
            }
        }
    }
}
