package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One record of EVE as it stands in its line: where the value of each member begins and ends, and what it means. Filled anew
 * for each line, without making objects; values of a kind are read in one loop, which is quickly compiled. One thread.
 */
final class EveRecord {

    private static final EveField[] FIELDS = EveField.values();
    private static final EveType[] TYPES = EveType.values();

    private final int[] from = new int[FIELDS.length];
    private final int[] to = new int[FIELDS.length];
    private final JsonCursor cursor = new JsonCursor();
    private final MemberNames names = new MemberNames();
    private final Connection connection;
    private final EveWords words;
    private final IsoTimes times = new IsoTimes();
    private final long[] values = new long[EveField.OTHERS];
    private byte[] bytes = new byte[0];

    /** @param connection by which addresses and texts get their numbers */
    EveRecord(Connection connection) {
        this.connection = connection;
        this.words = new EveWords(connection);
    }

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
        int close = members(start + 1);
        if (close == JsonCursor.NONE || cursor.skipSpace(close) != end) {
            return false;
        }
        words();
        return true;
    }

    private void words() {
        for (int k = EveField.WORDS; k < EveField.OTHERS; k++) {
            values[k] = to[k] > 0 ? words.meaning(k, bytes, from[k], to[k]) : 0;
        }
    }

    /** Reads what only sessions have: numbers, times and addresses. */
    void numbers() {
        int k = 0;
        for (; k < EveField.TIMES; k++) {
            values[k] = to[k] > 0 ? Math.max(-1, Numbers.count(bytes, from[k], to[k])) : -1;
        }
        for (; k < EveField.ADDRESSES; k++) {
            values[k] = to[k] > 0 ? times.parse(bytes, from[k], to[k]) : Numbers.BAD;
        }
        for (; k < EveField.WORDS; k++) {
            values[k] = connection.address(bytes, from[k], to[k]);
        }
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

    /**
     * The value of a field that is not one of the last: a count, or -1; a time, or {@link Numbers#BAD}; the number of an
     * address; what {@link EveWords} says of a word, or 0. All but words are there after {@link #numbers}.
     */
    long value(EveField field) {
        return values[field.ordinal()];
    }

    /** Whether the value is a word that means this, a bit of {@link EveWords}. */
    boolean is(EveField field, long meaning) {
        return (values[field.ordinal()] & meaning) != 0;
    }

    /** What kind of record it is. */
    EveType type() {
        return has(EveField.TYPE) ? TYPES[(int) value(EveField.TYPE)] : EveType.OTHER;
    }

    /** The value as text; empty where there is none. */
    String text(EveField field) {
        return has(field) ? new String(bytes, from(field), to(field) - from(field), StandardCharsets.UTF_8) : "";
    }

    /** When the record was written, or {@link Numbers#BAD}. */
    long time() {
        return has(EveField.TIME) ? times.parse(bytes, from(EveField.TIME), to(EveField.TIME)) : Numbers.BAD;
    }

    /** Steps over all members, also those of the objects that are read, in one loop, and returns the position behind. */
    private int members(int at) {
        EveField inside = EveField.OTHER;
        int before = MemberNames.TOP;
        int object = before; // the member whose value it is in, if it is in one
        int i = cursor.skipSpace(at);
        boolean first = true;
        while (true) {
            byte next = cursor.at(i);
            if (next == '}' && inside == EveField.OTHER) {
                return i + 1;
            }
            if (next == '}') {
                inside = EveField.OTHER;
                before = object;
                first = false;
                i = cursor.spaceEnd(i + 1);
                continue;
            }
            if (!first && next != ',') {
                return JsonCursor.NONE;
            }
            i = first ? i : cursor.spaceEnd(i + 1);
            if (cursor.at(i) != '"') {
                return JsonCursor.NONE;
            }
            int name = names.expected(bytes, i + 1, inside.ordinal(), before);
            int keyEnd = name == MemberNames.NONE ? cursor.textEnd(i + 1) : i + 1 + names.length(name);
            if (keyEnd == JsonCursor.NONE) {
                return JsonCursor.NONE;
            }
            if (name == MemberNames.NONE) {
                name = name(i + 1, keyEnd, inside, before);
            }
            i = cursor.valueAt(keyEnd + 1);
            if (i == JsonCursor.NONE) {
                return JsonCursor.NONE;
            }
            EveField field = name == MemberNames.NONE ? EveField.OTHER : FIELDS[names.meaning(name)];
            if (cursor.at(i) == '{' && inside == EveField.OTHER && field.isObject()) {
                note(field, i, i + 1);
                inside = field;
                object = name;
                before = MemberNames.inside(name);
                first = true;
                i = cursor.spaceEnd(i + 1);
                continue;
            }
            i = value(field, i);
            if (i == JsonCursor.NONE) {
                return JsonCursor.NONE;
            }
            i = cursor.spaceEnd(i);
            before = name == MemberNames.NONE ? before : name;
            first = false;
        }
    }

    /** Notes where the value at a position stands, and returns the position after it. */
    private int value(EveField field, int at) {
        switch (cursor.at(at)) {
            case '"' -> {
                int end = cursor.textEnd(at + 1);
                if (end != JsonCursor.NONE) {
                    note(field, at + 1, end);
                }
                return end == JsonCursor.NONE ? end : end + 1;
            }
            case '{' -> {
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

    /** A name that was not expected; {@link MemberNames#NONE} where it is too long to be one that is read. */
    private int name(int start, int end, EveField inside, int before) {
        int name = names.find(bytes, start, end, inside.ordinal(), before);
        if (name != MemberNames.NONE) {
            return name;
        }
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return names.add(
                bytes,
                start,
                end,
                inside.ordinal(),
                before,
                EveField.of(inside, text).ordinal());
    }
}
