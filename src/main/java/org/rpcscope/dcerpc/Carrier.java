package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rpcscope.dcerpc.wire.Headers;
import org.rpcscope.stream.StreamProbe.Sighting;

/** What a TCP stream carries, as the first bytes of a segment say. */
enum Carrier {
    /** PDUs of DCE/RPC, and nothing around them. */
    NONE,
    /** SMB, directly or in a session of NetBIOS (RFC 1002 4.3, MS-SMB2 2.1). */
    SMB,
    /** RPC over HTTP (MS-RPCH 2.1.2). */
    HTTP,
    /** Too few bytes to say. */
    UNDECIDED,
    /** None of these. */
    FOREIGN;

    /** How many bytes decide. */
    static final int ENOUGH = Headers.LENGTH;

    private static final int SESSION_MESSAGE = 0x00;
    private static final int SESSION_REQUEST = 0x81;

    private static final List<byte[]> HTTP_BEGINNINGS = List.of(
            "RPC_IN_DATA ".getBytes(StandardCharsets.US_ASCII),
            "RPC_OUT_DATA ".getBytes(StandardCharsets.US_ASCII),
            "RPC_CONNECT ".getBytes(StandardCharsets.US_ASCII),
            "ncacn_http/1.0".getBytes(StandardCharsets.US_ASCII));

    static Carrier of(ByteBuffer bytes, int offset, int length) {
        if (Headers.connection(bytes, offset, length) != Sighting.NONE) {
            return NONE;
        }
        if (length < ENOUGH && Headers.mayBegin(bytes, offset, length)) {
            return UNDECIDED;
        }
        Carrier smb = smb(bytes, offset, length);
        return smb == FOREIGN ? http(bytes, offset, length) : smb;
    }

    private static Carrier smb(ByteBuffer bytes, int offset, int length) {
        int first = bytes.get(offset) & 0xFF;
        if (first == SESSION_REQUEST && (length < 2 || (bytes.get(offset + 1) & 0xFE) == 0)) {
            return length < 2 ? UNDECIDED : SMB;
        }
        if (first != SESSION_MESSAGE) {
            return FOREIGN;
        }
        if (length < 8) {
            return UNDECIDED;
        }
        int version = bytes.get(offset + 4) & 0xFF; // SMB1, SMB2, encrypted, compressed
        boolean named = bytes.get(offset + 5) == 'S' && bytes.get(offset + 6) == 'M' && bytes.get(offset + 7) == 'B';
        return version >= 0xFC && named ? SMB : FOREIGN;
    }

    private static Carrier http(ByteBuffer bytes, int offset, int length) {
        for (byte[] beginning : HTTP_BEGINNINGS) {
            int same = 0;
            while (same < Math.min(length, beginning.length) && bytes.get(offset + same) == beginning[same]) {
                same++;
            }
            if (same == beginning.length) {
                return HTTP;
            }
            if (same == length) {
                return UNDECIDED;
            }
        }
        return FOREIGN;
    }
}
