package org.rpcscope.logs;

/** Short words in the bytes of a line, without case. */
public final class Ascii {

    private Ascii() {}

    /** Whether the bytes are this word of small letters, written in any case. */
    public static boolean is(byte[] bytes, int from, int to, String word) {
        return to - from == word.length() && begins(bytes, from, to, word);
    }

    /** Whether the bytes begin with this word of small letters, written in any case. */
    public static boolean begins(byte[] bytes, int from, int to, String word) {
        int length = word.length();
        if (to - from < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int b = bytes[from + i];
            int small = b >= 'A' && b <= 'Z' ? b | 0x20 : b;
            if (small != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where the bytes hold a word, to the letter, or -1. */
    public static int find(byte[] bytes, int from, int to, byte[] word) {
        long first = Words.repeat(word[0]);
        int last = to - word.length;
        for (int i = from; i <= last; i += 8) {
            long hits = Words.equal(Words.at(bytes, i), first);
            while (hits != 0) {
                int at = i + Words.first(hits);
                if (at <= last && matches(bytes, at, word)) {
                    return at;
                }
                hits &= hits - 1;
            }
        }
        return -1;
    }

    /** Where a byte is next, or {@code to}. */
    public static int next(byte[] bytes, int from, int to, char wanted) {
        long pattern = Words.repeat((byte) wanted);
        for (int i = from; i < to; i += 8) {
            long hits = Words.equal(Words.at(bytes, i), pattern);
            if (hits != 0) {
                return Math.min(to, i + Words.first(hits));
            }
        }
        return to;
    }

    /** The beginning of some bytes in quotes, for a person to recognise them; what is not printable is a dot. */
    public static String excerpt(byte[] bytes, int from, int to) {
        return ConnFields.excerpt(bytes, from, to);
    }

    private static boolean matches(byte[] bytes, int at, byte[] word) {
        for (int i = 1; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
