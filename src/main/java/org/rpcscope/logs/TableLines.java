package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.mapping.Cells;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.mapping.Meaning;
import org.rpcscope.session.Pools;

/**
 * Decodes the rows of a table by a mapping. Records of the Elastic Common Schema say in a few more members what they are, and
 * those of Zeek's dce_rpc what was called. One thread.
 */
final class TableLines implements LineDecoder<ConnJson.NoHeader> {

    /** Members of ECS that no column has: kinds of the event, its length in nanoseconds, and Zeek's dce_rpc. */
    private static final List<String> ECS = List.of(
            "event.type",
            "event.duration",
            "zeek.dce_rpc.endpoint",
            "zeek.dce_rpc.operation",
            "zeek.dce_rpc.named_pipe",
            "zeek.session_id");

    private final Mapping mapping;
    private final boolean ecs;
    private final Connection connection;
    private final TableValues values;
    private final Cells cells = new Cells();
    private final JsonPaths paths;
    private final Meaning[] meanings;
    private final boolean hasTransport;
    private final boolean hasSourcePort;

    TableLines(Mapping mapping, boolean ecs, LocalTimes times, Pools pools) {
        this.mapping = mapping;
        this.ecs = ecs;
        connection = new Connection(pools);
        values = new TableValues(times, mapping.dayFirst());
        meanings = mapping.columns().stream().map(Mapping.Column::meaning).toArray(Meaning[]::new);
        hasTransport = mapping.has(Meaning.TRANSPORT);
        hasSourcePort = mapping.has(Meaning.SOURCE_PORT);
        List<String> wanted = new ArrayList<>();
        for (Mapping.Column column : mapping.columns()) {
            wanted.add(column.meaning() == Meaning.NONE ? "" : column.name());
        }
        wanted.addAll(ecs ? ECS : List.of());
        paths = new JsonPaths(wanted);
    }

    @Override
    public ConnJson.NoHeader decode(LineChunk chunk, ConnJson.NoHeader before) {
        byte[] bytes = chunk.bytes;
        int from = chunk.offset == 0 && Words.beginsWithMark(bytes, chunk.length) ? 3 : 0;
        boolean header = chunk.offset == 0
                && mapping.shape().header()
                && !mapping.shape().json();
        while (from < chunk.length) {
            int end = Ascii.next(bytes, from, chunk.length, '\n');
            chunk.rows.line();
            int to = end;
            while (to > from && (bytes[to - 1] == '\r' || bytes[to - 1] == ' ')) {
                to--;
            }
            if (end - from > LineFeed.LONGEST_LINE) {
                chunk.rows.problem(chunk.offset + from, LineFeed.TOO_LONG);
            } else if (to > from && bytes[from] != '#') {
                if (header) {
                    header = false;
                } else {
                    row(chunk, from, to);
                }
            }
            from = end + 1;
        }
        return before;
    }

    private void row(LineChunk chunk, int from, int to) {
        long offset = chunk.offset + from;
        values.begin(connection, hasTransport, hasSourcePort);
        boolean read = mapping.shape().json() ? object(chunk, from, to, offset) : cells(chunk, from, to, offset);
        if (!read || connection.isOfOtherTransport()) {
            return;
        }
        values.end(connection);
        boolean ofPorts = connection.sourcePort != Connection.ABSENT || connection.destinationPort != Connection.ABSENT;
        if (ecs && (!connection.hasDestination() || !connection.hasSource() || !ofPorts)) {
            return; // a record of something else
        }
        String fault = connection.fault();
        if (fault == null) {
            chunk.rows.add(connection, offset);
            if (ecs) {
                call(chunk, offset);
            }
        } else {
            chunk.rows.problem(offset, fault);
        }
    }

    private boolean cells(LineChunk chunk, int from, int to, long offset) {
        cells.split(chunk.bytes, from, to, mapping.shape().separator());
        if (cells.count() != meanings.length) {
            chunk.rows.problem(offset, cells.count() + " of " + meanings.length + " columns");
            return false;
        }
        for (int i = 0; i < meanings.length; i++) {
            if (meanings[i] != Meaning.NONE) {
                values.set(connection, meanings[i], chunk.bytes, cells.from(i), cells.to(i));
            }
        }
        boolean header = mapping.shape().header() && !connection.hasSource() && isHeader();
        return !header; // files put together have several
    }

    private boolean isHeader() {
        int column = mapping.column(Meaning.SOURCE);
        return column >= 0
                && cells.text(column)
                        .strip()
                        .equals(mapping.columns().get(column).name());
    }

    private boolean object(LineChunk chunk, int from, int to, long offset) {
        int start = from;
        while (start < to && chunk.bytes[start] == ' ') {
            start++;
        }
        if (!paths.read(chunk.bytes, start, to)) {
            chunk.rows.problem(offset, "not a JSON object: " + ConnFields.excerpt(chunk.bytes, start, to));
            return false;
        }
        for (int i = 0; i < meanings.length; i++) {
            if (meanings[i] != Meaning.NONE && paths.to(i) > 0) {
                values.set(connection, meanings[i], chunk.bytes, paths.from(i), paths.to(i));
            }
        }
        if (ecs) {
            kinds(chunk.bytes);
        }
        return true;
    }

    /** What {@code event.type} says of it: "denied" above all; {@code event.duration} is in nanoseconds. */
    private void kinds(byte[] bytes) {
        int type = meanings.length;
        int end = paths.to(type);
        while (end > 0 && bytes[end] != ']' && bytes[end] != '}' && bytes[end] != '\n') {
            end++; // the whole array
        }
        Verdict verdict = TableValues.verdict(bytes, paths.from(type), end);
        if (verdict == Verdict.DENIED || connection.verdict == Verdict.NONE) {
            connection.verdict = verdict == Verdict.NONE ? connection.verdict : verdict;
        }
        long duration = paths.to(type + 1) == 0 ? 0 : Numbers.count(bytes, paths.from(type + 1), paths.to(type + 1));
        if (duration > 0 && connection.end == Numbers.BAD && connection.start != Numbers.BAD) {
            connection.end = connection.start + Math.min(duration, Long.MAX_VALUE - connection.start);
        }
    }

    private void call(LineChunk chunk, long offset) {
        String endpoint = extra(chunk, 2);
        String operation = extra(chunk, 3);
        if (endpoint == null && operation == null) {
            return;
        }
        String pipe = extra(chunk, 4);
        String session = extra(chunk, 5);
        chunk.remarks.add(new Remark(
                session + " " + connection.source + " " + connection.destination + " " + connection.bothPorts(),
                connection.source,
                connection.destination,
                connection.bothPorts(),
                connection.start,
                offset,
                Remark.Call.named(
                        endpoint, operation, pipe == null ? null : ZeekRecords.pipe(pipe.replace("\\\\", "\\"))),
                null,
                List.of()));
    }

    private @Nullable String extra(LineChunk chunk, int number) {
        int path = meanings.length + number;
        return paths.to(path) == 0
                ? null
                : new String(chunk.bytes, paths.from(path), paths.to(path) - paths.from(path), StandardCharsets.UTF_8);
    }
}
