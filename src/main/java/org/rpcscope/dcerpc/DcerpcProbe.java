package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import org.rpcscope.stream.StreamProbe;

/**
 * Recognises DCE/RPC by its PDU headers: version 5 over TCP (C706 12.6.3, MS-RPCE 2.2.2) and version 4 over UDP (C706
 * 12.5.2). A header has fields enough that agree with each other; random bytes pass once in some ten billion.
 */
public final class DcerpcProbe implements StreamProbe {

    /** The common header of a connection-oriented PDU (C706 12.6.3.1). */
    private static final int HEADER = 16;

    /** The header of a connectionless PDU (C706 12.5.2.1). */
    private static final int DATAGRAM_HEADER = 80;

    /** An authentication trailer before its value (MS-RPCE 2.2.2.11). */
    private static final int TRAILER = 8;

    @Override
    public boolean mayBegin(ByteBuffer bytes, int offset, int length) {
        int first = bytes.get(offset);
        return (first == 5 && length >= HEADER) || (first == 4 && length >= DATAGRAM_HEADER);
    }

    @Override
    public Sighting probe(ByteBuffer bytes, int offset, int length, boolean datagram) {
        int version = bytes.get(offset);
        if (datagram) {
            return version == 4 && length >= DATAGRAM_HEADER ? connectionless(bytes, offset, length) : Sighting.NONE;
        }
        return version == 5 && length >= HEADER ? connection(bytes, offset, length) : Sighting.NONE;
    }

    private static Sighting connection(ByteBuffer bytes, int offset, int length) {
        int minor = bytes.get(offset + 1);
        if (minor < 0 || minor > 1 || !representation(bytes, offset + 4) || bytes.get(offset + 7) != 0) {
            return Sighting.NONE;
        }
        boolean little = (bytes.get(offset + 4) & 0xF0) == 0x10;
        int fragment = u16(bytes, offset + 8, little);
        int auth = u16(bytes, offset + 10, little);
        if (fragment < HEADER || (auth != 0 && HEADER + TRAILER + auth > fragment)) {
            return Sighting.NONE;
        }
        int type = bytes.get(offset + 2);
        int there = Math.min(length, fragment);
        return switch (type) {
            case PduType.REQUEST -> fragment >= 24 ? Sighting.FROM_CLIENT : Sighting.NONE;
            case PduType.RESPONSE -> fragment >= 24 ? Sighting.FROM_SERVER : Sighting.NONE;
            case PduType.FAULT -> fragment >= 28 ? Sighting.FROM_SERVER : Sighting.NONE;
            case PduType.BIND, PduType.ALTER_CONTEXT ->
                fragment >= 28 && contexts(bytes, offset, there) ? Sighting.FROM_CLIENT : Sighting.NONE;
            case PduType.BIND_ACK, PduType.ALTER_CONTEXT_RESPONSE ->
                fragment >= 26 ? Sighting.FROM_SERVER : Sighting.NONE;
            case PduType.BIND_NAK -> fragment >= 18 ? Sighting.FROM_SERVER : Sighting.NONE;
            case PduType.AUTH3 -> auth != 0 ? Sighting.FROM_CLIENT : Sighting.NONE;
            case PduType.CANCEL, PduType.ORPHANED ->
                fragment == HEADER + (auth == 0 ? 0 : TRAILER + auth) ? Sighting.FROM_CLIENT : Sighting.NONE;
            case PduType.SHUTDOWN -> fragment == HEADER ? Sighting.FROM_SERVER : Sighting.NONE;
            default -> Sighting.NONE;
        };
    }

    /** A bind or alter_context offers at least one context, and that at least one transfer syntax. */
    private static boolean contexts(ByteBuffer bytes, int offset, int there) {
        return (there <= 24 || bytes.get(offset + 24) != 0) && (there <= 30 || bytes.get(offset + 30) != 0);
    }

    private static Sighting connectionless(ByteBuffer bytes, int offset, int length) {
        int type = bytes.get(offset + 1);
        if (type < 0 || type > 10 || !representation(bytes, offset + 4)) {
            return Sighting.NONE;
        }
        boolean little = (bytes.get(offset + 4) & 0xF0) == 0x10;
        int body = u16(bytes, offset + 74, little);
        if (body > length - DATAGRAM_HEADER) {
            return Sighting.NONE;
        }
        return switch (type) {
            case 0, 1, 8 -> Sighting.FROM_CLIENT; // request, ping, cl_cancel
            case 2, 3, 4, 5, 6, 10 -> Sighting.FROM_SERVER; // response, fault, working, nocall, reject, cancel_ack
            default -> Sighting.FROM_EITHER; // ack, fack
        };
    }

    /** The data representation (C706 14.1): integers and characters in one octet, floating point in the next. */
    private static boolean representation(ByteBuffer bytes, int offset) {
        int integers = bytes.get(offset) & 0xFF;
        return (integers & 0xEE) == 0
                && bytes.get(offset + 1) >= 0
                && bytes.get(offset + 1) <= 3
                && bytes.get(offset + 2) == 0;
    }

    private static int u16(ByteBuffer bytes, int offset, boolean little) {
        int value = bytes.getShort(offset) & 0xFFFF;
        return little ? Short.reverseBytes((short) value) & 0xFFFF : value;
    }
}
