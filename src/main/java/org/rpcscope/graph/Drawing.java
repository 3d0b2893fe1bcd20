package org.rpcscope.graph;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A graph with the places of its nodes: painted through a camera, and asked what is under the pointer. Immutable; any
 * thread.
 */
public final class Drawing {

    private static final double SMALLEST = 6;
    private static final double LARGEST = 26;
    private static final double ARROW = 7;
    private static final int CHECK = 512; // edges between two looks at whether the picture is still wanted

    /** Dashes by the place of the tier: what was answered is a whole line. */
    private static final int[] DASHES = {0, 0, 5, 2};

    private final HostGraph graph;
    private final double[] x;
    private final double[] y;
    private final double[] radius;
    private final double[] thick; // of each edge, in pixels

    /** A drawing of a graph; nodes without a place are at the origin. */
    public Drawing(HostGraph graph, Places places) {
        this.graph = graph;
        int count = graph.nodes().size();
        this.x = new double[count];
        this.y = new double[count];
        this.radius = new double[count];
        this.thick = graph.edges().stream().mapToDouble(Drawing::thickness).toArray();
        for (int i = 0; i < count; i++) {
            HostGraph.Node node = graph.nodes().get(i);
            Places.Point point = places.of(node.key());
            x[i] = point == null ? 0 : point.x();
            y[i] = point == null ? 0 : point.y();
            radius[i] = Math.min(LARGEST, SMALLEST + 3 * Math.log1p(node.hosts() - 1) + Math.log1p(node.flagged()));
        }
    }

    private static double thickness(HostGraph.Edge edge) {
        return Math.min(5, 0.8 + 0.5 * Math.log1p(edge.sessions())) * (edge.flagged() > 0 ? 1.2 : 0.8);
    }

    public HostGraph graph() {
        return graph;
    }

    public double x(int node) {
        return x[node];
    }

    public double y(int node) {
        return y[node];
    }

    /** In units of the drawing. */
    public double radius(int node) {
        return radius[node];
    }

    /** How large nodes are on the screen, beside the zoom: from afar they shrink less than what is between them. */
    public static double nodeScale(Camera camera) {
        return Math.clamp(Math.sqrt(camera.zoom()), 0.25, 1.6);
    }

    /**
     * Paints a band of the picture: edges, those with flagged sessions on top, then nodes.
     *
     * @param lit the nodes that are not dimmed; null for all
     * @param chosen the nodes with a ring around them
     * @param stop asked now and then; where it says yes, the band is left unfinished
     */
    public void paint(
            Pixels pixels,
            Pixels.Band band,
            Camera camera,
            Palette palette,
            boolean @Nullable [] lit,
            boolean[] chosen,
            BooleanSupplier stop) {
        band.fill(palette.background());
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < thick.length; i++) {
                HostGraph.Edge edge = graph.edges().get(i);
                if (edge.flagged() > 0 == (pass == 1)) {
                    boolean dim = lit != null && !(lit[edge.from()] && lit[edge.to()]);
                    paintEdge(pixels, band, camera, palette, i, dim);
                }
                if (i % CHECK == 0 && stop.getAsBoolean()) {
                    return;
                }
            }
        }
        for (int i = 0; i < x.length; i++) {
            paintNode(pixels, band, camera, palette, i, lit != null && !lit[i], chosen[i]);
        }
    }

    private void paintEdge(Pixels pixels, Pixels.Band band, Camera camera, Palette palette, int number, boolean dim) {
        HostGraph.Edge edge = graph.edges().get(number);
        double fromX = camera.screenX(x[edge.from()], pixels.width());
        double fromY = camera.screenY(y[edge.from()], pixels.height());
        double toX = camera.screenX(x[edge.to()], pixels.width());
        double toY = camera.screenY(y[edge.to()], pixels.height());
        if (!band.reached(Math.min(fromY, toY) - ARROW, Math.max(fromY, toY) + ARROW)) {
            return; // most edges do not touch most bands
        }
        boolean flagged = edge.flagged() > 0;
        int colour = flagged ? palette.of(edge.tier()) : palette.plain();
        int shown = dim ? faded(colour) : colour;
        band.line(
                fromX, fromY, toX, toY, thick[number], shown, DASHES[edge.tier().ordinal()]);
        double length = Math.sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
        double edgeOfNode = radius[edge.to()] * nodeScale(camera);
        if (length > edgeOfNode + 3 * ARROW) {
            double alongX = (toX - fromX) / length;
            double alongY = (toY - fromY) / length;
            double tipX = toX - alongX * edgeOfNode;
            double tipY = toY - alongY * edgeOfNode;
            for (int side = -1; side <= 1; side += 2) {
                double backX = tipX - ARROW * (alongX + side * 0.5 * alongY);
                double backY = tipY - ARROW * (alongY - side * 0.5 * alongX);
                band.line(tipX, tipY, backX, backY, Math.max(1.2, thick[number]), shown, 0);
            }
        }
    }

    private void paintNode(
            Pixels pixels, Pixels.Band band, Camera camera, Palette palette, int node, boolean dim, boolean chosen) {
        double atX = camera.screenX(x[node], pixels.width());
        double atY = camera.screenY(y[node], pixels.height());
        double size = radius[node] * nodeScale(camera);
        if (atX < -size - 8 || atX > pixels.width() + size + 8) {
            return;
        }
        int colour = palette.of(graph.nodes().get(node).zone());
        int shown = dim ? faded(colour) : colour;
        boolean group = !(graph.nodes().get(node).key() instanceof NodeKey.Host);
        if (group) { // groups are boxes, hosts are discs: the shape says so where colour does not
            if (chosen) {
                band.box(atX, atY, size + 5, size + 5, 8, palette.chosen());
            }
            band.box(atX, atY, size + 1.5, size + 1.5, 6, shown);
            band.box(atX, atY, size - 0.5, size - 0.5, 4, palette.inside());
        } else {
            if (chosen) {
                band.disc(atX, atY, size + 5, palette.chosen());
            }
            band.disc(atX, atY, size, shown);
            if (graph.nodes().get(node).flagged() == 0) {
                band.disc(atX, atY, Math.max(0, size - 2), palette.inside());
            }
        }
    }

    private static int faded(int colour) {
        return (colour >>> 24) / 5 << 24 | colour & 0xFFFFFF;
    }

    /** The node under a point of the screen, the topmost; -1 for none. */
    public int nodeAt(double screenX, double screenY, double width, double height, Camera camera) {
        double scale = nodeScale(camera);
        for (int i = x.length - 1; i >= 0; i--) {
            double dx = camera.screenX(x[i], width) - screenX;
            double dy = camera.screenY(y[i], height) - screenY;
            if (Math.hypot(dx, dy) <= radius[i] * scale + 3) {
                return i;
            }
        }
        return -1;
    }

    /** The edge within some pixels of a point of the screen, the nearest; -1 for none. */
    public int edgeAt(double screenX, double screenY, double width, double height, Camera camera) {
        int nearest = -1;
        double least = 5;
        for (int i = 0; i < graph.edges().size(); i++) {
            HostGraph.Edge edge = graph.edges().get(i);
            double distance = distance(
                    screenX,
                    screenY,
                    camera.screenX(x[edge.from()], width),
                    camera.screenY(y[edge.from()], height),
                    camera.screenX(x[edge.to()], width),
                    camera.screenY(y[edge.to()], height));
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(double px, double py, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((px - x0) * dx + (py - y0) * dy) / square, 0, 1);
        return Math.hypot(px - x0 - along * dx, py - y0 - along * dy);
    }
}
