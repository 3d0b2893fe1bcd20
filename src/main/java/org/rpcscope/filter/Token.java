package org.rpcscope.filter;

import java.util.List;

/** A piece of the text of a filter, from where it begins to one past its last character. */
sealed interface Token {

    int from();

    int to();

    /** What joins terms, turns one round, or holds some together. */
    record Mark(Sign sign, int from, int to) implements Token {}

    enum Sign {
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE
    }

    /**
     * A term.
     *
     * @param name what stands before the colon; empty where there is no field
     * @param values what stands behind it, between commas; none where nothing does
     */
    record Word(int from, int to, String name, List<Value> values) implements Token {
        public Word {
            values = List.copyOf(values);
        }
    }

    /**
     * @param text without quotation marks
     * @param quoted whether it had some: it is meant as it stands
     */
    record Value(int from, int to, String text, boolean quoted) {}
}
