package org.rpcscope.dcerpc.smb;

/** What the server calls an open file or pipe: a FileId of SMB2 (MS-SMB2 2.2.14.1), or a FID of SMB1 in its lower half. */
record Handle(long high, long low) {

    /** In a related request of SMB2, the file of the request before it (MS-SMB2 3.3.5.2.7.2). */
    static final Handle RELATED = new Handle(-1, -1);

    static Handle fid(int fid) {
        return new Handle(0, fid);
    }

    static Handle fileId(Fields message, int at) {
        return new Handle(message.i64(at), message.i64(at + 8));
    }
}
