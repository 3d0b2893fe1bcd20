package org.rpcscope.dcerpc.smb;

/** The commands of SMB2 that say something of RPC (MS-SMB2 2.2.1). */
final class Smb2Command {

    static final int NEGOTIATE = 0;
    static final int SESSION_SETUP = 1;
    static final int TREE_CONNECT = 3;
    static final int TREE_DISCONNECT = 4;
    static final int CREATE = 5;
    static final int CLOSE = 6;
    static final int READ = 8;
    static final int WRITE = 9;
    static final int IOCTL = 11;

    /** FSCTL_PIPE_TRANSCEIVE: writes into a pipe and reads the answer (MS-FSCC 2.3.49). */
    static final int PIPE_TRANSCEIVE = 0x0011_C017;

    private Smb2Command() {}
}
