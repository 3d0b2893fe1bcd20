package org.rpcscope.filter;

import java.util.List;

/**
 * A term as it stands in the text.
 *
 * @param from where it begins, with what negates it
 * @param to one past its last character
 * @param start where it begins without what negates it
 * @param name what stands before the colon; empty where there is no field
 * @param values what stands behind it, between commas; none where nothing does
 */
record Word(int from, int to, int start, boolean negated, String name, List<Value> values) {

    /**
     * @param text without quotation marks
     * @param quoted whether it had some: it is meant as it stands
     */
    record Value(int from, int to, String text, boolean quoted) {}
}
