package org.rpcscope.graph;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes a picture as a PNG file (RFC 2083): eight bits a channel, without alpha. */
public final class PngPicture {

    /** How names of such files end. */
    public static final String EXTENSION = "png";

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int RGB = 2;

    private PngPicture() {}

    /**
     * Writes opaque colours.
     *
     * @param argb by rows from the top, at least width times height of them
     */
    public static void write(int[] argb, int width, int height, OutputStream out) throws IOException {
        out.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, RGB, 0, 0, 0});
        chunk("IHDR", header.toByteArray(), out);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[1 + 3 * width]; // the first byte says that the row is not filtered
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int colour = argb[y * width + x];
                    row[3 * x + 1] = (byte) (colour >>> 16);
                    row[3 * x + 2] = (byte) (colour >>> 8);
                    row[3 * x + 3] = (byte) colour;
                }
                deflater.write(row);
            }
        }
        chunk("IDAT", packed.toByteArray(), out);
        chunk("IEND", new byte[0], out);
    }

    private static void chunk(String type, byte[] data, OutputStream out) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        DataOutputStream fields = new DataOutputStream(out);
        fields.writeInt(data.length);
        fields.write(name);
        fields.write(data);
        fields.writeInt((int) check.getValue());
        fields.flush();
    }
}
