package org.rpcscope.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A source that stands in others, which are closed with it.
 *
 * @param owners innermost first
 */
record OwnedSource(ByteSource inner, List<Closeable> owners) implements ByteSource {

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public long size() {
        return inner.size();
    }

    @Override
    public boolean positional() {
        return inner.positional();
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        return inner.read(position, into);
    }

    @Override
    public long consumed() {
        return inner.consumed();
    }

    @Override
    public long packedSize() {
        return inner.packedSize();
    }

    @Override
    public void close() throws IOException {
        inner.close();
        for (Closeable owner : owners) {
            owner.close();
        }
    }
}
