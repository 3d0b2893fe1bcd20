package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;
import org.rpcscope.stream.StreamProbe.Sighting;

/**
 * Tells headers of PDUs from other bytes: version 5 over a stream (C706 12.6.3, MS-RPCE 2.2.2) and version 4 in a datagram
 * (C706 12.5.2). A header has fields enough that agree with each other; random bytes pass once in some ten billion.
 */
public final class Headers {

    /** The common header of a connection-oriented PDU (C706 12.6.3.1). */
    public static final int LENGTH = 16;

    /** The header of a connectionless PDU (C706 12.5.2.1). */
    public static final int DATAGRAM_LENGTH = 80;

    /** An authentication trailer before its value (MS-RPCE 2.2.2.11). */
    static final int TRAILER = 8;

    private Headers() {}

    /**
     * What the bytes of a stream at the offset are, and who sends such a PDU.
     *
     * @param length how many are there: fewer than a header has are none
     */
    public static Sighting connection(ByteBuffer bytes, int offset, int length) {
        if (length < LENGTH || !mayBegin(bytes, offset, length)) {
            return Sighting.NONE;
        }
        boolean little = (bytes.get(offset + 4) & 0xF0) == 0x10;
        int fragment = u16(bytes, offset + 8, little);
        int auth = u16(bytes, offset + 10, little);
        if (fragment < LENGTH || (auth != 0 && LENGTH + TRAILER + auth > fragment)) {
            return Sighting.NONE;
        }
        int there = Math.min(length, fragment);
        return switch (bytes.get(offset + 2)) {
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
                fragment == LENGTH + (auth == 0 ? 0 : TRAILER + auth) ? Sighting.FROM_CLIENT : Sighting.NONE;
            case PduType.SHUTDOWN -> fragment == LENGTH ? Sighting.FROM_SERVER : Sighting.NONE;
            case PduType.RTS -> fragment >= 20 && auth == 0 ? Sighting.FROM_EITHER : Sighting.NONE;
            default -> Sighting.NONE;
        };
    }

    /** Whether bytes of a stream, even a few only, may be the beginning of a PDU. */
    public static boolean mayBegin(ByteBuffer bytes, int offset, int length) {
        return bytes.get(offset) == 5
                && (length < 2 || (bytes.get(offset + 1) >= 0 && bytes.get(offset + 1) <= 1))
                && (length < 3 || (bytes.get(offset + 2) >= 0 && bytes.get(offset + 2) <= PduType.RTS))
                && (length < 8 || (representation(bytes, offset + 4) && bytes.get(offset + 7) == 0));
    }

    /** A bind or alter_context offers at least one context, and that at least one transfer syntax. */
    private static boolean contexts(ByteBuffer bytes, int offset, int there) {
        return (there <= 24 || bytes.get(offset + 24) != 0) && (there <= 30 || bytes.get(offset + 30) != 0);
    }

    /** What a datagram is, and who sends such a PDU. */
    public static Sighting connectionless(ByteBuffer bytes, int offset, int length) {
        if (length < DATAGRAM_LENGTH || bytes.get(offset) != 4) {
            return Sighting.NONE;
        }
        int type = bytes.get(offset + 1);
        if (type < 0 || type > DatagramType.LAST || !representation(bytes, offset + 4)) {
            return Sighting.NONE;
        }
        boolean little = (bytes.get(offset + 4) & 0xF0) == 0x10;
        int body = u16(bytes, offset + 74, little);
        if (body > length - DATAGRAM_LENGTH) {
            return Sighting.NONE;
        }
        return switch (type) {
            case DatagramType.REQUEST, DatagramType.PING, DatagramType.CANCEL -> Sighting.FROM_CLIENT;
            case DatagramType.ACK, DatagramType.FACK -> Sighting.FROM_EITHER;
            default -> Sighting.FROM_SERVER;
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
        short value = bytes.getShort(offset);
        return (little ? Short.reverseBytes(value) : value) & 0xFFFF;
    }
}
