package org.rpcscope.sigma;

import java.util.List;
import java.util.Map;

/**
 * A correlation rule as it is written; the rules that it names are looked up when a {@link RuleBook} is made.
 *
 * @param line where its document starts, from 1
 * @param rules the ids or names of the rules whose matches are its events, in their order
 * @param groupBy the fields that all events of a group have in common; if there are none, all events are one group
 * @param seconds how far apart the first and the last event of a group may be
 * @param aliases by the name of a field of the group: what it is called in the events of each rule
 * @param generate whether the rules that it names are reported for themselves too
 */
public record CorrelationRule(
        RuleInfo info,
        int line,
        CorrelationType type,
        List<String> rules,
        List<String> groupBy,
        long seconds,
        Demand demand,
        Map<String, Map<String, String>> aliases,
        boolean generate) {

    /** The name of a field of the group, or of the field that is measured, in the events of one of the rules. */
    String field(String name, String rule) {
        return aliases.getOrDefault(name, Map.of()).getOrDefault(rule, name);
    }
}
