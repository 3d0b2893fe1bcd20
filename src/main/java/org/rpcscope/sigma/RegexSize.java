package org.rpcscope.sigma;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large the program of a regular expression would be. RE2/J writes repetitions out, nested ones too, and calls itself
 * for each parenthesis, so that a short rule could take all memory or all stack. This looks only at what makes them large,
 * and rather says too much.
 */
final class RegexSize {

    static final long MAX_SIZE = 10_000;
    static final int MAX_DEPTH = 100;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private int at;
    private long size;
    private long last;

    private RegexSize(String regex) {
        this.regex = regex;
    }

    /** Whether the expression may be compiled. Faults of syntax are the compiler's to find. */
    static boolean isBearable(String regex) {
        return regex.length() <= MAX_SIZE && new RegexSize(regex).measure();
    }

    private boolean measure() {
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            switch (c) {
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
                    skipClass();
                    atom();
                }
                case '\\' -> {
                    at++;
                    atom();
                }
                default -> atom();
            }
            if (size > MAX_SIZE || outer.size() > MAX_DEPTH) {
                return false;
            }
        }
        return true;
    }

    private void atom() {
        last = 1;
        size++;
    }

    /** Reads {@code n}, {@code n,} or {@code n,m} and a closing brace; without one it is no repetition. */
    private void repeat() {
        int end = regex.indexOf('}', at);
        String inside = end < 0 ? "" : regex.substring(at, end);
        if (!inside.matches("\\d{1,4}(,\\d{0,4})?")) {
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

    /** A class is one instruction whatever it holds; a bracket that opens it literally is not its end. */
    private void skipClass() {
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        if (at < regex.length() && regex.charAt(at) == ']') {
            at++;
        }
        while (at < regex.length() && regex.charAt(at) != ']') {
            at += regex.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }
}
