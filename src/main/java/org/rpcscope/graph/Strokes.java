package org.rpcscope.graph;

import java.util.stream.IntStream;

/** What is drawn of the edges of a graph wherever its nodes are. Immutable; its arrays are read, never written. */
final class Strokes {

    /** More edges than this are drawn thinner, or they would cover each other. */
    private static final double FEW = 40;

    private static final double THINNEST = 0.35;
    private static final double FINEST = 0.8; // in pixels: thinner ones cannot be seen
    private static final double THICKEST = 5;

    /** The edges in the order in which they are drawn: those with flagged sessions on top. */
    final int[] order;

    final int[] from;
    final int[] to;
    final double[] thick; // in pixels

    Strokes(HostGraph graph) {
        int count = graph.edges().size();
        double thinner = Math.clamp(Math.sqrt(FEW / Math.max(1, count)), THINNEST, 1);
        order = IntStream.concat(
                        IntStream.range(0, count)
                                .filter(i -> graph.edges().get(i).flagged() == 0),
                        IntStream.range(0, count)
                                .filter(i -> graph.edges().get(i).flagged() > 0))
                .toArray();
        from = graph.edges().stream().mapToInt(HostGraph.Edge::from).toArray();
        to = graph.edges().stream().mapToInt(HostGraph.Edge::to).toArray();
        thick = graph.edges().stream()
                .mapToDouble(edge -> Math.max(FINEST, thickness(edge) * thinner))
                .toArray();
    }

    private static double thickness(HostGraph.Edge edge) {
        return Math.min(THICKEST, 0.8 + 0.5 * Math.log1p(edge.sessions())) * (edge.flagged() > 0 ? 1.2 : 0.8);
    }
}
