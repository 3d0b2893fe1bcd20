package org.rpcscope.dcerpc.smb;

import java.nio.ByteBuffer;

/** Messages of SMB1 (MS-CIFS 2.2.4, MS-SMB 2.2.4), behind the header of the session service. */
final class Smb1Bytes {

    static final int IPC = 0x800;
    static final int DISK = 0x801;
    static final int USER = 0x64;
    static final int FID = 0x4000;
    static final int MORE_PROCESSING = 0xC0000016;
    static final int LOGON_FAILURE = 0xC000006D;

    private static final int HEADER = 32;
    private static final int NO_MORE = 0xFF;
    private static final int REPLY = 0x80;

    private Smb1Bytes() {}

    static byte[] negotiate(int id) {
        return message(
                0x72,
                id,
                0,
                false,
                0,
                block(new LittleEndian(), new LittleEndian().u8(2).zeros(11)));
    }

    static byte[] setupWithNames(int id, String user, String domain) {
        LittleEndian words =
                new LittleEndian().u8(NO_MORE).zeros(13).u16(24).u16(24).zeros(8);
        LittleEndian bytes = new LittleEndian().zeros(48);
        bytes.zeros((HEADER + 1 + words.size() + 2 + bytes.size()) % 2);
        return message(0x73, id, 0, false, 0, block(words, bytes.unicode(user + "\0" + domain + "\0")));
    }

    static byte[] setUp(int id, int status) {
        LittleEndian words = new LittleEndian().u8(NO_MORE).zeros(5);
        return message(0x73, id, status, true, 0, block(words, new LittleEndian().zeros(4)));
    }

    static byte[] treeConnect(int id, String path) {
        LittleEndian words = new LittleEndian().u8(NO_MORE).zeros(5).u16(1);
        LittleEndian bytes = new LittleEndian().u8(0).unicode(path + "\0").bytes(new byte[] {'?', '?', '?', 0});
        return message(0x75, id, 0, false, 0, block(words, bytes));
    }

