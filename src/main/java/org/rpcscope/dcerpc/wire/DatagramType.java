package org.rpcscope.dcerpc.wire;

/** The types of connectionless PDUs (C706 12.5.3), as they stand in the second octet. */
final class DatagramType {

    static final int REQUEST = 0;
    static final int PING = 1;
    static final int RESPONSE = 2;
    static final int FAULT = 3;
    static final int WORKING = 4;
    static final int NOCALL = 5;
    static final int REJECT = 6;
    static final int ACK = 7;
    static final int CANCEL = 8;
    static final int FACK = 9;
    static final int CANCEL_ACK = 10;
    static final int LAST = CANCEL_ACK;

    private DatagramType() {}

    /** Its name in C706. */
    static String label(int type) {
        return switch (type) {
            case REQUEST -> "request";
            case PING -> "ping";
            case RESPONSE -> "response";
            case FAULT -> "fault";
            case WORKING -> "working";
            case NOCALL -> "nocall";
            case REJECT -> "reject";
            case ACK -> "ack";
            case CANCEL -> "cl_cancel";
            case FACK -> "fack";
            default -> "cancel_ack";
        };
    }
}
