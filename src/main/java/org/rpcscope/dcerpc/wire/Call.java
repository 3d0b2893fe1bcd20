package org.rpcscope.dcerpc.wire;

import org.jspecify.annotations.Nullable;

/** A call between its first request fragment and the end of its answer. Used again for later calls. */
final class Call {

    int id;

    @Nullable
    Context context;

    @Nullable
    Operation operation;

    /** Bytes of stub so far, and where the message began: of the request, then of the response. */
    long stub;

    long firstOrigin;
    boolean answering;

    /** The stub of the response, where somebody wants to read it and it comes in several fragments. */
    @Nullable
    Gathering response;

    void begin(int callId, @Nullable Context in, @Nullable Operation called) {
        id = callId;
        context = in;
        operation = called;
        stub = 0;
        answering = false;
        response = null;
    }

    boolean isWanted() {
        return operation != null && operation.wanted;
    }

    boolean isNdr64() {
        return context != null && context.ndr64;
    }
}
