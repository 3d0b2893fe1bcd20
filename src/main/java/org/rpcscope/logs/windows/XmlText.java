package org.rpcscope.logs.windows;

import java.nio.charset.StandardCharsets;
import org.rpcscope.logs.Ascii;

/** Names and texts in the bytes of XML. One thread. */
final class XmlText {

    private static final int LONGEST_ENTITY = 10;

    private final TextCache cache = new TextCache();

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Where a byte is next, or {@code to}. */
    static int next(byte[] bytes, int from, int to, char wanted) {
        return Ascii.next(bytes, from, to, wanted);
    }

    /** Where some bytes are next, or -1. */
    static int find(byte[] bytes, int from, int to, byte[] word) {
        return Ascii.find(bytes, from, to, word);
    }

    static int skipSpace(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** One past the name at a position. */
    static int nameEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isOfName(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isOfName(byte b) {
        return b < 0 || b > ' ' && b != '>' && b != '/' && b != '=' && b != '<' && b != '"' && b != '\'';
    }

    /** A name without its namespace. */
    String name(byte[] bytes, int from, int to) {
        int colon = next(bytes, from, to, ':');
        return cache.utf8(bytes, colon == to ? from : colon + 1, to);
    }

    /** The text of an attribute. */
    String text(byte[] bytes, int from, int to) {
        if (next(bytes, from, to, '&') == to) {
            return cache.utf8(bytes, from, to);
        }
        StringBuilder text = new StringBuilder();
        append(text, bytes, from, to);
        return text.toString();
    }

    /** Appends a text with its references resolved; one that means nothing is left as it is. */
    void append(StringBuilder into, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int and = next(bytes, at, to, '&');
            appendPlain(into, bytes, at, and);
            if (and == to) {
                return;
            }
            int semicolon = next(bytes, and, Math.min(to, and + LONGEST_ENTITY), ';');
            boolean ends = semicolon < Math.min(to, and + LONGEST_ENTITY);
            if (ends && reference(into, cache.utf8(bytes, and + 1, semicolon))) {
                at = semicolon + 1;
            } else {
                into.append('&');
                at = and + 1;
            }
        }
    }

    /** Appends a text as it stands. */
    void appendPlain(StringBuilder into, byte[] bytes, int from, int to) {
        if (from < to) {
            into.append(cache.utf8(bytes, from, to));
        }
    }

    private static boolean reference(StringBuilder into, String name) {
        switch (name) {
            case "amp" -> into.append('&');
            case "lt" -> into.append('<');
            case "gt" -> into.append('>');
            case "quot" -> into.append('"');
            case "apos" -> into.append('\'');
            default -> {
                int code = name.startsWith("#") ? code(name.substring(1)) : -1;
                if (code < 0) {
                    return false;
                }
                into.appendCodePoint(code);
            }
        }
        return true;
    }

    private static int code(String digits) {
        boolean hex = digits.startsWith("x") || digits.startsWith("X");
        int code = 0;
        for (int i = hex ? 1 : 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), hex ? 16 : 10);
            if (digit < 0) {
                return -1;
            }
            code = code * (hex ? 16 : 10) + digit;
            if (code > Character.MAX_CODE_POINT) {
                return -1;
            }
        }
        return digits.length() > (hex ? 1 : 0) ? code : -1;
    }
}
