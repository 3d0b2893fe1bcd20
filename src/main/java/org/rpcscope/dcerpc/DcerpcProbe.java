package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import org.rpcscope.dcerpc.wire.Headers;
import org.rpcscope.stream.StreamProbe;

/**
 * Recognises DCE/RPC by its PDU headers: version 5 over TCP and version 4 over UDP. What a client asks a proxy of RPC over
 * HTTP for goes before them: who it is, which PDUs do not say again.
 */
public final class DcerpcProbe implements StreamProbe {

    /** Of the first octet's lower six bits: PDUs begin with 4 or 5, and all verbs of MS-RPCH 2.1.2 with an R. */
    private static final long BEGINNINGS = 1L << 4 | 1L << 5 | 1L << ('R' & 63);

    /** One question without branches: its answer is the same no for nearly all packets, and no compiler bets on that. */
    @Override
    public boolean mayBegin(ByteBuffer bytes, int offset, int length) {
        return (BEGINNINGS >>> (bytes.get(offset) & 63) & 1) != 0;
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
