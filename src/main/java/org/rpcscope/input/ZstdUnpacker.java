package org.rpcscope.input;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Unpacks zstd (RFC 8878), one frame after the other. Frames that would need a window above 128 MiB are refused, as the
 * command-line tool does: the header alone decides how much memory is taken.
 */
final class ZstdUnpacker implements Unpacker {

    private static final int LARGEST_WINDOW_LOG = 27;
    private static final int COPY = 1 << 16;

    private final ZstdInputStreamNoFinalizer stream;
    private byte[] copy = new byte[0];

    ZstdUnpacker(Medium medium) throws IOException {
        stream = new ZstdInputStreamNoFinalizer(medium);
        stream.setLongMax(LARGEST_WINDOW_LOG);
    }

    @Override
    public int unpack(ByteBuffer into) throws IOException {
        try {
            if (into.hasArray()) {
                int count = stream.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
                into.position(into.position() + Math.max(0, count));
                return Math.max(0, count);
            }
            if (copy.length == 0) {
                copy = new byte[COPY];
            }
            int count = Math.max(0, stream.read(copy, 0, Math.min(copy.length, into.remaining())));
            into.put(copy, 0, count);
            return count;
        } catch (IOException e) {
            throw new IOException("the zstd data is damaged or cut off: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
