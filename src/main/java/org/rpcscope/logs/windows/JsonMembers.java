package org.rpcscope.logs.windows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.logs.JsonCursor;

/**
 * Where the members of one JSON object in a line stand, in one flat list, with the names that {@link JsonScope} gives them.
 * Filled anew for each line; one thread.
 */
final class JsonMembers {

    /** Deeper JSON is refused: no shipper writes it. */
    static final int DEEPEST = 32;

    private static final int MOST = 1 << 12;
    private static final int TOO_DEEP = -2;
    private static final byte PLAIN = 0;
    private static final byte ESCAPED = 1;
    private static final byte ARRAY = 2;

    private final JsonCursor cursor = new JsonCursor();
    private final FieldIndex index = new FieldIndex();
    private final TextCache texts = new TextCache();
    private final JsonScope top = JsonScope.top();
    private String[] names = new String[64];
    private int[] from = new int[64];
    private int[] to = new int[64];
    private byte[] kinds = new byte[64];
    private int count;
    private byte[] bytes = new byte[0];

    /** Takes a line, and returns what is wrong with it, or null. */
    @Nullable
    String fill(byte[] line, int start, int end) {
        bytes = line;
        count = 0;
        index.clear();
        cursor.line(line, end);
        int open = cursor.skipSpace(start);
        if (cursor.at(open) != '{') {
            return "this is no JSON object";
        }
        int close = members(open + 1, top, 1);
        if (close == TOO_DEEP) {
            return "its JSON is nested too deeply";
        }
        return close < 0 || cursor.skipSpace(close) < end ? "its JSON is damaged" : null;
    }

    int count() {
        return count;
    }

    String name(int i) {
        return names[i];
    }

    /** The value of a field: a text, a list of texts, or null where there is none. */
    @Nullable
    Object value(String name) {
        int first = index.first(names, count, name);
        return first < 0 ? null : value(first);
    }

    Object value(int i) {
        return switch (kinds[i]) {
            case PLAIN -> texts.utf8(bytes, from[i], to[i]);
            case ESCAPED -> WindowsTexts.utf8(cursor.unescape(from[i], to[i]));
            default -> list(from[i], to[i]);
        };
    }

    private int members(int start, JsonScope scope, int depth) {
        if (depth > DEEPEST) {
            return TOO_DEEP;
        }
        int i = cursor.skipSpace(start);
        if (cursor.at(i) == '}') {
            return i + 1;
        }
        while (cursor.at(i) == '"') {
            int keyEnd = cursor.textEnd(i + 1);
            boolean escaped = cursor.escaped();
            int colon = keyEnd < 0 ? keyEnd : cursor.skipSpace(keyEnd + 1);
            if (colon < 0 || cursor.at(colon) != ':') {
                return JsonCursor.NONE;
            }
            String key = escaped ? WindowsTexts.utf8(cursor.unescape(i + 1, keyEnd)) : texts.utf8(bytes, i + 1, keyEnd);
            i = member(scope, key, cursor.skipSpace(colon + 1), depth);
            if (i < 0) {
                return i;
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

    /** Notes the value at a position, and returns the position behind it. */
    private int member(JsonScope scope, String key, int at, int depth) {
        switch (cursor.at(at)) {
            case '"' -> {
                int end = cursor.textEnd(at + 1);
                if (end < 0) {
                    return end;
                }
                add(scope.name(key), at + 1, end, cursor.escaped() ? ESCAPED : PLAIN);
                return end + 1;
            }
            case '{' -> {
                return members(at + 1, scope.child(key), depth + 1);
            }
            case '[' -> {
                int end = arrayEnd(at, depth);
                if (end >= 0) {
                    add(scope.name(key), at + 1, end - 1, ARRAY);
                }
                return end;
            }
            default -> {
                int end = cursor.scalarEnd(at);
                if (end >= 0 && bytes[at] != 'n') { // not null
                    add(scope.name(key), at, end, PLAIN);
                }
                return end;
            }
        }
    }

    private int arrayEnd(int at, int depth) {
        int open = depth;
        for (int i = at; cursor.at(i) != 0; i++) {
            switch (cursor.at(i)) {
                case '{', '[' -> open++;
                case '}', ']' -> open--;
                case '"' -> {
                    i = cursor.textEnd(i + 1);
                    if (i < 0) {
                        return i;
                    }
                }
                default -> {}
            }
            if (open > DEEPEST) {
                return TOO_DEEP;
            }
            if (open == depth) {
                return i + 1;
            }
        }
        return JsonCursor.NONE;
    }

    private void add(String name, int start, int end, byte kind) {
        if (count == names.length) {
            if (count == MOST) {
                return;
            }
            names = Arrays.copyOf(names, count * 2);
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        names[count] = name;
        from[count] = start;
        to[count] = end;
        kinds[count++] = kind;
    }

    /** The texts and numbers of an array; what is in objects is left out. */
    private List<String> list(int start, int end) {
        List<String> list = new ArrayList<>();
        int i = start;
        while (i >= 0 && i < end && list.size() < BinaryValue.MOST_ELEMENTS) {
            switch (bytes[i]) {
                case '"' -> {
                    int close = cursor.textEnd(i + 1);
                    if (close >= 0) {
                        boolean escaped = cursor.escaped();
                        list.add(
                                escaped
                                        ? WindowsTexts.utf8(cursor.unescape(i + 1, close))
                                        : texts.utf8(bytes, i + 1, close));
                    }
                    i = close < 0 ? close : close + 1;
                }
                case '{', '[' -> i = cursor.nestedEnd(i);
                default -> {
                    int close = cursor.scalarEnd(i);
                    if (close > i) {
                        list.add(texts.utf8(bytes, i, close));
                    }
                    i = Math.max(i + 1, close);
                }
            }
        }
        return list;
    }
}
