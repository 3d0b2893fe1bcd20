package org.rpcscope.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The problems of one input: the first hundred in full, the rest as a number, so that a damaged file of gigabytes cannot
 * fill the memory. Safe for any thread.
 */
public final class Problems {

    /** How many are kept in full ({@code cli.md}: at most 100 lines a file). */
    public static final int KEPT = 100;

    /** More kinds are one: who writes the input must not fill the memory. */
    private static final int MOST_KINDS = 40;

    private static final String OTHER = "other";

    private final boolean growing;
    private final List<Problem> first = new ArrayList<>();
    private final Map<String, Long> kinds = new LinkedHashMap<>();
    private long count;

    /** Those of an input that is complete. */
    public Problems() {
        this(false);
    }

    /** @param growing whether the input is still being written: that it stops in the middle of a record is no problem then */
    public Problems(boolean growing) {
        this.growing = growing;
    }

    public synchronized void add(Problem problem) {
        if (growing && problem.isCutShort()) {
            return;
        }
        count++;
        String kind = kind(problem.reason());
        kinds.merge(kinds.size() < MOST_KINDS || kinds.containsKey(kind) ? kind : OTHER, 1L, Long::sum);
        if (first.size() < KEPT) {
            first.add(problem);
        }
    }

    /** Takes over those that another one has now, before there are any. */
    public void addAll(Problems before) {
        Problems those = before.snapshot();
        synchronized (this) {
            first.addAll(those.first);
            kinds.putAll(those.kinds);
            count += those.count;
        }
    }

    private synchronized Problems snapshot() {
        Problems snapshot = new Problems(growing);
        snapshot.first.addAll(first);
        snapshot.kinds.putAll(kinds);
        snapshot.count = count;
        return snapshot;
    }

    /** How many there were, kept or not. */
    public synchronized long count() {
        return count;
    }

    /** How many there were of each kind, in the order in which the kinds were found. */
    public synchronized Map<String, Long> kinds() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }

    /** A reason without what differs from one place to another: what is in quotes, and numbers. */
    private static String kind(String reason) {
        StringBuilder kind = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < reason.length(); i++) {
            char c = reason.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (c == '"') {
                quoted = !quoted;
                kind.append(quoted ? "\u2026" : "");
            } else if (!quoted && !digit) {
                kind.append(c);
            } else if (!quoted && (kind.isEmpty() || kind.charAt(kind.length() - 1) != '\u2026')) {
                kind.append('\u2026');
            }
        }
        return kind.toString();
    }

    /** The first hundred, in the order in which they were found. */
    public synchronized List<Problem> first() {
        return Collections.unmodifiableList(new ArrayList<>(first));
    }
}
