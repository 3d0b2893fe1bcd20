package org.rpcscope.graph;

import java.util.Set;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Zone;

/**
 * Nodes push each other away, edges pull their ends together, and each zone is drawn to its side, so that what crosses the
 * boundary crosses the picture (after T. Fruchterman and E. Reingold, Software: Practice and Experience 21, 1991). Nodes
 * that had a place start there and cool quickly; without any, the layout starts hot.
 */
public final class ForceLayout implements Layout {

    /** The length that an edge would like to have. */
    private static final double LENGTH = 90;

    /** How far the middle of the internal side is from that of the external one: more where there are many nodes. */
    private static final double SIDES = 500;

    private static final double SIDES_EACH = 60; // for the root of how many there are

    private static final double HOTTEST = 60;
    private static final double WARM = 12;
    /** How strongly a zone draws to its side, and everything to the middle line: for one unit of distance. */
    private static final double TO_SIDE = 3;

    /** Less than to the side, so that a side is higher than wide; enough to keep those together that do not talk. */
    private static final double TO_LINE = 1.2;

    private final int steps;

    /**
     * A layout of so many steps.
     *
     * @param steps more of them for a better picture, fewer to show one soon and go on from it
     */
    public ForceLayout(int steps) {
        this.steps = steps;
    }

    @Override
    public Places places(HostGraph graph, Places before, Set<NodeKey> pinned, Progress progress) {
        int count = graph.nodes().size();
        double[] x = new double[count];
        double[] y = new double[count];
        boolean[] fixed = new boolean[count];
        int known = start(graph, before, x, y);
        for (int i = 0; i < count; i++) {
            fixed[i] = pinned.contains(graph.nodes().get(i).key());
        }
        double heat = known * 2 > count ? WARM : HOTTEST;
        int[] degree = degrees(graph);
        QuadTree tree = new QuadTree();
        Collisions collisions = new Collisions(graph);
        progress.total(steps);
        for (int step = 0; step < steps && !progress.cancelled(); step++) {
            tree.build(x, y);
            move(graph, tree, degree, x, y, fixed, heat * (steps - step) / steps);
            collisions.part(x, y, fixed);
            progress.advance(1);
        }
        return Places.of(graph, x, y);
    }

    /** Gives every node a place to start from, and says how many had one: new ones begin beside a neighbour that has one. */
    private static int start(HostGraph graph, Places before, double[] x, double[] y) {
        int known = 0;
        boolean[] placed = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            Places.Point point = before.of(graph.nodes().get(i).key());
            placed[i] = point != null;
            known += placed[i] ? 1 : 0;
            // the golden angle spreads the others over a disc, always the same way
            double angle = i * 2.399963;
            double radius = LENGTH * 0.6 * Math.sqrt(i);
            x[i] = point != null ? point.x() : side(graph.nodes().get(i).zone(), x.length) + radius * Math.cos(angle);
            y[i] = point != null ? point.y() : radius * Math.sin(angle);
        }
        for (HostGraph.Edge edge : graph.edges()) {
            beside(edge.from(), edge.to(), placed, x, y);
            beside(edge.to(), edge.from(), placed, x, y);
        }
        return known;
    }

    private static void beside(int fresh, int neighbour, boolean[] placed, double[] x, double[] y) {
        if (!placed[fresh] && placed[neighbour]) {
            double angle = fresh * 2.399963;
            x[fresh] = x[neighbour] + LENGTH * Math.cos(angle);
            y[fresh] = y[neighbour] + LENGTH * Math.sin(angle);
            placed[fresh] = true;
        }
    }

    private static int[] degrees(HostGraph graph) {
        int[] degree = new int[graph.nodes().size()];
        for (HostGraph.Edge edge : graph.edges()) {
            degree[edge.from()]++;
            degree[edge.to()]++;
        }
        return degree;
    }

    private static double side(Zone zone, int nodes) {
        double half = (SIDES + SIDES_EACH * Math.sqrt(nodes)) / 2;
        return switch (zone) {
            case INTERNAL -> -half;
            case SPECIAL -> 0;
            case EXTERNAL -> half;
        };
    }

    private static void move(
            HostGraph graph, QuadTree tree, int[] degree, double[] x, double[] y, boolean[] fixed, double heat) {
        double[] forceX = new double[x.length];
        double[] forceY = new double[x.length];
        double[] push = new double[2];
        for (int i = 0; i < x.length; i++) {
            push[0] = (side(graph.nodes().get(i).zone(), x.length) - x[i]) * TO_SIDE;
            push[1] = -y[i] * TO_LINE;
            tree.push(i, LENGTH * LENGTH, push);
            forceX[i] = push[0];
            forceY[i] = push[1];
        }
        for (HostGraph.Edge edge : graph.edges()) {
            double dx = x[edge.to()] - x[edge.from()];
            double dy = y[edge.to()] - y[edge.from()];
            double pull = Math.sqrt(dx * dx + dy * dy)
                    / LENGTH
                    / Math.min(degree[edge.from()], degree[edge.to()]); // or a busy server swallows its clients
            forceX[edge.from()] += dx * pull;
            forceY[edge.from()] += dy * pull;
            forceX[edge.to()] -= dx * pull;
            forceY[edge.to()] -= dy * pull;
        }
        for (int i = 0; i < x.length; i++) {
            double force = Math.sqrt(forceX[i] * forceX[i] + forceY[i] * forceY[i]);
            if (!fixed[i] && force > 0) {
                double step = Math.min(force, heat) / force;
                x[i] += forceX[i] * step;
                y[i] += forceY[i] * step;
            }
        }
    }
}
