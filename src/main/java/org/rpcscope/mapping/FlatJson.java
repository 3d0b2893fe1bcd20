package org.rpcscope.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object by their paths, {@code source.ip}, whether they are written nested or with points. */
final class FlatJson {

    private static final int DEEPEST = 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private FlatJson() {}

    /** The members in their order; of an array the first value. Null where the line is no object. */
    static @Nullable Map<String, String> read(String line) {
        Map<String, String> members = new LinkedHashMap<>();
        Deque<String> path = new ArrayDeque<>();
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            String name = "";
            while (true) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return members;
                }
                switch (token) {
                    case FIELD_NAME -> name = parser.currentName();
                    case START_OBJECT, START_ARRAY -> path.addLast(name);
                    case END_OBJECT, END_ARRAY -> path.pollLast();
                    case VALUE_NULL -> {}
                    default -> {
                        String key = key(path, name);
                        if (members.size() < Mapping.MOST_COLUMNS) {
                            members.putIfAbsent(key, parser.getText());
                        }
                    }
                }
            }
        } catch (IOException e) {
            return null;
        }
    }

    private static String key(Deque<String> path, String name) {
        if (path.isEmpty()) {
            return name;
        }
        String above = String.join(".", path);
        return path.peekLast().equals(name) ? above : above + "." + name; // in an array there are no names
    }
}
