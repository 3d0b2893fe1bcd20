package org.rpcscope.dcerpc.stub;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * The stub data of a request or response, put together from its fragments and not encrypted. The bytes are read while it
 * is looked at, and not kept.
 *
 * @param bytes of any byte order; its position is neither used nor moved
 * @param offset of the first byte, from which alignment counts (C706 14.2.2)
 * @param little whether integers are little-endian, as the data representation of the PDU says (C706 14.1)
 * @param ndr64 whether the transfer syntax of the context is NDR64 (MS-RPCE 2.2.5)
 */
public record Stub(ByteBuffer bytes, int offset, int length, boolean little, boolean ndr64) {

    public Stub {
        Objects.checkFromIndexSize(offset, length, bytes.limit());
    }
}
