package org.rpcscope.sigma;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with wildcards, as Sigma writes them (specification 2.1, "Escaping"): a sequence of code points, of which some
 * stand for any run, for any one, or for any dash. Equal content is an equal glob. Matching goes back to the latest run
 * only, so it costs at most the lengths of text and glob multiplied.
 */
final class Glob {

    private static final int RUN = -1;
    private static final int ONE = -2;
    private static final int DASH = -3;

    /** What Windows programs take for the dash of a flag: hyphen, slash, en dash, em dash, horizontal bar. */
    private static final int[] DASHES = {'-', '/', 0x2013, 0x2014, 0x2015};

    private final int[] tokens;
    /** The text within, where wildcards stand at most at both ends and are runs; else null. */
    private final @Nullable String inner;

    private final boolean openStart;
    private final boolean openEnd;

    private Glob(int[] tokens) {
        this.tokens = tokens;
        int length = tokens.length;
        openStart = length > 0 && tokens[0] == RUN;
        openEnd = length > 1 && tokens[length - 1] == RUN;
        int from = openStart ? 1 : 0;
        int to = openEnd ? length - 1 : length;
        boolean simple = true;
        for (int i = from; i < to; i++) {
            simple &= tokens[i] >= 0;
        }
        inner = simple ? new String(tokens, from, to - from) : null;
    }

    /** The globs one behind the other. */
    static Glob joined(List<Glob> globs) {
        return new Glob(
                globs.stream().flatMapToInt(glob -> Arrays.stream(glob.tokens)).toArray());
    }

    /** Reads a value of a rule: {@code *} and {@code ?} are wildcards, a backslash before them or itself makes them literal. */
    static Glob parse(String value) {
        int[] points = value.codePoints().toArray();
        int[] tokens = new int[points.length];
        int count = 0;
        boolean escaped = false;
        for (int point : points) {
            boolean special = point == '*' || point == '?' || point == '\\';
            if (!escaped && point == '\\') {
                escaped = true;
                continue;
            }
            if (escaped && !special) {
                tokens[count++] = '\\';
            }
            tokens[count++] = escaped || !special ? point : point == '*' ? RUN : ONE;
            escaped = false;
        }
        if (escaped) {
            tokens[count++] = '\\';
        }
        return new Glob(Arrays.copyOf(tokens, count));
    }

    /** The text itself, without wildcards. */
    static Glob literal(String text) {
        return new Glob(text.codePoints().toArray());
    }

    /** How many characters and wildcards it has. */
    int length() {
        return tokens.length;
    }

    /** The text that this glob stands for, or null if it has wildcards. */
    @Nullable
    String literalText() {
        for (int token : tokens) {
            if (token < 0) {
                return null;
            }
        }
        return new String(tokens, 0, tokens.length);
    }

    /** This with any run before it, unless one is there. */
    Glob afterAnything() {
        if (tokens.length > 0 && tokens[0] == RUN) {
            return this;
        }
        int[] more = new int[tokens.length + 1];
        more[0] = RUN;
        System.arraycopy(tokens, 0, more, 1, tokens.length);
        return new Glob(more);
    }

    /** This with any run behind it, unless one is there. */
    Glob beforeAnything() {
        if (tokens.length > 0 && tokens[tokens.length - 1] == RUN) {
            return this;
        }
        int[] more = Arrays.copyOf(tokens, tokens.length + 1);
        more[tokens.length] = RUN;
        return new Glob(more);
    }

    /**
     * This with any kind of dash where a {@code -} or {@code /} starts a flag: no word before it in the same literal
     * part, a word behind it. One token for five characters, where others write out every permutation.
     */
    Glob anyDash() {
        int[] dashed = tokens.clone();
        for (int i = 0; i + 1 < tokens.length; i++) {
            boolean flag = tokens[i] == '-' || tokens[i] == '/';
            if (flag && (i == 0 || !isWord(tokens[i - 1])) && isWord(tokens[i + 1])) {
                dashed[i] = DASH;
            }
        }
        return new Glob(dashed);
    }

