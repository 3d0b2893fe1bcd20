package org.rpcscope.sigma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value in a YAML document, with the line where it starts, from 1. */
sealed interface YamlNode {

    int line();

    /**
     * @param text as written, after the escapes of its quotes: {@code 0x17} and {@code 1.0} keep their form
     * @param plain whether it stands without quotes, so that it may mean a number, a boolean or null
     */
    record Scalar(String text, boolean plain, int line) implements YamlNode {

        /** Null of YAML 1.2, section 10.3.2. */
        boolean isNull() {
            return plain
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }

        /** A boolean of YAML 1.2, section 10.3.2, or null: "yes" and "on" are texts. */
        @Nullable
        Boolean asBoolean() {
            if (!plain) {
                return null;
            }
            return switch (text) {
                case "true", "True", "TRUE" -> true;
                case "false", "False", "FALSE" -> false;
                default -> null;
            };
        }
    }

    record Sequence(List<YamlNode> items, int line) implements YamlNode {}

    /** The entries in their order; a key that stands twice is a fault of the document, and the first is meant. */
    record Mapping(List<Entry> entries, int line) implements YamlNode {

        @Nullable
        Entry entry(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return entry;
                }
            }
            return null;
        }

        @Nullable
        YamlNode get(String key) {
            Entry entry = entry(key);
            return entry == null ? null : entry.value();
        }
    }

    /** A key with its value. */
    record Entry(String key, int line, YamlNode value) {}
}
