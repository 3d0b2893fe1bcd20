package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.rpcscope.rpc.InterfaceId;

/**
 * Reads the fields of one connection-oriented PDU at its place, in its own byte order (C706 12.6.3.1, 14.1). What lies
 * behind its end, or was not captured, reads as zero, so that no field can lead out of it. Used again for each PDU.
 */
final class Pdu {

    /** The first fragment of a message, and the last. */
    static final int FIRST = 0x01;

    static final int LAST = 0x02;
    /** The client wants no answer. */
    static final int MAYBE = 0x40;
    /** A UUID of an object goes before the stub. */
    static final int OBJECT = 0x80;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuffer bytes = NOTHING;
    private int at;
    private int there;
    private boolean little;

    /** Turns to the PDU that begins at the offset; its header is there. */
    void of(ByteBuffer in, int offset, int length) {
        bytes = in;
        at = offset;
        there = length;
        little = (in.get(offset + 4) & 0xF0) == 0x10;
        there = Math.min(length, fragmentLength());
    }

    /** Turns to another protocol's data in the same form. */
    void of(ByteBuffer in, int offset, int length, boolean littleEndian) {
        bytes = in;
        at = offset;
        there = length;
        little = littleEndian;
    }

    /** Lets go of the bytes, which are the caller's. */
    void release() {
        bytes = NOTHING;
        there = 0;
    }

    ByteBuffer bytes() {
        return bytes;
    }

    /** Where a field stands in {@link #bytes}. */
    int place(int field) {
        return at + field;
    }

    boolean little() {
        return little;
    }

    int type() {
        return u8(2);
    }

    boolean has(int flag) {
        return (u8(3) & flag) != 0;
    }

    int fragmentLength() {
        return u16(8);
    }

    int authLength() {
        return u16(10);
    }

    int callId() {
        return i32(12);
    }

    /** Of a request, response or fault. */
    int contextId() {
        return u16(20);
    }

    /** Of a request. */
    int opnum() {
        return u16(22);
    }

    /** Whether all of it is there. */
    boolean isWhole() {
        return there == fragmentLength();
    }

    /** Where the authentication trailer begins (MS-RPCE 2.2.2.11); the end of the PDU where it has none. */
    int trailer() {
        int length = fragmentLength();
        return authLength() == 0 ? length : length - authLength() - Headers.TRAILER;
    }

    /** Where the stub of a request, response or fault begins. */
    int stub() {
        return type() == PduType.FAULT ? 32 : type() == PduType.REQUEST && has(OBJECT) ? 40 : 24;
    }

    /** How many bytes of stub it has, without the padding before the trailer if that is there to be read. */
    int stubLength() {
        int padding = authLength() == 0 ? 0 : u8(trailer() + 2);
        return Math.max(0, trailer() - padding - stub());
    }

    int u8(int field) {
        return field >= 0 && field < there ? bytes.get(at + field) & 0xFF : 0;
    }

    int u16(int field) {
        int first = u8(field);
        int second = u8(field + 1);
        return little ? second << 8 | first : first << 8 | second;
    }

    int i32(int field) {
        int first = u16(field);
        int second = u16(field + 2);
        return little ? second << 16 | first : first << 16 | second;
    }

    /** A UUID, whose first three fields are numbers (C706 appendix A). */
    UUID uuid(int field) {
        long high = (long) i32(field) << 32 | (long) u16(field + 4) << 16 | u16(field + 6);
        long low = 0;
        for (int i = 8; i < 16; i++) {
            low = low << 8 | u8(field + i);
        }
        return new UUID(high, low);
    }

    /** An interface or a transfer syntax: a UUID, and a version with the major number in the lower half. */
    InterfaceId syntax(int field) {
        int version = i32(field + 16);
        return new InterfaceId(uuid(field), version & 0xFFFF, version >>> 16);
    }
}
