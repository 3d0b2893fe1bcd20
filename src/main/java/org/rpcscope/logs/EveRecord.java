package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One record of EVE as it stands in its line: where the value of each member begins and ends. Filled anew for each line,
 * without making objects. One thread.
 */
final class EveRecord {

    private static final EveField[] FIELDS = EveField.values();
    private static final int DEEPEST = 2;

    private final int[] from = new int[FIELDS.length];
    private final int[] to = new int[FIELDS.length];
    private final JsonCursor cursor = new JsonCursor();
    private final FieldCache keys = new FieldCache(8);
    private byte[] bytes = new byte[0];

    byte[] bytes() {
        return bytes;
    }

    /** Reads the object in the bytes up to {@code end}; false where there is none. */
    boolean read(byte[] line, int start, int end) {
        bytes = line;
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
        cursor.line(line, end);
        if (cursor.at(start) != '{') {
            return false;
        }
        int close = members(start + 1, EveField.OTHER, 1);
        return close != JsonCursor.NONE && cursor.skipSpace(close) == end;
    }

    boolean has(EveField field) {
        return to[field.ordinal()] > 0;
    }

    int from(EveField field) {
        return from[field.ordinal()];
    }

    int to(EveField field) {
        return to[field.ordinal()];
    }

    /** Whether the value is this word of small letters, written in any case. */
    boolean is(EveField field, String word) {
        return has(field) && Ascii.is(bytes, from(field), to(field), word);
    }

    /** The value as text; empty where there is none. */
    String text(EveField field) {
        return has(field) ? new String(bytes, from(field), to(field) - from(field), StandardCharsets.UTF_8) : "";
    }

    /** The value as a count, or -1. */
    long count(EveField field) {
        long value = has(field) ? Numbers.count(bytes, from(field), to(field)) : -1;
        return Math.max(-1, value);
    }

    /** The value as a time, or {@link Numbers#BAD}. */
    long time(EveField field) {
        return has(field) ? Times.iso(bytes, from(field), to(field)) : Numbers.BAD;
    }

    private int members(int at, EveField inside, int depth) {
        int i = cursor.skipSpace(at);
        if (cursor.at(i) == '}') {
            return i + 1;
        }
        while (cursor.at(i) == '"') {
            int keyEnd = cursor.textEnd(i + 1);
            if (keyEnd == JsonCursor.NONE) {
                return JsonCursor.NONE;
            }
            EveField field = field(i + 1, keyEnd, inside);
            int colon = cursor.skipSpace(keyEnd + 1);
            if (cursor.at(colon) != ':') {
                return JsonCursor.NONE;
            }
            i = value(field, cursor.skipSpace(colon + 1), depth);
            i = i == JsonCursor.NONE ? i : cursor.skipSpace(i);
            if (cursor.at(Math.max(0, i)) == '}' && i != JsonCursor.NONE) {
                return i + 1;
            }
            if (i == JsonCursor.NONE || cursor.at(i) != ',') {
                return JsonCursor.NONE;
            }
            i = cursor.skipSpace(i + 1);
        }
        return JsonCursor.NONE;
    }

    /** Notes where the value at a position stands, and returns the position after it. */
    private int value(EveField field, int at, int depth) {
        switch (cursor.at(at)) {
            case '"' -> {
                int end = cursor.textEnd(at + 1);
                if (end != JsonCursor.NONE) {
                    note(field, at + 1, end);
                }
                return end == JsonCursor.NONE ? end : end + 1;
            }
            case '{' -> {
                if (field.isObject() && depth < DEEPEST) {
                    note(field, at, at + 1);
                    return members(at + 1, field, depth + 1);
                }
                int end = cursor.nestedEnd(at);
                if (end != JsonCursor.NONE) {
                    note(field, at, end);
                }
                return end;
            }
            case '[' -> {
                return cursor.nestedEnd(at);
            }
            default -> {
                int end = cursor.scalarEnd(at);
                if (end != JsonCursor.NONE && bytes[at] != 'n') { // not null
                    note(field, at, end);
                }
                return end;
            }
        }
    }

    private void note(EveField field, int start, int end) {
        from[field.ordinal()] = start;
        to[field.ordinal()] = end;
    }

    private EveField field(int start, int end, EveField inside) {
        int length = end - start;
        int kind = switch (inside) {
            case FLOW -> 1;
            case NETFLOW -> 2;
            case TCP -> 3;
            case ALERT -> 4;
            default -> 0;
        };
        long code = keys.get(kind, bytes, start, length);
        if (code == FieldCache.MISS) {
            String name =
                    length > 2 * FieldCache.LONGEST ? "" : new String(bytes, start, length, StandardCharsets.UTF_8);
            code = EveField.of(inside, name).ordinal();
            keys.put(kind, bytes, start, length, code);
        }
        return FIELDS[(int) code];
    }
}
