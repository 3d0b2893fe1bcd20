package org.rpcscope.sigma;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps regular expressions from the compiler that it would not get over. RE2/J matches in linear time, but it writes
 * repetitions out, nested ones too, and calls itself for each parenthesis, so that a short rule could take all memory or
 * all stack. And version 1.8 never comes back from ignoring the case of U+1C80 to U+1C88, of which there are three forms
 * where it expects two.
 *
 * <p>This walks over an expression as RE2/J's parser does, and rather says too much. Faults of syntax are the compiler's.
 */
final class RegexGuard {

    /** How many instructions a program may have, roughly. */
    static final long MAX_SIZE = 10_000;
    /** How deep parentheses may be nested. */
    static final int MAX_DEPTH = 100;

    private static final int FIRST_ENDLESS = 0x1C80;
    private static final int LAST_ENDLESS = 0x1C88;
    private static final String PERL = "dDsSwW";
    private static final Pattern FOLDS = Pattern.compile("\\(\\?[a-zA-Z-]*i");
    private static final Pattern TIMES = Pattern.compile("\\d{1,4}(,\\d{0,4})?");

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private int at;
    private long size;
    private long last;
    private boolean endless;

    private RegexGuard(String regex) {
        this.regex = regex;
    }

    /**
     * Why the expression must not be compiled, or null.
     *
     * @param ignoresCase whether it is compiled so; it may say so itself
     */
    static @Nullable String objection(String regex, boolean ignoresCase) {
        RegexGuard guard = new RegexGuard(regex);
        if (regex.length() > MAX_SIZE || !guard.isBearable()) {
            return "the regular expression is too large";
        }
        if (guard.endless && (ignoresCase || FOLDS.matcher(regex).find())) {
            return "the case of U+1C80 to U+1C88 cannot be ignored";
        }
        return null;
    }

    private boolean isBearable() {
        while (at < regex.length()) {
            step();
            if (size > MAX_SIZE || outer.size() > MAX_DEPTH) {
                return false;
            }
        }
        return true;
    }

    private void step() {
        int point = take();
        switch (point) {
            case '(' -> {
                outer.push(size);
                size = 0;
                last = 0;
            }
            case ')' -> {
                last = size + 2;
                size = last + (outer.isEmpty() ? 0 : outer.pop());
            }
            case '{' -> repeat();
            case '[' -> {
                characterClass();
                atom();
            }
            case '\\' -> escape();
            default -> literal(point);
        }
    }

    private void escape() {
        if (regex.startsWith("Q", at)) {
            int end = regex.indexOf("\\E", at);
            int stop = end < 0 ? regex.length() : end;
            at++;
            while (at < stop) {
                literal(take());
            }
            at = Math.min(regex.length(), stop + 2);
        } else if (regex.startsWith("p", at) || regex.startsWith("P", at)) {
            property();
            atom();
        } else {
            literal(escaped());
        }
    }

    private void literal(int point) {
        range(point, point);
        atom();
    }

    private void atom() {
        last = 1;
        size++;
    }

    /** Reads {@code n}, {@code n,} or {@code n,m} and a closing brace; without one it is no repetition. */
    private void repeat() {
        int end = regex.indexOf('}', at);
        String inside = end < 0 ? "" : regex.substring(at, end);
        if (!TIMES.matcher(inside).matches()) {
            atom();
            return;
        }
        long most = 1;
        for (String number : inside.split(",")) {
            most = Math.max(most, Integer.parseInt(number));
        }
        at = end + 1;
        long repeated = last * (most + 1) * (inside.indexOf(',') < 0 ? 1 : 2);
        size += repeated;
        last += repeated;
    }

    /** A class is one instruction whatever it holds. A bracket that opens it literally is not its end. */
    private void characterClass() {
        if (regex.startsWith("^", at)) {
            at++;
        }
        boolean first = true;
        while (at < regex.length() && (first || regex.charAt(at) != ']')) {
            first = false;
            if (regex.startsWith("[:", at) && regex.indexOf(":]", at + 2) >= 0) {
                at = regex.indexOf(":]", at + 2) + 2;
            } else if (regex.startsWith("\\p", at) || regex.startsWith("\\P", at)) {
                at++;
                property();
            } else if (regex.startsWith("\\", at)
                    && at + 1 < regex.length()
                    && PERL.indexOf(regex.charAt(at + 1)) >= 0) {
                at += 2; // a class of its own: a dash behind it starts no range
            } else {
                int low = inClass();
                boolean ranges = regex.startsWith("-", at) && at + 1 < regex.length() && regex.charAt(at + 1) != ']';
                at += ranges ? 1 : 0;
                range(low, ranges ? inClass() : low);
            }
        }
        at++;
    }

    private int inClass() {
        int point = take();
        return point == '\\' ? escaped() : point;
    }

    /** Reads what stands behind a backslash: a code point in hexadecimal, or one that stands for itself or for a class. */
    private int escaped() {
        if (at >= regex.length()) {
            return 0;
        }
        int point = take();
        if (point != 'x') {
            return point;
        }
        boolean braced = regex.startsWith("{", at);
        int end = braced ? regex.indexOf('}', at) : Math.min(at + 2, regex.length());
        try {
            int value = Integer.parseInt(regex.substring(braced ? at + 1 : at, Math.max(at, end)), 16);
            at = braced ? end + 1 : end;
            return value;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return point; // no syntax of an escape: the compiler will say so
        }
    }

    /** Passes over the name of a Unicode class, which stands behind {@code \}: a letter with one more, or with braces. */
    private void property() {
        at++;
        int end = regex.startsWith("{", at) ? regex.indexOf('}', at) : at;
        at = end < 0 ? regex.length() : end + 1;
    }

    private void range(int low, int high) {
        endless |= low <= LAST_ENDLESS && high >= FIRST_ENDLESS;
    }

    private int take() {
        int point = regex.codePointAt(at);
        at += Character.charCount(point);
        return point;
    }
}
