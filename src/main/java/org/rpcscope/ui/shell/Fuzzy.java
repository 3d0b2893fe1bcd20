package org.rpcscope.ui.shell;

import java.util.Arrays;
import java.util.Locale;

/**
 * How well a few letters stand for a name: {@code mesc} for "Mark as escalated". All letters of the query have to be in the
 * name in their order; beginnings of words and letters side by side count more. Pure; any thread.
 */
final class Fuzzy {

    /** The letters are not in the name. */
    static final int NO = -1;

    private static final int LETTER = 1;
    private static final int BESIDE = 6;
    private static final int BEGINNING = 5;
    private static final int LONGEST = 200;

    private Fuzzy() {}

    /** How well a query fits; each of its words by itself, in any order. {@link #NO} where one does not fit. */
    static int score(String query, String name) {
        String text = name.toLowerCase(Locale.ROOT);
        int sum = 0;
        for (String word : query.toLowerCase(Locale.ROOT).strip().split(" +")) {
            int score = word.isEmpty() ? 0 : ofWord(word, text.substring(0, Math.min(text.length(), LONGEST)));
            if (score == NO) {
                return NO;
            }
            sum += score;
        }
        return sum;
    }

    /** The best of all ways to find the letters: for each letter of the name, the best that ends there. */
    private static int ofWord(String word, String text) {
        int[] best = new int[text.length()];
        for (int letter = 0; letter < word.length(); letter++) {
            int[] next = new int[text.length()];
            Arrays.fill(next, NO);
            int before = letter == 0 ? 0 : NO; // the best that ends anywhere before the letter beside
            for (int at = 0; at < text.length(); at++) {
                if (text.charAt(at) == word.charAt(letter)) {
                    int worth = LETTER + (isBeginning(text, at) ? BEGINNING : 0);
                    int beside = letter > 0 && at > 0 && best[at - 1] != NO ? best[at - 1] + BESIDE : NO;
                    int from = Math.max(before, beside);
                    next[at] = from == NO ? NO : from + worth;
                }
                before = letter > 0 && at > 0 ? Math.max(before, best[at - 1]) : before;
            }
            best = next;
        }
        return Arrays.stream(best).max().orElse(NO);
    }

    private static boolean isBeginning(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
