package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.rpcscope.rpc.InterfaceId;

/** Reads the fields of one connectionless PDU at its place (C706 12.5.2). Used again for each datagram. */
final class Datagram {

    private static final int FRAGMENT = 0x04;
    private static final int LAST_FRAGMENT = 0x02;

    private final Pdu fields = new Pdu();

    /** Turns to a datagram whose header was found to hold. */
    void of(ByteBuffer bytes, int offset, int length) {
        fields.of(bytes, offset, length, (bytes.get(offset + 4) & 0xF0) == 0x10);
    }

    void release() {
        fields.release();
    }

    Pdu fields() {
        return fields;
    }

    int type() {
        return fields.u8(1);
    }

    boolean isFragment() {
        return (fields.u8(2) & FRAGMENT) != 0;
    }

    boolean isLast() {
        return !isFragment() || (fields.u8(2) & LAST_FRAGMENT) != 0;
    }

    InterfaceId interfaceId() {
        int version = fields.i32(60);
        return new InterfaceId(fields.uuid(24), version & 0xFFFF, version >>> 16);
    }

    UUID interfaceUuid() {
        return fields.uuid(24);
    }

    UUID activity() {
        return fields.uuid(40);
    }

    int sequence() {
        return fields.i32(64);
    }

    int opnum() {
        return fields.u16(68);
    }

    int bodyLength() {
        return fields.u16(74);
    }

    int fragmentNumber() {
        return fields.u16(76);
    }

    /** The mechanism that protects it, 0 for none. */
    int authType() {
        return fields.u8(78);
    }

    /** The level of protection, the first octet behind the body (MS-RPCE 2.2.3.4). */
    int authLevel() {
        return fields.u8(Headers.DATAGRAM_LENGTH + bodyLength());
    }

    /** The status that a fault or a reject gives. */
    int status() {
        return fields.i32(Headers.DATAGRAM_LENGTH);
    }
}
