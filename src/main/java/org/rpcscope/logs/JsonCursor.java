package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;

/**
 * Steps through one JSON object (RFC 8259) that stands in one line, without making objects. It checks what it steps over
 * only as far as it must to find the members. Every method that finds no JSON answers {@link #NONE}. One thread.
 */
public final class JsonCursor {

    public static final int NONE = -1;

    private static final long QUOTE = Words.repeat((byte) '"');
    private static final long FOLD = Words.repeat((byte) 0x20);
    private static final long OPEN = Words.repeat((byte) '{');
    private static final long CLOSE = Words.repeat((byte) '}');
    private static final long BACKSLASH = Words.repeat((byte) '\\');

    /** The bytes of numbers and of words such as {@code null}. */
    private static final boolean[] SCALAR = scalar();

    private byte[] bytes = new byte[0];
    private int end;

    /** Whether the text that {@link #textEnd} last passed holds a backslash. */
    private boolean escaped;

    /** Takes a line: {@code bytes} from some position to {@code end}, padded. */
    public void line(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Whether the text that was last passed has escapes. */
    public boolean escaped() {
        return escaped;
    }

    /** The byte at a position, or 0 at the end. */
    public byte at(int i) {
        return i < end ? bytes[i] : 0;
    }

    /** The first position from {@code i} on that is not white space. */
    public int skipSpace(int i) {
        int k = i;
        while (k < end && (bytes[k] == ' ' || bytes[k] == '\t' || bytes[k] == '\r')) {
            k++;
        }
        return k;
    }

    /** The same, quickly where there is none, as most programs write. */
    public int spaceEnd(int i) {
        return i < end && bytes[i] <= ' ' ? skipSpace(i) : i;
    }

    /** Where the value of a member begins whose name ends before {@code i}: behind a colon. */
    public int valueAt(int i) {
        int colon = at(i) == ':' ? i : skipSpace(i);
        return at(colon) == ':' ? spaceEnd(colon + 1) : NONE;
    }

    /** The position of the quote that ends a text whose first byte is at {@code i}. */
    public int textEnd(int i) {
        escaped = false;
        int k = i;
        while (k < end) {
            long word = Words.at(bytes, k);
            long hits = Words.equal(word, QUOTE) | Words.equal(word, BACKSLASH);
            if (hits == 0) {
                k += 8;
                continue;
            }
            k += Words.first(hits);
            if (k >= end) {
                return NONE;
            }
            if (bytes[k] == '"') {
                return k;
            }
            escaped = true;
            k += 2;
        }
        return NONE;
    }

    /** One past a number or a word such as {@code null} at {@code i}. */
    public int scalarEnd(int i) {
        int k = i;
        while (k < end && SCALAR[bytes[k] & 0xFF]) {
            k++;
        }
        return k == i ? NONE : k;
    }

    /** One past an object or array at {@code i}, whatever is in it and however deep. */
    public int nestedEnd(int i) {
        int depth = 0;
        int k = i;
        while (k < end) {
            long word = Words.at(bytes, k);
            long folded = word | FOLD; // which makes one of both kinds of bracket
            long hits = Words.equal(folded, OPEN) | Words.equal(folded, CLOSE) | Words.equal(word, QUOTE);
            k += Words.first(hits); // by eight where there are none
            if (hits == 0) {
                continue;
            }
            if (k >= end) {
                return NONE;
            }
            switch (bytes[k]) {
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    depth--;
                    if (depth == 0) {
                        return k + 1;
                    }
                }
                default -> {
                    k = textEnd(k + 1);
                    if (k == NONE) {
                        return NONE;
                    }
                }
            }
            k++;
        }
        return NONE;
    }

    /** The text between two quotes with its escapes resolved; a wrong escape is left as it is. */
    public byte[] unescape(int from, int to) {
        StringBuilder text = new StringBuilder();
        String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                text.append(c);
                continue;
            }
            i++;
            char what = raw.charAt(i);
            int code = what == 'u' ? code(raw, i + 1) : NONE;
            if (code != NONE) {
                text.append((char) code);
                i += 4;
            } else {
                text.append(plain(what));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int code(String text, int from) {
        if (from + 4 > text.length()) {
            return NONE;
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return NONE;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private static char plain(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escape;
        };
    }

    private static boolean[] scalar() {
        boolean[] scalar = new boolean[256];
        for (char c : "0123456789.-+Eabcdefghijklmnopqrstuvwxyz".toCharArray()) {
            scalar[c] = true;
        }
        return scalar;
    }
}
