package org.rpcscope.input;

/**
 * A reader that has stopped where its input ended, and that reads on when the input has grown. It may be asked from one thread
 * after the other.
 *
 * @param <T> what the input is read into
 */
public interface Onward<T> {

    /** How far the input was read; -1 where it cannot be read on, because the reading broke off or a record was cut. */
    long end();

    /**
     * Reads what stands behind {@link #end}.
     *
     * @param source the same input, which may have grown
     * @return all there is of it, the same as if it had been read at once
     */
    T read(ByteSource source, InputFormat.Reading reading);
}
