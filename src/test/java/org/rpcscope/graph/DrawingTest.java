package org.rpcscope.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.Observed;
import org.rpcscope.net.Networks;

class DrawingTest {

    private static final Palette PALETTE = new Palette(
            0xFF000000,
            new int[] {0xFF0000FF, 0xFF808080, 0xFF00FF00},
            0xFF101010,
            new int[] {0xFFFF0000, 0xFFFF8000, 0xFFFFFF00, 0xFFFFFFFF},
            0xFF404040,
            0xFFFF00FF);
    private static final int WIDTH = 200;
    private static final int HEIGHT = 100;

    private final HostGraph graph = GraphBuilder.build(
            Talks.pairs(List.of(new Observed("10.0.0.1", "8.8.8.8", 135, Talks.CONFIRMED))),
            Networks.defaults(),
            View.FIRST);
    private final Places places = new Places(Map.of(
            graph.nodes().get(0).key(),
            new Places.Point(-50, 0),
            graph.nodes().get(1).key(),
            new Places.Point(50, 0)));
    private final Drawing drawing = new Drawing(graph, places);
    private final Camera camera = new Camera(0, 0, 1);

    @Test
    void nodesAndEdgesArePaintedWhereTheyAre() {
        int[] argb = painted(HEIGHT);
        assertEquals(0xFF0000FF, argb[50 * WIDTH + 50], "the internal node");
        assertEquals(0xFFFF0000, argb[50 * WIDTH + 100], "the confirmed edge between");
        assertEquals(0xFF00FF00, argb[50 * WIDTH + 150], "the external node");
        assertEquals(0xFF000000, argb[10 * WIDTH + 100], "nothing above it");
    }

    @Test
    void bandsMakeTheSamePictureAsTheWhole() {
        assertArrayEquals(painted(HEIGHT), painted(7));
    }

    @Test
    void whatIsUnderThePointerIsFound() {
        assertEquals(0, drawing.nodeAt(52, 51, WIDTH, HEIGHT, camera));
        assertEquals(-1, drawing.nodeAt(100, 50, WIDTH, HEIGHT, camera));
        assertEquals(0, drawing.edgeAt(100, 52, WIDTH, HEIGHT, camera));
        assertEquals(-1, drawing.edgeAt(100, 70, WIDTH, HEIGHT, camera));
    }

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        Camera closer = camera.zoomed(2, 20, 30, WIDTH, HEIGHT);
        assertEquals(camera.drawing(20, 30, WIDTH, HEIGHT), closer.drawing(20, 30, WIDTH, HEIGHT));
        Camera all = Camera.fit(places.places().values(), WIDTH, HEIGHT);
        assertEquals(new Camera(0, 0, 1), all);
    }

    private int[] painted(int rows) {
        int[] argb = new int[WIDTH * HEIGHT];
        Pixels pixels = new Pixels(argb, WIDTH, HEIGHT);
        for (int top = 0; top < HEIGHT; top += rows) {
            drawing.paint(
                    pixels,
                    pixels.band(top, top + rows),
                    camera,
                    PALETTE,
                    null,
                    new boolean[graph.nodes().size()],
                    () -> false);
        }
        return argb;
    }
}
