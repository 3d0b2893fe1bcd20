package org.rpcscope.logs;

/**
 * Decodes the lines of one kind of log. Each thread has its own.
 *
 * @param <S> what lines may say about the lines after them, such as a header; immutable, equal by content
 */
public interface LineDecoder<S> {

    /**
     * Decodes all lines of the chunk into its rows, which are empty, and never throws for what the bytes are.
     *
     * @param before what holds at the first line
     * @return what holds after the last
     */
    S decode(LineChunk chunk, S before);
}
