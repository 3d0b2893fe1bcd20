package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Pools;

/**
 * Decodes the lines of any Zeek log but {@code conn.log}, in tab-separated values with a header or in JSON; a file may hold
 * several logs, one behind the other or mixed. One thread.
 */
final class ZeekLines implements LineDecoder<TsvHeader> {

    private final ZeekRecords records;
    private TsvCells cells = new TsvCells(TsvHeader.NONE);

    ZeekLines(Pools pools) {
        records = new ZeekRecords(pools);
    }

    @Override
    public TsvHeader decode(LineChunk chunk, TsvHeader before) {
        TsvHeader header = before;
        byte[] bytes = chunk.bytes;
        int line = chunk.offset == 0 && Words.beginsWithMark(bytes, chunk.length) ? 3 : 0;
        while (line < chunk.length) {
            int next = Ascii.next(bytes, line, chunk.length, '\n');
            chunk.rows.line();
            int end = next > line && bytes[next - 1] == '\r' ? next - 1 : next;
            header = line(chunk, line, end, header);
            line = next + 1;
        }
        return header;
    }

    private TsvHeader line(LineChunk chunk, int from, int to, TsvHeader header) {
        if (from == to) {
            return header;
        }
        if (to - from > LineFeed.LONGEST_LINE) {
            chunk.rows.problem(chunk.offset + from, LineFeed.TOO_LONG);
            return header;
        }
        switch (chunk.bytes[from]) {
            case '#' -> {
                return header.after(text(chunk, from, to));
            }
            case '{' -> object(chunk, from, to);
            default -> values(chunk, from, to, header);
        }
        return header;
    }

    private void object(LineChunk chunk, int from, int to) {
        Map<String, @Nullable Object> members = JsonTree.read(chunk.bytes, from, to);
        if (members == null) {
            String reason = "not a JSON object: " + ConnFields.excerpt(chunk.bytes, from, to);
            chunk.rows.problem(chunk.offset + from, reason);
            return;
        }
        ZeekFields fields = ZeekFields.of(members);
        String path = fields.path();
        if (path == null) {
            chunk.rows.problem(chunk.offset + from, "a record of an unknown log");
        } else if (!path.equals("conn")) {
            records.take(chunk, path, fields, chunk.offset + from);
        }
    }

    private void values(LineChunk chunk, int from, int to, TsvHeader header) {
        if (!cells.header().equals(header)) {
            cells = new TsvCells(header);
        }
        int count = cells.fill(chunk.bytes, from, to);
        int width = header.fields().size();
        if (count != width) {
            String reason = width == 0
                    ? "a line before any #fields"
                    : (count < width ? count + " of " : "more than ") + width + " columns";
            chunk.rows.problem(chunk.offset + from, reason);
            return;
        }
        ZeekFields fields = new ZeekFields(cells);
        String path = header.path().isEmpty() ? fields.path() : header.path();
        if (path == null) {
            chunk.rows.problem(chunk.offset + from, "a record of an unknown log");
        } else if (!path.equals("conn")) {
            records.take(chunk, path, fields, chunk.offset + from);
        }
    }

    private static String text(LineChunk chunk, int from, int to) {
        return new String(chunk.bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
