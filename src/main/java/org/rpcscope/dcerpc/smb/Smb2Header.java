package org.rpcscope.dcerpc.smb;

/**
 * A message of SMB2 or SMB3 that begins with its header (MS-SMB2 2.2.1), and ends where the next one of its compound begins.
 * The same layout serves both sides.
 */
record Smb2Header(Fields message) {

    static final int LENGTH = 64;

    private static final int FLAG_RESPONSE = 0x1;
    private static final int FLAG_ASYNC = 0x2;

    Status status() {
        return Status.nt(message.i32(8));
    }

    int command() {
        return message.u16(12);
    }

    boolean isResponse() {
        return (message.i32(16) & FLAG_RESPONSE) != 0;
    }

    /** Where the next message of the compound begins, from the beginning of this one; 0 in the last. */
    long next() {
        return message.u32(20);
    }

    long id() {
        return message.i64(24);
    }

    /** An asynchronous message has an id of its own in the place of the tree. */
    long tree() {
        return (message.i32(16) & FLAG_ASYNC) != 0 ? 0 : message.u32(36);
    }

    long session() {
        return message.i64(40);
    }

    /** Behind the header. */
    Fields body() {
        return message.from(LENGTH);
    }
}
