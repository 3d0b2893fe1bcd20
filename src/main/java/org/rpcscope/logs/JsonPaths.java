package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where in a line of JSON the members of some paths stand, such as {@code source.ip}, whether they are written as objects in
 * objects or as one name with points. Of an array, the first value. Filled anew for each line, without making objects. One
 * thread.
 */
final class JsonPaths {

    private static final int DEEPEST = 8;

    private final Node root = new Node();
    private final JsonCursor cursor = new JsonCursor();
    private final int[] from;
    private final int[] to;
    private byte[] bytes = new byte[0];

    /** The names that matter in one object. */
    private static final class Node {
        final List<Name> names = new ArrayList<>();
    }

    private static final class Name {
        final byte[] text;
        final Node inside = new Node();
        int path = -1;

        Name(byte[] text) {
            this.text = text;
        }
    }

    JsonPaths(List<String> paths) {
        from = new int[paths.size()];
        to = new int[paths.size()];
        for (int i = 0; i < paths.size(); i++) {
            if (!paths.get(i).isEmpty()) {
                add(root, paths.get(i), i, 0);
            }
        }
    }

    private static void add(Node node, String path, int number, int depth) {
        name(node, path).path = number;
        for (int at = path.indexOf('.'); at > 0 && depth < DEEPEST; at = path.indexOf('.', at + 1)) {
            add(name(node, path.substring(0, at)).inside, path.substring(at + 1), number, depth + 1);
        }
    }

    private static Name name(Node node, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        for (Name name : node.names) {
            if (Arrays.equals(name.text, wanted)) {
                return name;
            }
        }
        Name name = new Name(wanted);
        node.names.add(name);
        return name;
    }

    /** Reads the object in the bytes from {@code start} to {@code end}; false where there is none. */
    boolean read(byte[] line, int start, int end) {
        bytes = line;
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
        cursor.line(line, end);
        if (cursor.at(start) != '{') {
            return false;
        }
        int close = members(start + 1, root);
        return close != JsonCursor.NONE && cursor.skipSpace(close) == end;
    }

    int from(int path) {
        return from[path];
    }

    /** One past the last byte of a value; 0 where the line has none. */
    int to(int path) {
        return to[path];
    }

    private int members(int at, Node node) {
        int i = cursor.skipSpace(at);
        if (cursor.at(i) == '}') {
            return i + 1;
        }
        while (cursor.at(i) == '"') {
            int keyEnd = cursor.textEnd(i + 1);
            int colon = keyEnd == JsonCursor.NONE ? 0 : cursor.skipSpace(keyEnd + 1);
            if (keyEnd == JsonCursor.NONE || cursor.at(colon) != ':') {
                return JsonCursor.NONE;
            }
            i = value(find(node, i + 1, keyEnd), cursor.skipSpace(colon + 1));
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

    private Name find(Node node, int start, int end) {
        for (Name name : node.names) {
            if (name.text.length == end - start && Arrays.equals(name.text, 0, end - start, bytes, start, end)) {
                return name;
            }
        }
        return NOBODY;
    }

    private static final Name NOBODY = new Name(new byte[0]);

    private int value(Name name, int at) {
        switch (cursor.at(at)) {
            case '"' -> {
                int end = cursor.textEnd(at + 1);
                note(name, at + 1, end);
                return end == JsonCursor.NONE ? end : end + 1;
            }
            case '{' -> {
                return name.inside.names.isEmpty() ? cursor.nestedEnd(at) : members(at + 1, name.inside);
            }
            case '[' -> {
                int end = cursor.nestedEnd(at);
                int first = cursor.skipSpace(at + 1);
                if (end != JsonCursor.NONE && first < end - 1 && cursor.at(first) != '{' && cursor.at(first) != '[') {
                    value(name, first);
                }
                return end;
            }
            default -> {
                int end = cursor.scalarEnd(at);
                if (end != JsonCursor.NONE && bytes[at] != 'n') { // not null
                    note(name, at, end);
                }
                return end;
            }
        }
    }

    private void note(Name name, int start, int end) {
        if (name.path >= 0 && end != JsonCursor.NONE) {
            from[name.path] = start;
            to[name.path] = end;
        }
    }
}
