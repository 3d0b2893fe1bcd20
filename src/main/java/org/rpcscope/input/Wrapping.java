package org.rpcscope.input;

import java.nio.charset.StandardCharsets;

/** How an export of another program wraps the records of a log. */
enum Wrapping {
    NONE,
    /** Elasticsearch's search hits and dumps of them: each record is the object {@code _source}. */
    ELASTIC_HITS,
    /** Lines for Elasticsearch's bulk interface: before each record, a line that says what to do with it. */
    ELASTIC_BULK,
    /** Splunk's JSON: each record is the text {@code _raw}. */
    SPLUNK_JSON,
    /** Splunk's CSV: each record is the text in the column {@code _raw}. */
    SPLUNK_CSV,
    /** Azure's JSON: the records are the array {@code records}, the first member of one object. */
    JSON_RECORDS,
    /** JSON whose records are written over several lines, or as one array. */
    JSON_LINES,
    /** Separated values with line ends in quotes. */
    QUOTED_LINES;

    /** Tells the wrapping by the first bytes of an input. */
    static Wrapping of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int start = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        if (start == text.length()) {
            return NONE;
        }
        char first = text.charAt(start);
        if (first != '{' && first != '[') {
            boolean raw = first >= ' ' && hasRawColumn(text, start);
            return raw ? SPLUNK_CSV : first > ' ' && QuotedLines.in(head) ? QUOTED_LINES : NONE;
        }
        int lineEnd = text.indexOf('\n', start);
        String line = text.substring(start, lineEnd < 0 ? text.length() : lineEnd);
        if (isAction(line)) {
            return ELASTIC_BULK;
        }
        if (hasMember(text, "_source", '{') && text.contains("\"_index\"")) {
            return ELASTIC_HITS;
        }
        boolean splunk = text.contains("\"result\"") || text.contains("\"results\"") || text.contains("\"_time\"");
        if (splunk && hasMember(text, "_raw", '"')) {
            return SPLUNK_JSON;
        }
        int inside = skipSpace(text, start + 1);
        if (first == '{' && text.startsWith("\"records\"", inside)) {
            int colon = skipSpace(text, inside + 9);
            boolean array = text.startsWith(":", colon) && text.startsWith("[", skipSpace(text, colon + 1));
            return array ? JSON_RECORDS : NONE;
        }
        boolean lines = first == '[' ? text.startsWith("{", inside) : breaksInside(text, start);
        return lines ? JSON_LINES : NONE;
    }

    /** Whether the first line ends within an object that goes on as one should: a cut record is followed by a brace. */
    private static boolean breaksInside(String text, int start) {
        boolean quoted = false;
        int depth = 0;
        char last = ' ';
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                int next = skipSpace(text, i);
                String goesOn = last == '[' ? "\"{[" : "\"";
                return !quoted
                        && depth > 0
                        && "{[,".indexOf(last) >= 0
                        && next < text.length()
                        && goesOn.indexOf(text.charAt(next)) >= 0;
            }
            boolean escaped = last == '\\';
            quoted ^= c == '"' && !(quoted && escaped);
            depth += quoted ? 0 : c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            last = quoted && escaped && c == '\\' || c <= ' ' ? quoted ? ' ' : last : c;
        }
        return false;
    }

    /** Whether a line says what Elasticsearch should do with the next one. */
    static boolean isAction(String line) {
        String tight = line.length() > 400 ? "" : line.replace(" ", "");
        return (tight.startsWith("{\"index\":{") || tight.startsWith("{\"create\":{"))
                && (tight.endsWith("}}") || tight.endsWith("}}\r"));
    }

    private static boolean hasMember(String text, String name, char value) {
        String quoted = '"' + name + '"';
        for (int at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) {
            int i = skipSpace(text, at + quoted.length());
            boolean escaped = at > 0 && text.charAt(at - 1) == '\\';
            if (!escaped && i < text.length() && text.charAt(i) == ':') {
                i = skipSpace(text, i + 1);
                if (i < text.length() && text.charAt(i) == value) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static boolean hasRawColumn(String text, int start) {
        int end = text.indexOf('\n', start);
        if (end < 0) {
            return false;
        }
        for (String name : text.substring(start, end).strip().split(",", -1)) {
            if (name.equals("_raw") || name.equals("\"_raw\"")) {
                return true;
            }
        }
        return false;
    }
}
