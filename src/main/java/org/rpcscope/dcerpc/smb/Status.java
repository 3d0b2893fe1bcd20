package org.rpcscope.dcerpc.smb;

import java.util.HexFormat;

/**
 * How a server answers: an NTSTATUS (MS-ERREF 2.3), or in SMB1 for old clients a class and a code of DOS errors (MS-CIFS
 * 2.2.2.4), as they stand in the header.
 */
record Status(int code, boolean dos) {

    private static final int PENDING = 0x0000_0103;
    private static final int BUFFER_OVERFLOW = 0x8000_0005;
    private static final int MORE_PROCESSING_REQUIRED = 0xC000_0016;

    /** ERRDOS and ERRmoredata: the pipe has more than was asked for. */
    private static final int MORE_DATA = 0x00EA_0001;

    static Status nt(int code) {
        return new Status(code, false);
    }

    /** Whether the answer is yet to come. */
    boolean isPending() {
        return !dos && code == PENDING;
    }

    /** Whether a session setup has to go on. */
    boolean asksForMore() {
        return !dos && code == MORE_PROCESSING_REQUIRED;
    }

    boolean isFailure() {
        return dos ? code != 0 : code >>> 30 == 3;
    }

    /** Whether what a pipe has to say comes with it, all or a part. */
    boolean givesData() {
        return code == 0 || code == (dos ? MORE_DATA : BUFFER_OVERFLOW);
    }

    /** As it is written: nothing for success. */
    String words() {
        return code == 0 ? "" : "status 0x" + HexFormat.of().toHexDigits(code);
    }
}
