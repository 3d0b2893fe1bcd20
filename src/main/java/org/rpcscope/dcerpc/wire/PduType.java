package org.rpcscope.dcerpc.wire;

/** The types of connection-oriented PDUs (C706 12.6.4, MS-RPCE 2.2.2.1, MS-RPCH 2.2.3.1), as they stand in the third octet. */
final class PduType {

    static final int REQUEST = 0;
    static final int RESPONSE = 2;
    static final int FAULT = 3;
    static final int BIND = 11;
    static final int BIND_ACK = 12;
    static final int BIND_NAK = 13;
    static final int ALTER_CONTEXT = 14;
    static final int ALTER_CONTEXT_RESPONSE = 15;
    static final int AUTH3 = 16;
    static final int SHUTDOWN = 17;
    static final int CANCEL = 18;
    static final int ORPHANED = 19;
    /** What the ends of a virtual connection over HTTP tell each other: nothing of a call. */
    static final int RTS = 20;

    private PduType() {}

    /** Whether only clients send it; of {@link #RTS}, which both do, no. */
    static boolean fromClient(int type) {
        return switch (type) {
            case REQUEST, BIND, ALTER_CONTEXT, AUTH3, CANCEL, ORPHANED -> true;
            default -> false;
        };
    }

    /** Its name in C706. */
    static String label(int type) {
        return switch (type) {
            case REQUEST -> "request";
            case RESPONSE -> "response";
            case FAULT -> "fault";
            case BIND -> "bind";
            case BIND_ACK -> "bind_ack";
            case BIND_NAK -> "bind_nak";
            case ALTER_CONTEXT -> "alter_context";
            case ALTER_CONTEXT_RESPONSE -> "alter_context_resp";
            case AUTH3 -> "auth3";
            case SHUTDOWN -> "shutdown";
            case CANCEL -> "co_cancel";
            case ORPHANED -> "orphaned";
            default -> "rts";
        };
    }
}
