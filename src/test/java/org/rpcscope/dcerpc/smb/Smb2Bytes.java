package org.rpcscope.dcerpc.smb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Messages of SMB2 (MS-SMB2 2.2), without the framing of direct TCP unless {@link #framed} puts it before them. */
final class Smb2Bytes {

    static final long SESSION = 0x4000_0000_0001L;
    static final int IPC = 5;
    static final int DISK = 6;
    static final long FID = 0xAA;
    static final int PENDING = 0x103;
    static final int BUFFER_OVERFLOW = 0x8000_0005;

    private static final int RESPONSE = 1;
    private static final int ASYNC = 2;
    private static final int RELATED = 4;

    private Smb2Bytes() {}

    static byte[] framed(byte[]... compound) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < compound.length; i++) {
            byte[] message = compound[i].clone();
            int padded = i + 1 < compound.length ? (message.length + 7) / 8 * 8 : message.length;
            if (i + 1 < compound.length) {
                ByteBuffer.wrap(message).putInt(20, Integer.reverseBytes(padded));
            }
            out.writeBytes(message);
            out.writeBytes(new byte[padded - message.length]);
        }
        byte[] all = out.toByteArray();
        return ByteBuffer.allocate(4 + all.length).putInt(all.length).put(all).array();
    }

    static byte[] negotiate(long id) {
        return message(0, id, 0, 0, 0, 0, new LittleEndian().u16(36).zeros(36));
    }

    static byte[] treeConnect(long id, String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_16LE);
        return message(
                3,
                id,
                0,
                0,
                0,
                SESSION,
                new LittleEndian().u16(9).u16(0).u16(72).u16(name.length).bytes(name));
    }

    static byte[] treeConnected(long id, int tree, int shareType) {
        return message(
                3,
                id,
                0,
                RESPONSE,
                tree,
                SESSION,
                new LittleEndian().u16(16).u8(shareType).zeros(13));
    }

    static byte[] create(long id, int tree, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_16LE);
        LittleEndian body = new LittleEndian()
                .u16(57)
                .zeros(42)
                .u16(64 + 56)
                .u16(text.length)
                .zeros(8);
        return message(5, id, 0, 0, tree, SESSION, body.bytes(text));
    }

    static byte[] created(long id, int tree, long fid) {
        LittleEndian body =
                new LittleEndian().u16(89).zeros(62).u64(fid).u64(fid).zeros(8);
        return message(5, id, 0, RESPONSE, tree, SESSION, body);
    }

    static byte[] refused(int command, long id, int status) {
        return message(
                command,
                id,
                status,
                RESPONSE,
                0,
                SESSION,
                new LittleEndian().u16(9).zeros(7));
    }

    static byte[] pending(int command, long id) {
        return message(
                command,
                id,
                PENDING,
                RESPONSE | ASYNC,
                0,
                SESSION,
                new LittleEndian().u16(9).zeros(7));
    }

    static byte[] write(long id, int tree, long fid, byte[] data) {
        return message(9, id, 0, 0, tree, SESSION, write(fid, data));
    }

    static byte[] relatedWrite(long id, byte[] data) {
        return message(9, id, 0, RELATED, -1, -1, write(-1, data));
    }

    private static LittleEndian write(long fid, byte[] data) {
        return new LittleEndian()
                .u16(49)
                .u16(112)
                .u32(data.length)
                .u64(0)
                .u64(fid)
                .u64(fid)
                .zeros(16)
                .bytes(data);
    }

    static byte[] read(long id, int tree, long fid) {
        LittleEndian body =
                new LittleEndian().u16(49).u16(80).u32(1024).u64(0).u64(fid).u64(fid);
        return message(8, id, 0, 0, tree, SESSION, body.zeros(17));
    }

    static byte[] readData(long id, int tree, int status, byte[] data) {
        LittleEndian body =
                new LittleEndian().u16(17).u8(80).u8(0).u32(data.length).zeros(8);
        return message(8, id, status, RESPONSE, tree, SESSION, body.bytes(data));
    }

    static byte[] transceive(long id, int tree, long fid, byte[] data) {
        LittleEndian body = new LittleEndian()
                .u16(57)
                .u16(0)
                .u32(0x11C017)
                .u64(fid)
                .u64(fid)
                .u32(120)
                .u32(data.length)
                .zeros(24);
        return message(11, id, 0, 0, tree, SESSION, body.bytes(data));
    }

    static byte[] transceived(long id, int tree, int status, byte[] data) {
        LittleEndian body = new LittleEndian()
                .u16(49)
                .u16(0)
                .u32(0x11C017)
                .u64(FID)
                .u64(FID)
                .u32(112)
                .u32(0)
                .u32(112)
                .u32(data.length)
                .zeros(8);
        return message(11, id, status, RESPONSE, tree, SESSION, body.bytes(data));
    }

    static byte[] close(long id, int tree, long fid) {
        return message(
                6,
                id,
                0,
                0,
                tree,
                SESSION,
                new LittleEndian().u16(24).zeros(6).u64(fid).u64(fid));
    }

    private static byte[] message(
            int command, long id, int status, int flags, int tree, long session, LittleEndian body) {
        return new LittleEndian()
                .u32(0x424D53FEL)
                .u16(64)
                .u16(0)
                .u32(status)
                .u16(command)
                .u16(1)
                .u32(flags)
                .u32(0)
                .u64(id)
                .u32(0)
                .u32(tree)
                .u64(session)
                .zeros(16)
                .bytes(body.toBytes())
                .toBytes();
    }
}
