package org.rpcscope.dcerpc.smb;

/** How many bytes of a message are kept. */
final class Keep {

    /** What it is about. */
    static final int BEGINNING = MessageFraming.BEGINNING;

    /** Names and paths as well. */
    static final int NAMES = 4 << 10;

    /** All of one that carries the largest PDU, or the largest ticket, of 64 KB. */
    static final int MESSAGE = 68 << 10;

    private Keep() {}
}
