package org.rpcscope.logs.windows;

import java.util.HashMap;
import java.util.Map;

/**
 * What an object of JSON does to the names of its members: those of wrappers are as at the top, those of the provider's own
 * data are the provider's, all others have the object's name before them. Names are made once. One thread.
 */
final class JsonScope {

    /** A hostile line could make names without end. */
    private static final int MOST = 1 << 10;

    private static final String TEXT = "#text"; // what evtx_dump calls the text of an element, and its attributes
    private static final String ATTRIBUTES = "#attributes";

    private final String prefix;
    private final boolean own;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, JsonScope> children = new HashMap<>();

    private JsonScope(String prefix, boolean own) {
        this.prefix = prefix;
        this.own = own;
    }

    /** The scope of what is no member of anything. */
    static JsonScope top() {
        return new JsonScope("", false);
    }

    /** The field that a member is. */
    String name(String key) {
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        String name = make(key);
        if (names.size() < MOST) {
            names.put(key, name);
        }
        return name;
    }

    private String make(String key) {
        if (own) {
            return key.equals(TEXT) ? Place.UNNAMED : FieldView.own(key);
        }
        if (key.equals(TEXT) && !prefix.isEmpty()) {
            return prefix.substring(0, prefix.length() - 1);
        }
        return prefix + key;
    }

    /** The scope of the members of a member. */
    JsonScope child(String key) {
        JsonScope known = children.get(key);
        if (known != null) {
            return known;
        }
        JsonScope child = makeChild(key);
        if (children.size() < MOST) {
            children.put(key, child);
        }
        return child;
    }

    private JsonScope makeChild(String key) {
        if (own) {
            return new JsonScope("", true);
        }
        if (key.equals(ATTRIBUTES)) {
            return new JsonScope(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1) + '_', false);
        }
        return switch (prefix + key) {
            case "result", "_source", "Event", "System" -> top();
            case "winlog.event_data", "winlog.user_data", "event_data", "user_data", "EventData", "UserData" ->
                new JsonScope("", true);
            default -> new JsonScope(prefix + key + '.', false);
        };
    }
}
