package org.rpcscope.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngPictureTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    @Test
    void anotherReaderSeesTheSameColours() throws IOException {
        int[] argb = new Random(1)
                .ints(WIDTH * HEIGHT)
                .map(colour -> colour | 0xFF000000)
                .toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngPicture.write(argb, WIDTH, HEIGHT, out);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertArrayEquals(argb, read.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
    }
}
