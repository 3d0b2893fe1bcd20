package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.TextPool;

/**
 * Decodes the lines of a {@code conn.log} in JSON: one object a line, in any order of its members. The ends are members
 * {@code id.orig_h} or {@code id_orig_h}, or stand in an object {@code id}.
 */
final class ConnJson implements LineDecoder<ConnJson.NoHeader> {

    /** Lines of JSON say nothing about the lines after them. */
    enum NoHeader {
        NO_HEADER
    }

    private static final long LINE_END = Words.repeat((byte) '\n');
    private static final int FIELDS = ConnField.values().length;
    private static final int OTHER = FIELDS; // codes of keys that are not fields
    private static final int PATH = OTHER + 1;
    private static final int ID = OTHER + 2;

    private final ConnFields fields;
    private final ZeekRecords others;
    private final JsonCursor cursor = new JsonCursor();
    private final FieldCache keys = new FieldCache(8);
    private byte[] bytes = new byte[0];
    private @Nullable String path;

    ConnJson(Pools pools) {
        fields = new ConnFields(pools);
        others = new ZeekRecords(pools);
    }

    @Override
    public NoHeader decode(LineChunk chunk, NoHeader before) {
        byte[] text = chunk.bytes;
        int line = 0;
        for (int i = 0; i < chunk.length; i += 8) {
            long ends = Words.equal(Words.at(text, i), LINE_END);
            while (ends != 0) {
                int end = i + Words.first(ends);
                if (end >= chunk.length) {
                    return before;
                }
                chunk.rows.line();
                line(chunk, line, end);
                line = end + 1;
                ends &= ends - 1;
            }
        }
        return before;
    }

    /** Whether a line is a record of a {@code conn.log}: it says so itself, or has the ends and a state. */
    boolean isConn(byte[] text, int from, int to) {
        if (!object(text, from, to)) {
            return false;
        }
        long[] values = fields.values;
        boolean hasEnds = values[ConnField.SOURCE.ordinal()] >= 0 && values[ConnField.DESTINATION.ordinal()] >= 0;
        boolean hasState = values[ConnField.STATE.ordinal()] != TextPool.ABSENT;
        return hasEnds && (path == null ? hasState : path.equals("conn"));
    }

    private void line(LineChunk chunk, int from, int end) {
        if (end - from > LineFeed.LONGEST_LINE) {
            chunk.rows.problem(chunk.offset + from, LineFeed.TOO_LONG);
            return;
        }
        int start = chunk.offset + from == 0 && Words.beginsWithMark(chunk.bytes, end) ? 3 : from;
        if (isBlank(chunk.bytes, start, end)) {
            return;
        }
        if (!object(chunk.bytes, start, end)) {
            String reason = "not a JSON object: " + ConnFields.excerpt(chunk.bytes, start, end);
            chunk.rows.problem(chunk.offset + from, reason);
            return;
        }
        if (path != null && !path.equals("conn")) { // a record of another log in the same file
            Map<String, @Nullable Object> members = JsonTree.read(chunk.bytes, start, end);
            if (members != null) {
                others.take(chunk, path, ZeekFields.of(members), chunk.offset + from);
            }
            return;
        }
        if (fields.isOfOtherTransport()) {
            return;
        }
        String fault = fields.fault();
        String wrong = fault != null ? fault : fields.flaw();
        if (wrong != null) {
            chunk.rows.problem(chunk.offset + from, wrong);
        }
        if (fault == null) {
            chunk.rows.add(fields, chunk.offset + from);
        }
    }

    /** Reads the object of a line into the record; false where it is not one. */
    private boolean object(byte[] text, int from, int end) {
        bytes = text;
        path = null;
        fields.clear();
        cursor.line(text, end);
        int open = cursor.skipSpace(from);
        if (cursor.at(open) != '{') {
            return false;
        }
        int close = members(open + 1, false);
        return close != JsonCursor.NONE && cursor.skipSpace(close) == end;
    }

