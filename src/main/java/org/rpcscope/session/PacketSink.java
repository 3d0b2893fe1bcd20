package org.rpcscope.session;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the packets of chosen conversations, in the order of their capture. One thread. */
public interface PacketSink {

    /** The number for a conversation that is not known: that of a fragment, which may belong to any between two hosts. */
    long NO_CONVERSATION = -1;

    /**
     * Takes one packet.
     *
     * @param linkType a number of {@link LinkType}
     * @param time nanoseconds since 1970
     * @param length how many bytes it had on the wire
     * @param bytes those that were captured, from position to limit; they are valid during the call
     * @param conversation the origin of the conversation that it begins; {@link #NO_CONVERSATION} for every other packet
     */
    void take(int linkType, long time, int length, ByteBuffer bytes, long conversation) throws IOException;
}
