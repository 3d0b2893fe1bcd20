package org.rpcscope.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The problems of one input: the first hundred in full, the rest as a number, so that a damaged file of gigabytes cannot
 * fill the memory. Safe for any thread.
 */
public final class Problems {

    /** How many are kept in full ({@code cli.md}: at most 100 lines a file). */
    public static final int KEPT = 100;

    private final List<Problem> first = new ArrayList<>();
    private long count;

    public synchronized void add(Problem problem) {
        count++;
        if (first.size() < KEPT) {
            first.add(problem);
        }
    }

    /** How many there were, kept or not. */
    public synchronized long count() {
        return count;
    }

    /** The first hundred, in the order in which they were found. */
    public synchronized List<Problem> first() {
        return Collections.unmodifiableList(new ArrayList<>(first));
    }
}
