package org.rpcscope.sigma;

/**
 * Texts in the case in which they are compared when case does not matter: Unicode's simple folding of each code point,
 * whatever the machine's language.
 */
final class Folding {

    private Folding() {}

    static int fold(int point) {
        if (point < 128) {
            return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
        }
        return Character.toLowerCase(Character.toUpperCase(point));
    }

    /** The text folded; the same object where nothing changes. */
    static String fold(String text) {
        int at = 0;
        while (at < text.length() && fold(text.charAt(at)) == text.charAt(at) && text.charAt(at) < 128) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length()).append(text, 0, at);
        while (at < text.length()) {
            int point = text.codePointAt(at);
            folded.appendCodePoint(fold(point));
            at += Character.charCount(point);
        }
        return folded.toString();
    }
}
