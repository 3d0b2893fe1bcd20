package org.rpcscope.capture;

import java.nio.ByteBuffer;
import org.rpcscope.input.ByteSource;

/** Bytes in memory as a source: a file, or a stream that is read in order. */
record BytesSource(byte[] bytes, boolean positional) implements ByteSource {

    @Override
    public String name() {
        return "bytes";
    }

    @Override
    public long size() {
        return positional ? bytes.length : -1;
    }

    @Override
    public int read(long position, ByteBuffer into) {
        int length = (int) Math.max(0, Math.min(into.remaining(), bytes.length - position));
        into.put(bytes, (int) Math.min(position, bytes.length), length);
        return length;
    }

    @Override
    public long consumed() {
        return 0;
    }

    @Override
    public long packedSize() {
        return bytes.length;
    }

    @Override
    public void close() {}
}
