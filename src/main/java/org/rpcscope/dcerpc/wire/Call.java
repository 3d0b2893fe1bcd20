package org.rpcscope.dcerpc.wire;

import org.jspecify.annotations.Nullable;

/** A call between its first request fragment and the end of its answer. Used again for later calls. */
final class Call {

    int id;

    @Nullable
    Context context;

    @Nullable
    Operation operation;

    /** The message whose fragments go by, where somebody is told of messages: the request, then the response. */
    @Nullable
    Message message;

    /** The stub of the response, where somebody wants to read it and it comes in several fragments. */
    @Nullable
    Gathering response;

    /** A request or a response, of which all fragments so far were seen. */
    static final class Message {
        final boolean answering;

        /** Where the record stands of the packet that began it. */
        final long firstOrigin;

        /** Bytes of stub so far. */
        long stub;

        Message(boolean answering, long firstOrigin) {
            this.answering = answering;
            this.firstOrigin = firstOrigin;
        }
    }

    void begin(int callId, @Nullable Context in, @Nullable Operation called) {
        id = callId;
        context = in;
        operation = called;
        message = null;
        response = null;
    }

    boolean isWanted() {
        return operation != null && operation.wanted;
    }

    boolean isNdr64() {
        return context != null && context.ndr64;
    }
}
