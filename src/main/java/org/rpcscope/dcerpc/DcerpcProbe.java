package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import org.rpcscope.dcerpc.wire.Headers;
import org.rpcscope.stream.StreamProbe;

/**
 * Recognises DCE/RPC by its PDU headers: version 5 over TCP and version 4 over UDP. What a client asks a proxy of RPC over
 * HTTP for goes before them: who it is, which PDUs do not say again.
 */
public final class DcerpcProbe implements StreamProbe {

    /** {@code RPC_}: how all verbs of MS-RPCH 2.1.2 begin. */
    private static final int RPC = 0x5250_435F;

    @Override
    public boolean mayBegin(ByteBuffer bytes, int offset, int length) {
        int first = bytes.get(offset);
        return switch (first) {
            case 5 -> length >= Headers.LENGTH;
            case 4 -> length >= Headers.DATAGRAM_LENGTH;
            case 'R' -> length >= 4 && bytes.getInt(offset) == RPC;
            default -> false;
        };
    }

    @Override
    public Sighting probe(ByteBuffer bytes, int offset, int length, boolean datagram) {
        if (datagram) {
            return Headers.connectionless(bytes, offset, length);
        }
        if (bytes.get(offset) == 'R') {
            return Carrier.of(bytes, offset, length) == Carrier.HTTP ? Sighting.PRELUDE : Sighting.NONE;
        }
        return Headers.connection(bytes, offset, length);
    }
}
