package org.rpcscope.input;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Counts what another unpacker gives against the allowance of an archive. One thread. */
record AllowedUnpacker(Unpacker from, Allowance allowance) implements Unpacker {

    @Override
    public int unpack(ByteBuffer into) throws IOException {
        int count = from.unpack(into);
        allowance.take(count);
        return count;
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
