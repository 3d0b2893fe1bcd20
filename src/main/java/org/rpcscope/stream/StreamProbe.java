package org.rpcscope.stream;

import java.nio.ByteBuffer;

/**
 * Recognises a protocol by the first bytes of a segment or a datagram. Called for every packet with payload, so the first
 * question must cost next to nothing. Stateless; any thread; any bytes.
 */
public interface StreamProbe {

    /**
     * Whether the payload at the offset may begin with a message of the protocol: a cheap look at the first bytes that
     * says yes too often rather than no.
     *
     * @param length how many bytes of payload are there, at least one
     */
    boolean mayBegin(ByteBuffer bytes, int offset, int length);

    /**
     * What the message at the offset proves. Asked only after {@link #mayBegin} said yes.
     *
     * @param length how many bytes of payload were captured; the message may go on in the next segment
     * @param datagram whether the payload is a UDP datagram, else part of a TCP stream
     */
    Sighting probe(ByteBuffer bytes, int offset, int length, boolean datagram);

    /** What a probe saw, and who, in the protocol's own roles, sends such a message. */
    enum Sighting {
        /** Not the protocol. */
        NONE,
        /** A message that only a client sends. */
        FROM_CLIENT,
        /** A message that only a server sends. */
        FROM_SERVER,
        /** A message that either may send. */
        FROM_EITHER,
        /** What goes before the protocol where another one carries it: no proof yet, but to be listened to from here on. */
        PRELUDE
    }
}