    static byte[] treeConnected(int id, int tree, String service) {
        LittleEndian words = new LittleEndian().u8(NO_MORE).zeros(5);
        LittleEndian bytes = new LittleEndian()
                .bytes(service.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .u8(0);
        return message(0x75, id, 0, true, tree, block(words, bytes));
    }

    static byte[] ntCreate(int id, int tree, String name) {
        return message(0xA2, id, 0, false, tree, ntCreate(name));
    }

    private static LittleEndian ntCreate(String name) {
        LittleEndian words =
                new LittleEndian().u8(NO_MORE).zeros(4).u16(2 * name.length()).zeros(41);
        return block(words, new LittleEndian().u8(0).unicode(name + "\0"));
    }

    /** Opens a pipe, and writes into it in the same message. */
    static byte[] ntCreateAndWrite(int id, int tree, String name, byte[] data) {
        LittleEndian first = ntCreate(name);
        int next = HEADER + first.size();
        byte[] block = first.toBytes();
        block[1] = 0x2F;
        block[3] = (byte) next;
        block[4] = (byte) (next >>> 8);
        LittleEndian both = new LittleEndian().bytes(block);
        return message(
                0xA2,
                id,
                0,
                false,
                tree,
                both.bytes(writeAndX(0xFFFF, next, data).toBytes()));
    }

    static byte[] ntCreated(int id, int tree, int fid) {
        LittleEndian words = new LittleEndian().u8(NO_MORE).zeros(4).u16(fid).zeros(61);
        return message(0xA2, id, 0, true, tree, block(words, new LittleEndian()));
    }

    static byte[] open(int id, int tree, String name) {
        LittleEndian words = new LittleEndian().u8(NO_MORE).zeros(29);
        return message(
                0x2D, id, 0, false, tree, block(words, new LittleEndian().u8(0).unicode(name + "\0")));
    }

    static byte[] opened(int id, int tree, int fid) {
        LittleEndian words = new LittleEndian().u8(NO_MORE).zeros(3).u16(fid).zeros(24);
        return message(0x2D, id, 0, true, tree, block(words, new LittleEndian()));
    }

    static byte[] writeAndX(int id, int tree, int fid, byte[] data) {
        return message(0x2F, id, 0, false, tree, writeAndX(fid, HEADER, data));
    }

    private static LittleEndian writeAndX(int fid, int at, byte[] data) {
        LittleEndian words = new LittleEndian()
                .u8(NO_MORE)
                .zeros(3)
                .u16(fid)
                .zeros(14)
                .u16(data.length)
                .u16(at + 32)
                .u32(0);
        return block(words, new LittleEndian().u8(0).bytes(data));
    }

    static byte[] readAndX(int id, int tree, int fid) {
        LittleEndian words = new LittleEndian().u8(NO_MORE).zeros(3).u16(fid).zeros(14);
        return message(0x2E, id, 0, false, tree, block(words, new LittleEndian()));
    }

    static byte[] readAndXData(int id, int tree, byte[] data) {
        LittleEndian words = new LittleEndian()
                .u8(NO_MORE)
                .zeros(9)
                .u16(data.length)
                .u16(HEADER + 28)
                .zeros(10);
        return message(
                0x2E, id, 0, true, tree, block(words, new LittleEndian().u8(0).bytes(data)));
    }

    static byte[] write(int id, int tree, int fid, byte[] data) {
        LittleEndian words = new LittleEndian().u16(fid).u16(data.length).zeros(6);
        LittleEndian bytes = new LittleEndian().u8(1).u16(data.length).bytes(data);
        return message(0x0B, id, 0, false, tree, block(words, bytes));
    }

    static byte[] read(int id, int tree, int fid) {
        return message(
                0x0A, id, 0, false, tree, block(new LittleEndian().u16(fid).zeros(8), new LittleEndian()));
    }

    static byte[] readData(int id, int tree, byte[] data) {
        LittleEndian words = new LittleEndian().u16(data.length).zeros(8);
        LittleEndian bytes = new LittleEndian().u8(1).u16(data.length).bytes(data);
        return message(0x0A, id, 0, true, tree, block(words, bytes));
    }

    /** @param whole how much data the transaction has, in this message and further ones */
    static byte[] transact(int id, int tree, int fid, byte[] data, int whole) {
        LittleEndian words = new LittleEndian()
                .u16(0)
                .u16(whole)
                .zeros(18)
                .u16(data.length)
                .u16(HEADER + 1 + 32 + 2 + 8)
                .u16(2)
                .u16(0x26)
                .u16(fid);
        return message(
                0x25,
                id,
                0,
                false,
                tree,
                block(words, new LittleEndian().zeros(8).bytes(data)));
    }

    static byte[] transactFurther(int id, int tree, byte[] data, int before, int whole) {
        LittleEndian words = new LittleEndian()
                .u16(0)
                .u16(whole)
                .zeros(6)
                .u16(data.length)
                .u16(HEADER + 1 + 16 + 2)
                .u16(before)
                .u16(0);
        return message(0x26, id, 0, false, tree, block(words, new LittleEndian().bytes(data)));
    }

    static byte[] goOn(int id, int tree) {
        return message(0x25, id, 0, true, tree, block(new LittleEndian(), new LittleEndian()));
    }

    static byte[] transacted(int id, int tree, byte[] data) {
        LittleEndian words = new LittleEndian()
                .u16(0)
                .u16(data.length)
                .zeros(8)
                .u16(data.length)
                .u16(HEADER + 1 + 20 + 2)
                .u32(0);
        return message(0x25, id, 0, true, tree, block(words, new LittleEndian().bytes(data)));
    }

    static byte[] close(int id, int tree, int fid) {
        return message(
                0x04, id, 0, false, tree, block(new LittleEndian().u16(fid).zeros(4), new LittleEndian()));
    }

    private static LittleEndian block(LittleEndian words, LittleEndian bytes) {
        return new LittleEndian()
                .u8(words.size() / 2)
                .bytes(words.toBytes())
                .u16(bytes.size())
                .bytes(bytes.toBytes());
    }

    private static byte[] message(int command, int id, int status, boolean reply, int tree, LittleEndian blocks) {
        byte[] message = new LittleEndian()
                .u32(0x424D53FFL)
                .u8(command)
                .u32(status)
                .u8(reply ? REPLY : 0)
                .u16(0xC000)
                .zeros(12)
                .u16(tree)
                .u16(77)
                .u16(USER)
                .u16(id)
                .bytes(blocks.toBytes())
                .toBytes();
        return ByteBuffer.allocate(4 + message.length)
                .putInt(message.length)
                .put(message)
                .array();
    }
}
