package org.rpcscope.capture;

import org.jspecify.annotations.Nullable;

/** How records lie in a capture file, one after the other. Stateless: what a file says of itself is in its section. */
sealed interface Framing permits PcapFraming, PcapngFraming {

    /**
     * Reads the file's first header from a chunk at position 0. On success {@link Chunk#start} is behind it and
     * {@link Chunk#before} is what it says.
     *
     * @return what is wrong with it, or null
     */
    @Nullable
    String open(Chunk chunk);

    /**
     * Where a record probably begins, for a worker that has not seen what comes before.
     *
     * @param section what the records are probably like
     * @return the index, or -1 where nothing looks like one
     */
    int guess(Chunk chunk, Section section);

    /**
     * Decodes the records from {@link Chunk#start} up to {@link Chunk#limit}: sets {@link Chunk#end}, {@link Chunk#after},
     * {@link Chunk#count} and {@link Chunk#fault}.
     */
    void walk(Chunk chunk);
}
