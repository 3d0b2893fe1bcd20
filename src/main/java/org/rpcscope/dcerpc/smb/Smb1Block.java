package org.rpcscope.dcerpc.smb;

import java.util.ArrayList;
import java.util.List;

/**
 * One command of an SMB1 message: words of parameters and bytes of data (MS-CIFS 2.2.3). A message holds one, or a chain of
 * them that share its header.
 *
 * @param message from its header on
 * @param at where the block begins
 */
record Smb1Block(Fields message, int command, int at) {

    private static final int HEADER = 32;
    private static final int NO_FURTHER_COMMAND = 0xFF;

    /** Commands in a chain; real ones have two or three. */
    private static final int MOST = 8;

    private static final int FLAG_REPLY = 0x80;
    private static final int FLAG2_NT_STATUS = 0x4000;
    private static final int FLAG2_UNICODE = 0x8000;

    static List<Smb1Block> of(Fields message) {
        List<Smb1Block> chain = new ArrayList<>(1);
        int command = message.u8(4);
        int at = HEADER;
        while (chain.size() < MOST && message.has(at, 1)) {
            Smb1Block block = new Smb1Block(message, command, at);
            chain.add(block);
            int next = block.u16(2);
            if (!Smb1Command.mayBeFollowed(command) || block.words() < 2 || next <= at) {
                break;
            }
            command = block.u8(0);
            at = command == NO_FURTHER_COMMAND ? message.length() : next;
        }
        return chain;
    }

    boolean isReply() {
        return (message.u8(9) & FLAG_REPLY) != 0;
    }

    boolean isUnicode() {
        return (message.u16(10) & FLAG2_UNICODE) != 0;
    }

    Status status() {
        return new Status(message.i32(5), (message.u16(10) & FLAG2_NT_STATUS) == 0);
    }

    int tree() {
        return message.u16(24);
    }

    int user() {
        return message.u16(28);
    }

    /** What an answer has in common with its request: process, multiplex id and command. */
    long id() {
        return id(command);
    }

    long id(int ofCommand) {
        return (long) ofCommand << 32 | (long) message.u16(26) << 16 | message.u16(30);
    }

    /** How many words of parameters it has. */
    int words() {
        return message.u8(at);
    }

    /** A field of the parameters, by its offset in bytes; zero beyond their end. */
    int u8(int offset) {
        return offset < 2 * words() ? message.u8(at + 1 + offset) : 0;
    }

    int u16(int offset) {
        return u8(offset) | u8(offset + 1) << 8;
    }

    /** Where the bytes of data begin, from the beginning of the message. */
    int dataAt() {
        return at + 1 + 2 * words() + 2;
    }

    /** How many bytes of data it says it has. */
    int dataLength() {
        return message.u16(dataAt() - 2);
    }
}
