package org.rpcscope.dcerpc;

/** The types of connection-oriented PDUs (C706 12.6.4, MS-RPCE 2.2.2.1), as they stand in the third octet. */
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

    private PduType() {}
}
