package org.rpcscope.sigma;

import java.util.List;

/**
 * A correlation rule with its rules looked up.
 *
 * @param sources whose matches are its events, in the order in which the rule lists them
 */
public record Correlation(CorrelationRule rule, List<Source> sources) {

    /** Whose matches are events of a correlation. */
    public sealed interface Source {

        /** What the fields of the group are called in its events, in the order of the rule. */
        List<String> groupFields();

        /** What the fields that are measured are called in its events. */
        List<String> measuredFields();
    }

    /** A rule, whose events are those that it matches. */
    public record Matches(Rule rule, List<String> groupFields, List<String> measuredFields) implements Source {}

    /** Another correlation, whose events are its alerts, with the values of its group as their fields. */
    public record Alerts(String title, int number, List<String> groupFields, List<String> measuredFields)
            implements Source {}
}
