package org.rpcscope.input;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A member of an archive: read in order, and only as much of it as the archive is allowed to unpack to. */
record MemberSource(ByteSource bytes, Allowance allowance) implements ByteSource {

    @Override
    public String name() {
        return bytes.name();
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public boolean positional() {
        return false;
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        return bytes.read(position, into);
    }

    @Override
    public long consumed() {
        return bytes.consumed();
    }

    @Override
    public long packedSize() {
        return bytes.packedSize();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
