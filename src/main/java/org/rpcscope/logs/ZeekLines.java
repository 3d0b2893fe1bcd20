package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Pools;

/**
 * Decodes the lines of any Zeek log but {@code conn.log}, in tab-separated values with a header or in JSON; a file may hold
 * several logs, one behind the other or mixed. One thread.
 */
final class ZeekLines implements LineDecoder<TsvHeader> {

    private final ZeekRecords records;

    ZeekLines(Pools pools) {
        records = new ZeekRecords(pools);
    }

    @Override
    public TsvHeader decode(LineChunk chunk, TsvHeader before) {
        TsvHeader header = before;
        int line = chunk.offset == 0 && Words.beginsWithMark(chunk.bytes, chunk.length) ? 3 : 0;
        for (int i = line; i < chunk.length; i++) {
            if (chunk.bytes[i] == '\n') {
                chunk.rows.line();
                int end = i > line && chunk.bytes[i - 1] == '\r' ? i - 1 : i;
                header = line(chunk, line, end, header);
                line = i + 1;
            }
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
        List<String> cells = header.cells(text(chunk, from, to));
        List<String> names = header.fields();
        if (cells.size() != names.size()) {
            String reason = names.isEmpty()
                    ? "a line before any #fields"
                    : (cells.size() < names.size() ? cells.size() + " of " : "more than ") + names.size() + " columns";
            chunk.rows.problem(chunk.offset + from, reason);
            return;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.equals(header.unsetField())) {
                fields.put(names.get(i), cell.equals(header.emptyField()) ? "" : TsvHeader.plain(cell));
            }
        }
        ZeekFields named = ZeekFields.of(fields);
        String path = header.path().isEmpty() ? named.path() : header.path();
        if (path == null) {
            chunk.rows.problem(chunk.offset + from, "a record of an unknown log");
        } else if (!path.equals("conn")) {
            records.take(chunk, path, named, chunk.offset + from);
        }
    }

    private static String text(LineChunk chunk, int from, int to) {
        return new String(chunk.bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
