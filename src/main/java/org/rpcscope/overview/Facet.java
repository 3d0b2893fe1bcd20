package org.rpcscope.overview;

import java.util.List;

/**
 * How often the values of a topic stand in some sessions.
 *
 * @param values the most frequent, most first; of equal ones by their text
 * @param different how many there are in all
 */
public record Facet(Topic topic, List<Value> values, int different) {

    public Facet {
        values = List.copyOf(values);
    }

    /**
     * @param text as a filter asks for it
     * @param sessions how many sessions have it
     */
    public record Value(String text, int sessions) {}

    /**
     * What is wanted to know of a topic.
     *
     * @param most how many values at most
     * @param part what a value has to hold, in either case; empty for any
     */
    public record Asked(Topic topic, int most, String part) {}
}
