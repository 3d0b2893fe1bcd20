package org.rpcscope.dcerpc.smb;

import java.util.List;

/** The messages of SMB1 (MS-CIFS 2.2.3, MS-SMB 2.2.3), each one command or a chain of them. */
final class Smb1Messages {

    static final int SIGNATURE = 0xFF534D42;

    private final Smb1Requests requests;
    private final Smb1Responses responses;

    Smb1Messages(Connection connection) {
        requests = new Smb1Requests(connection);
        responses = new Smb1Responses(connection);
    }

    void take(Fields message, Arrival arrival) {
        Target opened = Target.NONE;
        for (Smb1Block block : Smb1Block.of(message)) {
            if (block.isReply()) {
                responses.take(block, arrival);
            } else {
                opened = requests.take(block, opened, arrival);
            }
        }
    }

    /** How much of a message is worth keeping: of what is read and written, only what goes through pipes. */
    int keep(Fields beginning) {
        List<Smb1Block> chain = Smb1Block.of(beginning);
        if (chain.size() != 1) {
            return Keep.MESSAGE;
        }
        Smb1Block block = chain.getFirst();
        return switch (block.command()) {
            case Smb1Command.SESSION_SETUP_ANDX, Smb1Command.TRANSACTION, Smb1Command.TRANSACTION_SECONDARY ->
                Keep.MESSAGE;
            case Smb1Command.WRITE_ANDX, Smb1Command.WRITE ->
                !block.isReply() && requests.writesToPipe(block) ? Keep.MESSAGE : Keep.BEGINNING;
            case Smb1Command.READ_ANDX, Smb1Command.READ ->
                block.isReply() && responses.readsFromPipe(block) ? Keep.MESSAGE : Keep.BEGINNING;
            default -> Keep.NAMES;
        };
    }
}
