package org.rpcscope.dcerpc.smb;

/** The commands of SMB1 that say something of RPC (MS-CIFS 2.2.2.1). */
final class Smb1Command {

    static final int CLOSE = 0x04;
    static final int READ = 0x0A;
    static final int WRITE = 0x0B;
    static final int TRANSACTION = 0x25;
    static final int TRANSACTION_SECONDARY = 0x26;
    static final int OPEN_ANDX = 0x2D;
    static final int READ_ANDX = 0x2E;
    static final int WRITE_ANDX = 0x2F;
    static final int TREE_DISCONNECT = 0x71;
    static final int NEGOTIATE = 0x72;
    static final int SESSION_SETUP_ANDX = 0x73;
    static final int LOGOFF_ANDX = 0x74;
    static final int TREE_CONNECT_ANDX = 0x75;
    static final int NT_CREATE_ANDX = 0xA2;

    /** The function of a transaction that writes into a pipe and reads the answer (MS-CIFS 2.2.5.6). */
    static final int TRANSACT_NM_PIPE = 0x26;

    private Smb1Command() {}

    /** Whether another command may stand behind it in the same message (MS-CIFS 2.2.3.4). */
    static boolean mayBeFollowed(int command) {
        return switch (command) {
            case OPEN_ANDX, READ_ANDX, WRITE_ANDX, SESSION_SETUP_ANDX, LOGOFF_ANDX, TREE_CONNECT_ANDX, NT_CREATE_ANDX ->
                true;
            default -> command == 0x24; // LOCKING_ANDX
        };
    }
}
