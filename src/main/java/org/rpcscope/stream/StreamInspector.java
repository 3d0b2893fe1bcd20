package org.rpcscope.stream;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one conversation, both ways at once, and sums up what was said. Fed by one thread at a time, in the order of
 * the capture; never told a byte twice. Takes any bytes, throws nothing, and holds no more than its documented bound.
 *
 * @param <R> what it sums up to
 */
public interface StreamInspector<R> {

    /**
     * The next bytes of one side: of a TCP stream in sequence, of UDP one whole datagram.
     *
     * @param fromOriginator whether the side that opened the conversation sent them, as far as is known by now; without a
     *     handshake the protocol's own roles may say otherwise
     * @param time nanoseconds since 1970 of the packet that completed them
     * @param origin where the record of that packet begins in the unpacked input
     * @param bytes belongs to the caller, and holds other bytes after the call; its byte order is big-endian and its
     *     position and limit mean nothing
     * @param length at least one
     */
    void bytes(boolean fromOriginator, long time, long origin, ByteBuffer bytes, int offset, int length);

    /**
     * Bytes of one side that were never captured; what was begun before them cannot be completed.
     *
     * @param length how many, or 0 where nobody knows
     */
    void gap(boolean fromOriginator, long time, long length);

    /** Forgets what is not complete, to give its memory back; what was summed up stays, and says that something was left out. */
    void drop();

    /** How many bytes of memory it holds for what is not complete. */
    int pending();

    /** Whether the protocol itself was seen. It stays so. */
    boolean recognised();

    /** Whether nothing that comes can be of interest: the stream is of another protocol, and need not be put together. */
    boolean done();

    /** Grows by one whenever {@link #result} would answer differently. */
    int version();

    /** What was said so far, null where nothing worth telling was; immutable. */
    @Nullable
    R result();
}
