package org.rpcscope.dcerpc.smb;

import org.jspecify.annotations.Nullable;

/**
 * What a message of SMB1 writes into a file or a pipe, or reads from it.
 *
 * @param fid what it is written into; of an answer 0, since its request says it
 * @param at where it begins, from the beginning of the message
 */
record Smb1Data(int fid, int at, int length) {

    /** Both of these modes put the length of the pipe's message before its first part (MS-CIFS 2.2.4.43.1). */
    private static final int RAW_MESSAGE_START = 0x0004 | 0x0008;

    private static final int BYTES_HEADER = 3;
    private static final int SETUP_OF_TRANSACTION = 14;

    /** Of a request that writes; null where the block is another one. */
    static @Nullable Smb1Data written(Smb1Block block) {
        return switch (block.command()) {
            case Smb1Command.WRITE_ANDX -> {
                int before = (block.u16(14) & RAW_MESSAGE_START) == RAW_MESSAGE_START ? 2 : 0;
                int length = block.u16(20) | block.u16(18) << 16;
                yield new Smb1Data(block.u16(4), block.u16(22) + before, Math.max(length - before, 0));
            }
            case Smb1Command.WRITE ->
                new Smb1Data(block.u16(0), block.dataAt() + BYTES_HEADER, block.dataLength() - BYTES_HEADER);
            case Smb1Command.TRANSACTION -> {
                boolean transact = block.words() >= SETUP_OF_TRANSACTION + 2
                        && block.u16(2 * SETUP_OF_TRANSACTION) == Smb1Command.TRANSACT_NM_PIPE;
                yield transact
                        ? new Smb1Data(block.u16(2 * SETUP_OF_TRANSACTION + 2), block.u16(24), block.u16(22))
                        : null;
            }
            case Smb1Command.TRANSACTION_SECONDARY -> new Smb1Data(0, block.u16(12), block.u16(10));
            default -> null;
        };
    }

    /** Of an answer that gives what was read; null where the block is another one. */
    static @Nullable Smb1Data read(Smb1Block block) {
        return switch (block.command()) {
            case Smb1Command.READ_ANDX -> new Smb1Data(0, block.u16(12), block.u16(10) | (block.u16(14) & 0xFF) << 16);
            case Smb1Command.READ -> new Smb1Data(0, block.dataAt() + BYTES_HEADER, block.dataLength() - BYTES_HEADER);
            case Smb1Command.TRANSACTION -> new Smb1Data(0, block.u16(14), block.u16(12));
            default -> null;
        };
    }

    Fields in(Fields message) {
        return message.part(at, length);
    }
}
