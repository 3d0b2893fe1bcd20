package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import org.rpcscope.dcerpc.wire.Headers;
import org.rpcscope.stream.StreamProbe;

/** Recognises DCE/RPC by its PDU headers: version 5 over TCP and version 4 over UDP. */
public final class DcerpcProbe implements StreamProbe {

    @Override
    public boolean mayBegin(ByteBuffer bytes, int offset, int length) {
        int first = bytes.get(offset);
        return (first == 5 && length >= Headers.LENGTH) || (first == 4 && length >= Headers.DATAGRAM_LENGTH);
    }

    @Override
    public Sighting probe(ByteBuffer bytes, int offset, int length, boolean datagram) {
        return datagram ? Headers.connectionless(bytes, offset, length) : Headers.connection(bytes, offset, length);
    }
}
