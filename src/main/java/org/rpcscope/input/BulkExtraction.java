package org.rpcscope.input;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Leaves out the lines that say what is to be done with the next one. One thread. */
final class BulkExtraction implements Unwrapper.Extraction {

    /** Lines that say what to do are shorter. */
    static final int LONGEST = 1 << 10;

    private final byte[] line = new byte[LONGEST];
    private int length;
    private boolean passing;

    @Override
    public void take(byte b, ByteBuffer out) {
        if (passing) {
            out.put(b);
            passing = b != '\n';
        } else if (b == '\n') {
            flush(out, true);
        } else if (length == LONGEST) {
            flush(out, false);
            out.put(b);
            passing = true;
        } else {
            line[length++] = b;
        }
    }

    @Override
    public void end(ByteBuffer out) {
        flush(out, false);
    }

    private void flush(ByteBuffer out, boolean lineEnd) {
        if (!Wrapping.isAction(new String(line, 0, Math.min(length, 401), StandardCharsets.ISO_8859_1))) {
            out.put(line, 0, length);
            if (lineEnd) {
                out.put((byte) '\n');
            }
        }
        length = 0;
    }
}
