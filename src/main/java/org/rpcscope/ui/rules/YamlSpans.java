package org.rpcscope.ui.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What the parts of a line of YAML are, for their colours. It looks at one line alone, so a text of several lines is told by
 * its first line only; what colours get wrong, the reader of rules still gets right. Pure.
 */
final class YamlSpans {

    /** What a part of a line is. */
    enum Kind {
        PLAIN,
        KEY,
        MODIFIER,
        TEXT,
        NUMBER,
        COMMENT,
        MARK
    }

    /** A part of a line: the characters from one place up to another. */
    record Span(Kind kind, int from, int to) {}

    private final String line;
    private final List<Span> spans = new ArrayList<>();
    private int at;

    private YamlSpans(String line) {
        this.line = line;
    }

    /** The parts of a line, in order, from its first character to its last. */
    static List<Span> of(String line) {
        YamlSpans spans = new YamlSpans(line);
        spans.read();
        return List.copyOf(spans.spans);
    }

    private void read() {
        marks();
        int colon = colon();
        if (colon > at) {
            int bar = line.indexOf('|', at);
            if (bar >= 0 && bar < colon) {
                add(Kind.KEY, bar);
                add(Kind.MODIFIER, colon);
            } else {
                add(Kind.KEY, colon);
            }
            add(Kind.MARK, colon + 1);
        }
        values();
    }

    /** The dashes of lists, and the lines between documents. */
    private void marks() {
        int to = blank(0);
        while (to < line.length()
                && line.charAt(to) == '-'
                && (to + 1 == line.length() || line.charAt(to + 1) <= ' ')) {
            to = blank(to + 1);
        }
        if (line.startsWith("---")) {
            to = line.length();
        }
        add(Kind.MARK, to);
    }

    private int blank(int from) {
        int to = from;
        while (to < line.length() && line.charAt(to) <= ' ') {
            to++;
        }
        return to;
    }

    /** Where the key of a line ends, or -1: a colon that nothing or a blank follows, outside of quotes and comments. */
    private int colon() {
        char quote = 0;
        for (int i = at; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '#' && (i == 0 || line.charAt(i - 1) <= ' ')) {
                return -1;
            } else if (c == ':' && (i + 1 == line.length() || line.charAt(i + 1) <= ' ')) {
                return i;
            }
        }
        return -1;
    }

    private void values() {
        while (at < line.length()) {
            int from = blank(at);
            add(Kind.PLAIN, from);
            if (from == line.length()) {
                return;
            }
            char c = line.charAt(from);
            if (c == '#') {
                add(Kind.COMMENT, line.length());
            } else if (c == '\'' || c == '"') {
                int end = line.indexOf(c, from + 1);
                add(Kind.TEXT, end < 0 ? line.length() : end + 1);
            } else if ("[]{},".indexOf(c) >= 0) {
                add(Kind.MARK, from + 1);
            } else {
                word(from);
            }
        }
    }

    private void word(int from) {
        int to = from;
        boolean digits = true;
        while (to < line.length() && line.charAt(to) > ' ' && "[]{},".indexOf(line.charAt(to)) < 0) {
            digits &= Character.isDigit(line.charAt(to));
            to++;
        }
        add(digits ? Kind.NUMBER : Kind.PLAIN, to);
    }

    private void add(Kind kind, int to) {
        if (to > at) {
            spans.add(new Span(kind, at, to));
            at = to;
        }
    }
}
