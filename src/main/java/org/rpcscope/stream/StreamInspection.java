package org.rpcscope.stream;

/**
 * A protocol that is looked for in conversations: how it is recognised, and who listens to it. Immutable; any thread.
 *
 * @param <R> what a conversation sums up to
 */
public interface StreamInspection<R> {

    /** Recognises the protocol by the first bytes of a segment or a datagram. */
    StreamProbe probe();

    /**
     * Whether a TCP conversation is worth putting together from its first byte, before the probe has said anything: its
     * responder's port is one where the protocol is at home, or travels inside another one.
     *
     * @param port of either end
     */
    boolean atHome(int port);

    /**
     * Begins to listen to a conversation.
     *
     * @param datagrams whether it is UDP, else TCP
     * @param sourcePort the originator's, as far as is known
     * @param destinationPort the responder's
     */
    StreamInspector<R> open(boolean datagrams, int sourcePort, int destinationPort);
}
