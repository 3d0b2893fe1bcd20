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

    /** What a letter takes at least, of those that addresses are of. */
    private static final double LETTER_SHOWN = 6.2;

    /** How much of the edges a label hides that it lies over. */
    private static final double COVER = 0.8;

    private static final double FONT = 11;

    /** A smaller group has no room for the number of its hosts. */
    private static final double SMALLEST_NUMBERED = 9;

    private final GraphModel model;
    private final Supplier<Color> text;
    private final Supplier<Color> dim;
    private final Supplier<Color> ground;
    private HostGraph ordered = HostGraph.EMPTY;
    private int[] order = new int[0]; // of the nodes of that graph

    /**
     * @param text the colour of labels
     * @param dim that of nodes that are dimmed
     * @param ground that behind labels, which may lie over edges
     */
    LabelCanvas(GraphModel model, Supplier<Color> text, Supplier<Color> dim, Supplier<Color> ground) {
        this.model = model;
        this.text = text;
        this.dim = dim;
        this.ground = ground;
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
                room.keep(x, y, drawing.radius(node, camera));
            }
        }
        boolean[] ringed = model.ringed();
        Color bright = text.get();
        Color faint = dim.get();
        Color behind = ground.get().deriveColor(0, 1, 1, COVER);
        for (int node : order) {
            if (ringed[node]) {
                draw(graphics, drawing, camera, node, room, bright, behind);
            }
        }
        for (int pass = 0; pass < 2; pass++) { // what is dimmed gets the room that is left
            Color fill = pass == 0 ? bright : faint;
            for (int node : order) {
                boolean shines = lit == null || lit[node];
                if (!ringed[node] && shines == (pass == 0)) {
                    draw(graphics, drawing, camera, node, room, fill, behind);
                }
            }
        }
    }

    /**
     * A label stands on the outer side of its node, where no edge goes, of a special address below it; where there is no room,
     * on another side.
     */
    private void draw(
            GraphicsContext graphics, Drawing drawing, Camera camera, int node, Labels room, Color fill, Color behind) {
        double x = camera.screenX(drawing.x(node), getWidth());
        double y = camera.screenY(drawing.y(node), getHeight());
        if (x < -LETTER || x > getWidth() + LETTER || y < 0 || y > getHeight()) {
            return;
        }
        HostGraph.Node what = drawing.graph().nodes().get(node);
        double radius = drawing.radius(node, camera);
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
                double wide = Math.min(width, label.length() * LETTER_SHOWN);
                graphics.setFill(behind);
                graphics.fillRect(x + wish[0] - wide / 2 - 2, y + wish[1] - HEIGHT / 2, wide + 4, HEIGHT);
                graphics.setFill(fill);
                graphics.fillText(label, x + wish[0], y + wish[1], width);
                break;
            }
        }
        if (!(what.key() instanceof NodeKey.Host) && radius > SMALLEST_NUMBERED) {
            graphics.setFill(fill);
            graphics.fillText(Amounts.count(what.hosts()), x, y);
        }
    }
}
