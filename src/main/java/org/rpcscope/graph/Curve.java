package org.rpcscope.graph;

import org.rpcscope.net.Zone;

/**
 * The way of an edge from node to node: straight, but around the nodes between where both stand in one column.
 *
 * @param bow how far its middle is from the straight line, to the right, in the units of the others
 */
record Curve(double x0, double y0, double x1, double y1, double bow) {

    /** Nodes of a column that are further from each other have others between them. */
    private static final double NEXT = 70;

    private static final double WIDEST = 110;

    /** A bow is drawn as so many lines. */
    private static final int PARTS = 12;

    /** How far an edge between two places bows, in units of the drawing: inwards, since labels are outside. */
    static double bow(HostGraph.Node from, double x0, double y0, double x1, double y1) {
        double apart = Math.abs(y1 - y0);
        if (Math.abs(x1 - x0) >= 1 || apart <= NEXT) {
            return 0;
        }
        double bow = Math.min(WIDEST, apart / 4);
        return from.zone() == Zone.EXTERNAL ? -bow : bow;
    }

    /** How many lines it is drawn as. */
    int parts() {
        return bow == 0 ? 1 : PARTS;
    }

    /** The x at the beginning of a part; at the end of all for their number. */
    double x(int part) {
        double along = (double) part / parts();
        return x0 + (x1 - x0) * along + 4 * bow * along * (1 - along);
    }

    double y(int part) {
        return y0 + (y1 - y0) * part / parts();
    }
}
