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

    /** What a node may be high and wide at most, for one unit of the drawing: columns are closer than their largest groups. */
    private static final double ROOM = 28;

    private static final double SMALLEST_SHOWN = 2.5; // in pixels

    private final HostGraph graph;
    private final double[] x;
    private final double[] y;
    private final double[] radius;
    private final Strokes strokes;

    /** A drawing of a graph; nodes without a place are at the origin. */
    public Drawing(HostGraph graph, Places places) {
        this(graph, places, graph.nodes().stream().mapToDouble(Drawing::size).toArray(), new Strokes(graph));
    }

    private Drawing(HostGraph graph, Places places, double[] radius, Strokes strokes) {
        this.graph = graph;
        this.radius = radius;
        this.strokes = strokes;
        int count = graph.nodes().size();
        this.x = new double[count];
        this.y = new double[count];
        for (int i = 0; i < count; i++) {
            Places.Point point = places.of(graph.nodes().get(i).key());
            x[i] = point == null ? 0 : point.x();
            y[i] = point == null ? 0 : point.y();
        }
    }

    /** The same graph with its nodes elsewhere. */
    public Drawing moved(Places places) {
        return new Drawing(graph, places, radius, strokes);
    }

    /** The radius of a node in units of the drawing, where it is not zoomed. */
    static double size(HostGraph.Node node) {
        return Math.min(LARGEST, SMALLEST + 3 * Math.log1p(node.hosts() - 1) + Math.log1p(node.flagged()));
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

    /** How large a node is on the screen, in pixels: from afar they shrink less than what is between them. */
    public double radius(int node, Camera camera) {
        double scale = Math.clamp(Math.sqrt(camera.zoom()), 0.25, 1.6);
        return Math.min(radius[node] * scale, Math.max(SMALLEST_SHOWN, ROOM * camera.zoom()));
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
        double[] atX = new double[x.length];
        double[] atY = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            atX[i] = camera.screenX(x[i], pixels.width());
            atY[i] = camera.screenY(y[i], pixels.height());
        }
        for (int i = 0; i < strokes.order.length; i++) {
            int edge = strokes.order[i];
            double from = atY[strokes.from[edge]];
            double to = atY[strokes.to[edge]];
            if (band.reached(Math.min(from, to) - ARROW, Math.max(from, to) + ARROW)) { // most do not touch most bands
                boolean dim = lit != null && !(lit[strokes.from[edge]] && lit[strokes.to[edge]]);
                paintEdge(band, camera, palette, edge, curve(edge, atX, atY, camera.zoom()), dim);
            }
            if (i % CHECK == 0 && stop.getAsBoolean()) {
                return;
            }
        }
        for (int i = 0; i < x.length; i++) {
            paintNode(pixels, band, camera, palette, i, lit != null && !lit[i], chosen[i]);
        }
    }

    private Curve curve(int edge, double[] atX, double[] atY, double zoom) {
        int from = strokes.from[edge];
        int to = strokes.to[edge];
        double bow = Curve.bow(graph.nodes().get(from), x[from], y[from], x[to], y[to]);
        return new Curve(atX[from], atY[from], atX[to], atY[to], bow * zoom);
    }

    private void paintEdge(Pixels.Band band, Camera camera, Palette palette, int number, Curve curve, boolean dim) {
        HostGraph.Edge edge = graph.edges().get(number);
        int colour = edge.flagged() > 0 ? palette.of(edge.tier()) : palette.plain();
        int shown = dim ? faded(colour) : colour;
        double thick = strokes.thick[number];
        int dash = DASHES[edge.tier().ordinal()];
        int parts = curve.parts();
        for (int part = 0; part < parts; part++) {
            band.line(curve.x(part), curve.y(part), curve.x(part + 1), curve.y(part + 1), thick, shown, dash);
        }
        double dx = curve.x1() - curve.x(parts - 1);
        double dy = curve.y1() - curve.y(parts - 1);
        double length = Math.sqrt(dx * dx + dy * dy);
        double edgeOfNode = radius(edge.to(), camera);
        if (length * parts > edgeOfNode + 3 * ARROW) {
            double alongX = dx / length;
            double alongY = dy / length;
            double tipX = curve.x1() - alongX * edgeOfNode;
            double tipY = curve.y1() - alongY * edgeOfNode;
            for (int side = -1; side <= 1; side += 2) {
                double backX = tipX - ARROW * (alongX + side * 0.5 * alongY);
                double backY = tipY - ARROW * (alongY - side * 0.5 * alongX);
                band.line(tipX, tipY, backX, backY, Math.max(1.2, thick), shown, 0);
            }
        }
    }

    private void paintNode(
            Pixels pixels, Pixels.Band band, Camera camera, Palette palette, int node, boolean dim, boolean chosen) {
        double atX = camera.screenX(x[node], pixels.width());
        double atY = camera.screenY(y[node], pixels.height());
        double size = radius(node, camera);
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
        for (int i = x.length - 1; i >= 0; i--) {
            double dx = camera.screenX(x[i], width) - screenX;
            double dy = camera.screenY(y[i], height) - screenY;
            if (Math.hypot(dx, dy) <= radius(i, camera) + 3) {
                return i;
            }
        }
        return -1;
    }

    /** The edge within some pixels of a point of the screen, the nearest; -1 for none. */
    public int edgeAt(double screenX, double screenY, double width, double height, Camera camera) {
        double[] atX = new double[x.length];
        double[] atY = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            atX[i] = camera.screenX(x[i], width);
            atY[i] = camera.screenY(y[i], height);
        }
        int nearest = -1;
        double least = 5;
        for (int i = 0; i < strokes.from.length; i++) {
            Curve curve = curve(i, atX, atY, camera.zoom());
            for (int part = 0; part < curve.parts(); part++) {
                double distance =
                        distance(screenX, screenY, curve.x(part), curve.y(part), curve.x(part + 1), curve.y(part + 1));
                if (distance < least) {
                    least = distance;
                    nearest = i;
                }
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
