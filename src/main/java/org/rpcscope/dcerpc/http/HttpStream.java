package org.rpcscope.dcerpc.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.wire.Headers;
import org.rpcscope.stream.StreamProbe.Sighting;

/**
 * Takes one side's stream apart: heads of HTTP messages, line by line, and the PDUs in their bodies; or PDUs alone, where
 * a server says {@code ncacn_http/1.0} first or a client begins with one (MS-RPCE 2.1.1.8).
 */
final class HttpStream {

    private static final String BANNER = "ncacn_http/1.0";

    /** Room for a ticket in base64; what is longer is no line of a head, and passes by. */
    private static final int LONGEST_LINE = 32 << 10;

    private final Listener listener;
    private byte[] line = new byte[128];
    private int lineLength;
    private Head.@Nullable Builder head;
    private boolean carries;

    /** How many bytes of a body are to come; 0 between messages. */
    private long body;

    private long passed;

    /** Who is told what there is. */
    interface Listener {

        /** @param origin where the record stands of the packet that completed it */
        void head(Head head, long time, long origin);

        /** The server of an RPC port says so. */
        void banner();

        void pdus(long time, long origin, ByteBuffer bytes, int offset, int length);

        /** Bytes of PDUs are missing, 0 for an unknown number. */
        void lost(long time, long length);
    }

    HttpStream(Listener listener) {
        this.listener = listener;
    }

    /** How many bytes belonged to nothing known. */
    long passed() {
        return passed;
    }

    int pending() {
        return lineLength == 0 ? 0 : line.length;
    }

    void bytes(long time, long origin, ByteBuffer bytes, int offset, int length) {
        if (body == 0 && head == null && Headers.connection(bytes, offset, length) != Sighting.NONE) {
            plain();
        }
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (body > 0) {
                int taken = (int) Math.min(body, end - at);
                if (carries) {
                    listener.pdus(time, origin, bytes, at, taken);
                }
                body -= body == Head.UNTIL_THE_END ? 0 : taken;
                at += taken;
            } else if (head == null && lineLength == 0 && bytes.get(at) == 5) {
                plain();
            } else {
                octet(bytes.get(at), time, origin);
                at++;
            }
        }
    }

    /** From here on there is nothing but PDUs. */
    private void plain() {
        body = Head.UNTIL_THE_END;
        carries = true;
        lineLength = 0;
    }

    private void octet(byte octet, long time, long origin) {
        if (octet == '\n') {
            String text = text().stripTrailing();
            lineLength = 0;
            line(text, time, origin);
        } else if (lineLength < LONGEST_LINE) {
            if (lineLength == line.length) {
                line = Arrays.copyOf(line, 2 * line.length);
            }
            line[lineLength++] = octet;
            if (head == null && lineLength == BANNER.length() && text().equals(BANNER)) {
                plain();
                listener.banner();
            }
        } else {
            passed++;
        }
    }

    private void line(String text, long time, long origin) {
        Head.Builder builder = head;
        if (builder != null && text.isEmpty()) {
            head = null;
            Head whole = builder.build();
            body = whole.length();
            carries = whole.carries();
            listener.head(whole, time, origin);
        } else if (builder != null) {
            builder.line(text);
        } else if (Head.begins(text)) {
            head = new Head.Builder(text);
        } else {
            passed += text.length() + 1;
        }
    }

    private String text() {
        return new String(line, 0, lineLength, StandardCharsets.ISO_8859_1);
    }

    /** Bytes are missing: 0 for an unknown number. */
    void gap(long time, long length) {
        lineLength = 0;
        head = null;
        if (body > 0) {
            if (carries) {
                listener.lost(time, length);
            }
            boolean known = length > 0 && length <= body;
            body = body == Head.UNTIL_THE_END || (!known && carries) ? Head.UNTIL_THE_END : known ? body - length : 0;
        }
    }

    /** Forgets an unfinished line. */
    void drop() {
        lineLength = 0;
        line = new byte[128];
    }
}
