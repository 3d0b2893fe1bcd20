package org.rpcscope.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes of one input, unpacked, and of UTF-8 where they were of UTF-16: positions and sizes count these bytes, not
 * those of the medium. What is compressed, or comes through a pipe, is read in order; a file anywhere.
 */
public interface ByteSource extends Closeable {

    /** What the analyst calls it: the path as given, or {@code -} for standard input. */
    String name();

    /** The number of unpacked bytes, or -1 where only the end will tell. */
    long size();

    /** Whether several threads may read at any position; if not, one thread reads at the position where it stopped. */
    boolean positional();

    /**
     * Fills the buffer from the position on, as far as there are bytes.
     *
     * @return how many bytes were read; fewer than the buffer had room for only at the end or before damage, which the
     *     next call tells apart; 0 at the end
     * @throws IOException where the medium fails or the packing is damaged; the message is fit for a {@link Problem}
     */
    int read(long position, ByteBuffer into) throws IOException;

    /** How many bytes of the medium were used so far, for progress: packed bytes of a packed file. */
    long consumed();

    /** The number of bytes on the medium, or -1 where it is unknown; {@link #consumed()} ends there. */
    long packedSize();
}
