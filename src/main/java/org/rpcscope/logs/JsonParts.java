package org.rpcscope.logs;

/**
 * Finds the parts of one JSON object in one line. A member of an inner object is named by its path, as in {@code
 * connection.src_ip}; objects that have no parts are passed over, and so are arrays. Texts with escapes stay as they are
 * written. One thread.
 */
public final class JsonParts {

    private static final int LONGEST_PATH = 256;

    private final PartNames names;
    private final JsonCursor cursor = new JsonCursor();
    private final byte[] path = new byte[LONGEST_PATH + Words.PAD];

    public JsonParts(PartNames names) {
        this.names = names;
    }

    /** Notes the parts of the object that begins at {@code from}; false where there is none, or it is broken. */
    public boolean read(byte[] bytes, int from, int to, Parts parts) {
        if (from >= to || bytes[from] != '{') {
            return false;
        }
        cursor.line(bytes, to);
        return object(bytes, from, 0, parts) != JsonCursor.NONE;
    }

    /** One past the object at {@code at}, whose path is so long. */
    private int object(byte[] bytes, int at, int length, Parts parts) {
        int i = cursor.skipSpace(at + 1);
        if (cursor.at(i) == '}') {
            return i + 1;
        }
        while (cursor.at(i) == '"') {
            int keyEnd = cursor.textEnd(i + 1);
            int colon = keyEnd == JsonCursor.NONE ? JsonCursor.NONE : cursor.skipSpace(keyEnd + 1);
            if (colon == JsonCursor.NONE || cursor.at(colon) != ':') {
                return JsonCursor.NONE;
            }
            int inner = length + keyEnd - i - 1;
            boolean fits = inner < LONGEST_PATH;
            if (fits) {
                System.arraycopy(bytes, i + 1, path, length, inner - length);
            }
            int part = fits ? names.find(path, 0, inner) : PartNames.UNKNOWN;
            int end = value(bytes, cursor.skipSpace(colon + 1), part, inner, parts);
            i = end == JsonCursor.NONE ? JsonCursor.NONE : cursor.skipSpace(end);
            if (i == JsonCursor.NONE || cursor.at(i) == '}') {
                return i == JsonCursor.NONE ? i : i + 1;
            }
            if (cursor.at(i) != ',') {
                return JsonCursor.NONE;
            }
            i = cursor.skipSpace(i + 1);
        }
        return JsonCursor.NONE;
    }

    private int value(byte[] bytes, int at, int part, int length, Parts parts) {
        switch (cursor.at(at)) {
            case '"' -> {
                int end = cursor.textEnd(at + 1);
                if (end == JsonCursor.NONE) {
                    return end;
                }
                parts.set(part, at + 1, end);
                return end + 1;
            }
            case '{' -> {
                if (part != PartNames.OUTER) {
                    return cursor.nestedEnd(at);
                }
                path[length] = '.';
                return object(bytes, at, length + 1, parts);
            }
            case '[' -> {
                return cursor.nestedEnd(at);
            }
            default -> {
                int end = cursor.scalarEnd(at);
                if (end != JsonCursor.NONE) {
                    parts.set(part, at, end);
                }
                return end;
            }
        }
    }
}
