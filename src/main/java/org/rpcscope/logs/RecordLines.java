package org.rpcscope.logs;

/** Walks through the lines of a chunk, takes their prefixes off, and has each decoded. Each thread has its own. */
final class RecordLines implements LineDecoder<RecordLines.Nothing> {

    private final String kind;
    private final boolean json;
    private final RecordDecoder decoder;
    private final Records records;
    private final Syslog syslog;
    private final Line line = new Line();

    /** Lines that stand for themselves say nothing of each other. */
    enum Nothing {
        NOTHING
    }

    /** @param kind the name of the format, for problems */
    RecordLines(String kind, boolean json, RecordDecoder decoder, Records records, LocalTimes times) {
        this.kind = kind;
        this.json = json;
        this.decoder = decoder;
        this.records = records;
        this.syslog = new Syslog(times);
    }

    @Override
    public Nothing decode(LineChunk chunk, Nothing before) {
        byte[] bytes = chunk.bytes;
        int from = chunk.offset == 0 && Words.beginsWithMark(bytes, chunk.length) ? 3 : 0;
        while (from < chunk.length) {
            int end = Ascii.next(bytes, from, chunk.length, '\n');
            chunk.rows.line();
            if (end - from > LineFeed.LONGEST_LINE) {
                chunk.rows.problem(chunk.offset + from, LineFeed.TOO_LONG);
            } else {
                line(chunk.rows, bytes, from, end, chunk.offset + from);
            }
            from = end + 1;
        }
        return before;
    }

    /** Decodes one line, and says whether it was of this kind and without fault. */
    boolean line(Rows rows, byte[] bytes, int from, int end, long offset) {
        int to = end;
        while (to > from && isSpace(bytes[to - 1])) {
            to--;
        }
        int start = from;
        while (start < to && isSpace(bytes[start])) {
            start++;
        }
        if (start == to) {
            return false;
        }
        line.bytes = bytes;
        line.from = start;
        line.to = to;
        syslog.strip(line);
        records.line(rows, offset);
        boolean own = (json || bytes[start] != '{') && decoder.decode(line, records);
        if (!own && !line.isSyslog && bytes[start] != '#') {
            rows.problem(offset, "this is no line of " + kind);
        }
        return own && !records.faulty();
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\r' || b == '\t' || b == 0;
    }
}
