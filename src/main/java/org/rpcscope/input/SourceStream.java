package org.rpcscope.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes of a source from its first on, as a stream. It leaves the source open. One thread. */
final class SourceStream extends InputStream {

    private final ByteSource source;
    private final byte[] one = new byte[1];
    private long position;

    SourceStream(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = source.read(position, ByteBuffer.wrap(target, offset, length));
        position += count;
        return count == 0 ? -1 : count;
    }
}
