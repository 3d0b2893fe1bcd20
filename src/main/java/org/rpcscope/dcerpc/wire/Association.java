package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;

/**
 * One association of the connection-oriented protocol, version 5 (C706 chapter 12, MS-RPCE): a TCP connection, one instance
 * of a named pipe, or a virtual connection over HTTP. Fed with the bytes of both sides in order, it tells a
 * {@link ConversationBuilder} what is asked and answered. One thread; any bytes.
 */
public final class Association {

    private final ConversationBuilder summary;

    public Association(ConversationBuilder summary) {
        this.summary = summary;
    }

    /**
     * The next bytes of one side.
     *
     * @param fromClient who sent them, as far as the carrier knows; the first PDU may say otherwise
     * @param time nanoseconds since 1970 of the packet that completed them
     * @param origin where the record of that packet begins in the unpacked input
     * @param bytes belongs to the caller; big-endian, its position and limit mean nothing
     */
    public void bytes(boolean fromClient, long time, long origin, ByteBuffer bytes, int offset, int length) {}

    /** Bytes of one side that nobody has; {@code length} is 0 where nobody knows how many. */
    public void gap(boolean fromClient, long time, long length) {}

    /** Forgets what is not complete, to give its memory back. */
    public void drop() {}

    /** How many bytes of memory are held for what is not complete: at most 64 KB. */
    public int pending() {
        return 0;
    }

    /** Whether a PDU was seen that is valid for its direction. */
    public boolean recognised() {
        return summary.recognised();
    }
}
