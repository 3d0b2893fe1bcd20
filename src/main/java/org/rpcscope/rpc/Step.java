package org.rpcscope.rpc;

import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation, as a rung of the ladder that the analyst reads.
 *
 * @param time nanoseconds since 1970 of the packet that completed the message
 * @param fromClient whether the client sent it
 * @param kind the PDU: {@code bind}, {@code bind_ack}, {@code request} and so on (C706 12.6.4), or a message of what
 *     carries it, such as {@code session setup}
 * @param callId the call that it belongs to; -1 where there is none
 * @param contextId the presentation context; -1 where there is none
 * @param interfaceId of the context at that time; null where unknown or where there is none
 * @param opnum -1 where there is none
 * @param detail what else is worth reading, in words: results of contexts, who authenticates, a fault's status, a port
 *     announced
 * @param failed whether it refuses: a nak, a fault, a rejection
 * @param stub how many bytes of arguments it has; 0 where it has none
 * @param first where the record of the packet that began the message stands in the unpacked input
 * @param last where that of the packet that completed it stands
 */
public record Step(
        long time,
        boolean fromClient,
        String kind,
        int callId,
        int contextId,
        @Nullable InterfaceId interfaceId,
        int opnum,
        String detail,
        boolean failed,
        long stub,
        long first,
        long last) {}
