package org.rpcscope.sigma;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a text that everything that a regular expression finds has to hold, whatever its case. Only what stands at the
 * top, outside of groups, classes and choices, and only ASCII is looked at: too little is no mistake, too much would be.
 */
final class RegexLiteral {

    private static final Pattern TIMES = Pattern.compile("\\{\\d+(,\\d*)?\\}");
    private static final String SPECIAL = ".[](){}*+?|^$\\";
    private static final String ESCAPED = ".[](){}*+?|^$\\/-\"'%&#@!:;,<>=~` ";

    private final String regex;
    private final StringBuilder run = new StringBuilder();
    private String best = "";
    private int at;

    private RegexLiteral(String regex) {
        this.regex = regex;
    }

    /** The text; empty if none was found. */
    static String of(String regex) {
        boolean odd = regex.contains("\\Q") || regex.contains("(?#");
        return odd ? "" : new RegexLiteral(regex).find();
    }

    private String find() {
        while (at < regex.length()) {
            char c = regex.charAt(at);
            switch (c) {
                case '|' -> {
                    return "";
                }
                case '(' -> group();
                case '[' -> characterClass();
                case '\\' -> escape();
                case '*', '?' -> optional();
                case '{' -> {
                    if (!repetition()) {
                        return "";
                    }
                }
                default -> plain(c);
            }
        }
        endRun();
        return best;
    }

    private void plain(char c) {
        if (c < 128 && SPECIAL.indexOf(c) < 0) {
            run.append(c);
        } else {
            endRun(); // a plus, too: what stands before it is there at least once
        }
        at++;
    }

    private void escape() {
        char next = at + 1 < regex.length() ? regex.charAt(at + 1) : 'x';
        if (ESCAPED.indexOf(next) >= 0) {
            run.append(next);
            at += 2;
            return;
        }
        endRun();
        boolean named = "pPx".indexOf(next) >= 0;
        if (named) {
            int end = regex.startsWith("{", at + 2) ? regex.indexOf('}', at) : at + (next == 'x' ? 3 : 2);
            at = end < 0 ? regex.length() : end + 1;
        } else {
            at += 2;
        }
        if (Character.isDigit(next)) {
            while (at < regex.length() && Character.isDigit(regex.charAt(at))) {
                at++;
            }
        }
    }

    /** What stands before may be missing. */
    private void optional() {
        if (!run.isEmpty()) {
            run.setLength(run.length() - 1);
        }
        endRun();
        at++;
    }

    /** Whether it is one: a brace may be literal, and then anything may stand behind it. */
    private boolean repetition() {
        Matcher times = TIMES.matcher(regex).region(at, regex.length());
        if (!times.lookingAt()) {
            return false;
        }
        optional();
        at = times.end();
        return true;
    }

    private void group() {
        endRun();
        int depth = 0;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == '[') {
                characterClass();
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                at++;
                if (depth == 0) {
                    return;
                }
            }
        }
    }

    private void characterClass() {
        endRun();
        at++;
        if (regex.startsWith("^", at)) {
            at++;
        }
        if (regex.startsWith("]", at)) {
            at++;
        }
        while (at < regex.length() && regex.charAt(at) != ']') {
            if (regex.startsWith("[:", at) && regex.indexOf(":]", at + 2) >= 0) {
                at = regex.indexOf(":]", at + 2) + 2;
            } else {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
    }

    private void endRun() {
        if (run.length() > best.length()) {
            best = run.toString();
        }
        run.setLength(0);
    }
}
