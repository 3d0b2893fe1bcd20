package org.rpcscope.ui.sessions;

/**
 * How a word of the filter may go on.
 *
 * @param text a field, a whole term, or a value
 * @param sessions how many sessions a value would leave; {@link #UNCOUNTED} where that is not known
 */
record Suggestion(String text, int sessions) {

    static final int UNCOUNTED = -1;

    /** A field or a term. */
    static Suggestion of(String text) {
        return new Suggestion(text, UNCOUNTED);
    }
}
