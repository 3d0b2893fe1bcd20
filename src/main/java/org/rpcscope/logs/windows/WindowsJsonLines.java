package org.rpcscope.logs.windows;

import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.LineChunk;
import org.rpcscope.logs.LineDecoder;
import org.rpcscope.logs.LineFeed;
import org.rpcscope.logs.LocalTimes;
import org.rpcscope.logs.Words;

/** Decodes lines of JSON that each are a record. Each thread has its own. */
final class WindowsJsonLines implements LineDecoder<WindowsJsonLines.Nothing> {

    private final RecordMapping mapping;
    private final JsonRecord record;

    /** Lines that stand for themselves say nothing of each other. */
    enum Nothing {
        NOTHING
    }

    WindowsJsonLines(RecordMapping mapping, LocalTimes times) {
        this.mapping = mapping;
        this.record = new JsonRecord(times);
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
                line(chunk, from, end);
            }
            from = end + 1;
        }
        return before;
    }

    private void line(LineChunk chunk, int from, int end) {
        int to = end;
        while (to > from && chunk.bytes[to - 1] <= ' ' && chunk.bytes[to - 1] >= 0) {
            to--;
        }
        if (to == from) {
            return;
        }
        String wrong = record.fill(chunk.bytes, from, to, chunk.offset + from);
        if (wrong == null && !record.isRecord()) {
            wrong = "this is no record of an event log of Windows";
        }
        if (wrong != null) {
            chunk.rows.problem(chunk.offset + from, wrong);
        } else {
            mapping.take(record, chunk.rows, chunk.events);
        }
    }
}
