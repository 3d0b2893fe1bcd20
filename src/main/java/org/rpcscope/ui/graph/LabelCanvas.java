package org.rpcscope.ui.graph;

import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.rpcscope.graph.Camera;
import org.rpcscope.graph.Drawing;
import org.rpcscope.graph.HostGraph;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.ui.fx.Amounts;

/** The labels of the nodes, and in groups the number of their hosts, above the picture. JavaFX thread only. */
final class LabelCanvas extends Canvas {

    /** Labels nearer to each other than this hide each other: the busier node keeps its own. */
    private static final double HEIGHT = 15;

    private static final double LETTER = 6.6;
    private static final double FONT = 11;

    /** A smaller group has no room for the number of its hosts. */
    private static final double SMALLEST_NUMBERED = 8;

    private final GraphModel model;
    private final Supplier<Color> text;
    private final Supplier<Color> dim;
    private HostGraph ordered = HostGraph.EMPTY;
    private int[] order = new int[0]; // of the nodes of that graph

    /**
     * @param text the colour of labels
     * @param dim that of nodes that are dimmed
     */
    LabelCanvas(GraphModel model, Supplier<Color> text, Supplier<Color> dim) {
        this.model = model;
        this.text = text;
        this.dim = dim;
        setMouseTransparent(true);
    }

    /** Draws them as the camera sees the nodes: what is chosen first, then the busiest, as far as there is room. */
    void draw(Camera camera) {
        Drawing drawing = model.drawing().get();
        if (drawing.graph() != ordered) {
            ordered = drawing.graph();
            order = Labels.byWeight(ordered);
        }
        GraphicsContext graphics = getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        graphics.setFont(Font.font(FONT));
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.CENTER);
        boolean @Nullable [] lit = model.lit();
        Labels room = new Labels(HEIGHT);
        for (int node : order) {
            double x = camera.screenX(drawing.x(node), getWidth());
            double y = camera.screenY(drawing.y(node), getHeight());
            if (x > 0 && x < getWidth() && y > 0 && y < getHeight()) {
                room.keep(x, y, drawing.radius(node) * Drawing.nodeScale(camera));
            }
        }
        boolean[] ringed = model.ringed();
        Color bright = text.get();
        Color faint = dim.get();
        graphics.setFill(bright);
        for (int node : order) {
            if (ringed[node]) {
                draw(graphics, drawing, camera, node, room);
            }
        }
        for (int pass = 0; pass < 2; pass++) { // what is dimmed gets the room that is left
            graphics.setFill(pass == 0 ? bright : faint);
            for (int node : order) {
                boolean shines = lit == null || lit[node];
                if (!ringed[node] && shines == (pass == 0)) {
                    draw(graphics, drawing, camera, node, room);
                }
            }
        }
    }

    /**
     * A label stands on the outer side of its node, where no edge goes, of a special address below it; where there is no room,
     * on another side.
     */
    private void draw(GraphicsContext graphics, Drawing drawing, Camera camera, int node, Labels room) {
        double x = camera.screenX(drawing.x(node), getWidth());
        double y = camera.screenY(drawing.y(node), getHeight());
        if (x < -LETTER || x > getWidth() + LETTER || y < 0 || y > getHeight()) {
            return;
        }
        HostGraph.Node what = drawing.graph().nodes().get(node);
        double radius = drawing.radius(node) * Drawing.nodeScale(camera);
        String label = what.key().label();
        double width = label.length() * LETTER;
        double aside = radius + 6 + width / 2;
        double below = Math.max(radius + 10, HEIGHT + 1);
        double[][] left = {{-aside, 0}, {aside, 0}, {0, below}, {0, -below}};
        double[][] right = {{aside, 0}, {-aside, 0}, {0, below}, {0, -below}};
        double[][] under = {{0, below}, {0, -below}, {aside, 0}, {-aside, 0}};
        double[][] wishes = switch (what.zone()) {
            case INTERNAL -> left;
            case SPECIAL -> under;
            case EXTERNAL -> right;
        };
        for (double[] wish : wishes) {
            if (room.take(x + wish[0], y + wish[1], width)) {
                graphics.fillText(label, x + wish[0], y + wish[1], width);
                break;
            }
        }
        if (!(what.key() instanceof NodeKey.Host) && radius > SMALLEST_NUMBERED) {
            graphics.fillText(Amounts.count(what.hosts()), x, y);
        }
    }
}
