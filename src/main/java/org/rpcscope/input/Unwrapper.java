package org.rpcscope.input;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Gives the records that an export wraps or that stand on several lines, one a line, so that they are read as the log that
 * they came from. Line ends in a record become blanks. One thread.
 */
final class Unwrapper implements Unpacker {

    private static final int STEP = 1 << 15;

    private final Unpacker from;
    private final Extraction extraction;
    private final ByteBuffer packed = ByteBuffer.allocate(STEP);
    private ByteBuffer ready = ByteBuffer.allocate(0);
    private boolean ended;

    /** Takes records out of the bytes of an export, which come in pieces cut anywhere. */
    interface Extraction {
        /** Takes a byte; what is to be read goes to {@code out}, at most three bytes for one. */
        void take(byte b, ByteBuffer out);

        /** The export ends; what is open goes to {@code out}. */
        void end(ByteBuffer out);

        /** How many bytes more than those of the pieces since may come out, of what was held back before them. */
        default int held() {
            return 0;
        }
    }

    Unwrapper(Unpacker from, Wrapping wrapping) {
        this.from = from;
        this.extraction = switch (wrapping) {
            case ELASTIC_HITS -> new JsonExtraction("_source", true);
            case SPLUNK_JSON -> new JsonExtraction("_raw", false);
            case SPLUNK_CSV -> new CsvExtraction();
            case JSON_RECORDS -> new JsonLines(true);
            case JSON_LINES -> new JsonLines(false);
            case QUOTED_LINES -> new QuotedLines();
            case ELASTIC_BULK, NONE -> new BulkExtraction();
        };
    }

    @Override
    public int unpack(ByteBuffer into) throws IOException {
        while (!ready.hasRemaining()) {
            if (ended) {
                return 0;
            }
            packed.clear();
            ended = from.unpack(packed) == 0;
            packed.flip();
            ready = ByteBuffer.allocate(packed.remaining() * 3 + extraction.held() + BulkExtraction.LONGEST);
            while (packed.hasRemaining()) {
                extraction.take(packed.get(), ready);
            }
            if (ended) {
                extraction.end(ready);
            }
            ready.flip();
        }
        int count = Math.min(ready.remaining(), into.remaining());
        into.put(into.position(), ready, ready.position(), count);
        into.position(into.position() + count);
        ready.position(ready.position() + count);
        return count;
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
