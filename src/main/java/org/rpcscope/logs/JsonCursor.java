package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;

/**
 * Steps through one JSON object (RFC 8259) that stands in one line, without making objects. It checks what it steps over
 * only as far as it must to find the members. Every method that finds no JSON answers {@link #NONE}. One thread.
 */
public final class JsonCursor {

    public static final int NONE = -1;

    private static final long QUOTE = Words.repeat((byte) '"');
    private static final long BACKSLASH = Words.repeat((byte) '\\');

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
        while (k < end && isScalar(bytes[k])) {
            k++;
        }
        return k == i ? NONE : k;
    }

    /** One past an object or array at {@code i}, whatever is in it and however deep. */
    public int nestedEnd(int i) {
        int depth = 0;
        for (int k = i; k < end; k++) {
            switch (bytes[k]) {
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    depth--;
                    if (depth == 0) {
                        return k + 1;
                    }
                }
                case '"' -> {
                    k = textEnd(k + 1);
                    if (k == NONE) {
                        return NONE;
                    }
                }
                default -> {}
            }
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

    private static boolean isScalar(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b == '.' || b == '-' || b == '+' || b == 'E';
    }
}
