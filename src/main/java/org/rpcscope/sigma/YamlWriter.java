package org.rpcscope.sigma;

import java.util.List;
import java.util.Set;

/** Writes values as YAML in block style, so that they are read as they were. */
final class YamlWriter {

    private static final int STEP = 4;
    private static final Set<String> WORDS =
            Set.of("", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE");

    private final StringBuilder text = new StringBuilder();

    /** A key with its value, behind so many blanks. */
    void entry(int indent, String key, YamlNode value) {
        text.append(" ".repeat(indent)).append(key(key)).append(':');
        value(indent, value);
    }

    private void value(int indent, YamlNode value) {
        switch (value) {
            case YamlNode.Scalar scalar ->
                text.append(' ').append(scalar(scalar)).append('\n');
            case YamlNode.Sequence(List<YamlNode> items, int _) -> {
                text.append(items.isEmpty() ? " []\n" : "\n");
                items.forEach(item -> item(indent + STEP, item));
            }
            case YamlNode.Mapping(List<YamlNode.Entry> entries, int _) -> {
                text.append(entries.isEmpty() ? " {}\n" : "\n");
                entries.forEach(entry -> entry(indent + STEP, entry.key(), entry.value()));
            }
        }
    }

    private void item(int indent, YamlNode item) {
        text.append(" ".repeat(indent)).append('-');
        if (item instanceof YamlNode.Mapping(List<YamlNode.Entry> entries, int _) && !entries.isEmpty()) {
            int at = text.length();
            entries.forEach(entry -> entry(indent + 2, entry.key(), entry.value()));
            text.replace(at, at + indent + 2, " "); // the first entry stands behind the dash
        } else {
            value(indent, item);
        }
    }

    /** What stood without quotes may mean a number or null, and can stand so again. */
    private static String scalar(YamlNode.Scalar scalar) {
        return scalar.plain() ? scalar.text() : quoted(scalar.text());
    }

    private static String key(String key) {
        boolean simple = !key.isEmpty() && !WORDS.contains(key) && isWord(key.charAt(0));
        for (int i = 0; simple && i < key.length(); i++) {
            simple = isWord(key.charAt(i)) || ".-|*".indexOf(key.charAt(i)) >= 0;
        }
        return simple ? key : quoted(key);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /** In single quotes all that stands on one line means itself but for the quote; all else needs escapes. */
    static String quoted(String value) {
        boolean plain = value.chars()
                .noneMatch(c -> c < ' ' || c == 0x7F || c >= 0x80 && c < 0xA0 || c == 0x2028 || c == 0x2029);
        if (plain) {
            return "'" + value.replace("'", "''") + "'";
        }
        StringBuilder escaped = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7F || c >= 0x80 && c < 0xA0 || c == 0x2028 || c == 0x2029) {
                        escaped.append("\\u").append(String.format("%04X", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
