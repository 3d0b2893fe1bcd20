package org.rpcscope.dcerpc.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What RPC over HTTP puts around PDUs (MS-RPCH 2.1.2). */
final class HttpBytes {

    static final byte[] BANNER = "ncacn_http/1.0".getBytes(StandardCharsets.US_ASCII);

    private HttpBytes() {}

    static byte[] request(String verb, long length, String... fields) {
        return head(verb + " /rpc/rpcproxy.dll?mail.example.com:593 HTTP/1.1", length(length, fields));
    }

    static byte[] answer(String status, String... fields) {
        return head("HTTP/1.1 " + status, fields);
    }

    private static String[] length(long length, String... fields) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 1);
        all[fields.length] = "Content-Length: " + length;
        return all;
    }

    private static byte[] head(String start, String... fields) {
        String all = String.join("\r\n", fields);
        String head = start + "\r\nHost: mail.example.com\r\nAccept: application/rpc\r\n" + all + "\r\n\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    /** A PDU that keeps the virtual connection going (MS-RPCH 2.2.3.6). */
    static byte[] rts(int length) {
        ByteBuffer pdu = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        pdu.put((byte) 5).put((byte) 0).put((byte) 20).put((byte) 3);
        return pdu.putInt(0x10).putShort((short) length).array();
    }
}
