package org.rpcscope.rpc;

/** Why a summary of a conversation may not be whole. */
public enum Omission {
    /** The capture began in the middle of the conversation. */
    MID_STREAM,
    /** Calls were seen in a context whose bind was not captured: their interface is unknown. */
    UNBOUND_CONTEXT,
    /** Segments were lost, or packets cut short. */
    LOST_BYTES,
    /** Something unfinished was dropped to stay within the bounds of memory. */
    DROPPED,
    /** Bytes that are no PDU where one should begin. */
    MALFORMED,
    /** Stubs are encrypted (packet privacy), so what is announced in them stays unseen. */
    ENCRYPTED,
    /** There was more than is kept: further operations, contexts or announcements were counted no more. */
    LIMITED
}
