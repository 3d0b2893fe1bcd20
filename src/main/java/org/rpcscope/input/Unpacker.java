package org.rpcscope.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Gives the unpacked bytes of a medium in order. One thread. */
interface Unpacker extends Closeable {

    /**
     * Puts at least one byte into the buffer, which has room, unless the end is reached.
     *
     * @return how many; 0 at the end
     * @throws IOException where the packing is damaged or cut off, after all bytes before it were given
     */
    int unpack(ByteBuffer into) throws IOException;
}