    /** Reads members up to the closing brace, and returns the position after it. */
    private int members(int from, boolean ofId) {
        int i = cursor.skipSpace(from);
        if (cursor.at(i) == '}') {
            return i + 1;
        }
        while (cursor.at(i) == '"') {
            int keyEnd = cursor.textEnd(i + 1);
            if (keyEnd == JsonCursor.NONE) {
                return JsonCursor.NONE;
            }
            int key = key(i + 1, keyEnd, ofId);
            int colon = cursor.skipSpace(keyEnd + 1);
            if (cursor.at(colon) != ':') {
                return JsonCursor.NONE;
            }
            i = value(key, cursor.skipSpace(colon + 1));
            if (i == JsonCursor.NONE) {
                return JsonCursor.NONE;
            }
            i = cursor.skipSpace(i);
            if (cursor.at(i) == '}') {
                return i + 1;
            }
            if (cursor.at(i) != ',') {
                return JsonCursor.NONE;
            }
            i = cursor.skipSpace(i + 1);
        }
        return JsonCursor.NONE;
    }

    /** Reads the value at a position for its key, and returns the position after it. */
    private int value(int key, int at) {
        switch (cursor.at(at)) {
            case '"' -> {
                int end = cursor.textEnd(at + 1);
                if (end != JsonCursor.NONE && key != OTHER) {
                    text(key, at + 1, end);
                }
                return end == JsonCursor.NONE ? end : end + 1;
            }
            case '{' -> {
                return key == ID ? members(at + 1, true) : cursor.nestedEnd(at);
            }
            case '[' -> {
                int end = cursor.nestedEnd(at);
                if (end != JsonCursor.NONE && key == ConnField.SERVICE.ordinal()) {
                    services(at + 1, end - 1);
                }
                return end;
            }
            default -> {
                int end = cursor.scalarEnd(at);
                if (end != JsonCursor.NONE && key < FIELDS && bytes[at] != 'n') { // not null
                    fields.set(key, bytes, at, end);
                }
                return end;
            }
        }
    }

    private void text(int key, int from, int to) {
        if (key == PATH) {
            path = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        } else if (key < FIELDS && cursor.escaped()) {
            byte[] plain = cursor.unescape(from, to);
            fields.set(key, Arrays.copyOf(plain, plain.length + Words.PAD), 0, plain.length);
        } else if (key < FIELDS) {
            fields.set(key, bytes, from, to);
        }
    }

    /** A set written as an array of texts: read as the same set with commas between. */
    private void services(int from, int to) {
        byte[] joined = new byte[to - from + Words.PAD];
        int length = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] != '"' && bytes[i] != ' ') {
                joined[length++] = bytes[i];
            }
        }
        fields.set(ConnField.SERVICE.ordinal(), joined, 0, length);
    }

    private int key(int from, int to, boolean ofId) {
        int length = to - from;
        boolean escaped = cursor.escaped();
        if (length == 0 || length > FieldCache.LONGEST && !escaped) {
            return OTHER;
        }
        int kind = ofId ? 1 : 0;
        long code = keys.get(kind, bytes, from, length);
        if (code == FieldCache.MISS) {
            byte[] plain = escaped ? cursor.unescape(from, to) : Arrays.copyOfRange(bytes, from, to);
            code = key(new String(plain, StandardCharsets.UTF_8), ofId);
            keys.put(kind, bytes, from, length, code);
        }
        return (int) code;
    }

    private static int key(String name, boolean ofId) {
        if (ofId) {
            ConnField field = ConnField.of("id." + name);
            return field == null ? OTHER : field.ordinal();
        }
        return switch (name) {
            case "_path", "@stream", "@path" -> PATH;
            case "id" -> ID;
            default -> {
                ConnField field = ConnField.of(name);
                yield field == null ? OTHER : field.ordinal();
            }
        };
    }

    private static boolean isBlank(byte[] text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