    /**
     * Each way to write this with its dashes chosen, for what has to know the characters.
     *
     * @param most how many there may be; if there are more, none is given
     */
    List<Glob> withDashesChosen(int most) {
        List<Glob> chosen = new ArrayList<>(List.of(this));
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] == DASH) {
                if (chosen.size() * DASHES.length > most) {
                    return List.of();
                }
                int at = i;
                chosen = chosen.stream()
                        .flatMap(glob -> Arrays.stream(DASHES).mapToObj(dash -> glob.with(at, dash)))
                        .toList();
            }
        }
        return chosen;
    }

    private Glob with(int at, int token) {
        int[] changed = tokens.clone();
        changed[at] = token;
        return new Glob(changed);
    }

    /**
     * This as UTF-16 that is looked at byte by byte, each a character. Null where that has no meaning: a character beyond
     * ASCII has bytes that are no characters, and any one is two of them.
     */
    @Nullable
    Glob wide(boolean littleEndian) {
        int[] bytes = new int[tokens.length * 2];
        int count = 0;
        for (int token : tokens) {
            if (token >= 128 || token == ONE || token == DASH) {
                return null;
            } else if (token == RUN) {
                bytes[count++] = RUN;
            } else {
                bytes[count++] = littleEndian ? token : 0;
                bytes[count++] = littleEndian ? 0 : token;
            }
        }
        return new Glob(Arrays.copyOf(bytes, count));
    }

    /** This as a regular expression that finds it within a text. */
    String regex() {
        StringBuilder regex = new StringBuilder();
        for (int token : tokens) {
            switch (token) {
                case RUN -> regex.append("(?s:.*)");
                case ONE -> regex.append("(?s:.)");
                default -> regex.append(Pattern.quote(Character.toString(token)));
            }
        }
        return regex.toString();
    }

    /** The longest part of the text that every match has, with its characters as they are here; may be empty. */
    String longestLiteral() {
        int best = 0;
        int bestLength = 0;
        int start = 0;
        for (int i = 0; i <= tokens.length; i++) {
            if (i == tokens.length || tokens[i] < 0) {
                if (i - start > bestLength) {
                    best = start;
                    bestLength = i - start;
                }
                start = i + 1;
            }
        }
        return new String(tokens, best, bestLength);
    }

    /** This with every character in the case that {@link #matches} compares in when case does not matter. */
    Glob folded() {
        int[] folded = tokens.clone();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Folding.fold(folded[i]);
        }
        return new Glob(folded);
    }

    /**
     * Whether the whole text is matched.
     *
     * @param fold whether the text's characters are folded; this has to be {@link #folded} then
     */
    boolean matches(String text, boolean fold) {
        int at = 0;
        int token = 0;
        int runToken = -1;
        int runAt = 0;
        while (at < text.length()) {
            if (token < tokens.length && tokens[token] == RUN) {
                runToken = token++;
                runAt = at;
                continue;
            }
            int point = text.codePointAt(at);
            if (token < tokens.length && accepts(tokens[token], fold ? Folding.fold(point) : point)) {
                token++;
                at += Character.charCount(point);
            } else if (runToken >= 0) {
                token = runToken + 1;
                runAt += Character.charCount(text.codePointAt(runAt));
                at = runAt;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == RUN) {
            token++;
        }
        return token == tokens.length;
    }

    /** Whether the whole text is matched, its characters taken as they are. */
    boolean matchesExactly(String text) {
        if (inner == null) {
            return matches(text, false);
        }
        return openStart
                ? openEnd ? text.contains(inner) : text.endsWith(inner)
                : openEnd ? text.startsWith(inner) : text.equals(inner);
    }

    private static boolean accepts(int token, int point) {
        return switch (token) {
            case ONE -> true;
            case DASH -> point == '-' || point == '/' || (point >= 0x2013 && point <= 0x2015);
            default -> token == point;
        };
    }

    private static boolean isWord(int token) {
        return token == '_' || (token >= 0 && Character.isLetterOrDigit(token));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Glob glob && Arrays.equals(tokens, glob.tokens);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tokens);
    }

    /** As Sigma writes it, with any dash as {@code -}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int token : tokens) {
            switch (token) {
                case RUN -> text.append('*');
                case ONE -> text.append('?');
                case DASH -> text.append('-');
                case '*', '?', '\\' -> text.append('\\').appendCodePoint(token);
                default -> text.appendCodePoint(token);
            }
        }
        return text.toString();
    }
}
