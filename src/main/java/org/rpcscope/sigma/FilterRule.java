package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;

/**
 * A filter (specification 2.1, "Filters"): a condition that rules have to meet besides their own. It is taken as written,
 * so one that takes matches away says {@code not}.
 *
 * @param line where its document starts, from 1
 * @param source rules for this or for something more special are meant
 * @param rules the ids and names of the rules that are meant; all of them if there are none
 */
public record FilterRule(RuleInfo info, int line, LogSource source, List<String> rules, Expression expression) {

    public FilterRule {
        rules = List.copyOf(rules);
    }

    /** Whether the filter is about the rule. */
    public boolean covers(Rule rule) {
        return source.covers(rule.logSource())
                && (rules.isEmpty() || rules.stream().anyMatch(rule.info()::isCalled));
    }

    /** The rules with every filter that is about them. */
    public static List<Rule> applied(List<FilterRule> filters, List<Rule> rules) {
        return rules.stream().map(rule -> applied(filters, rule)).toList();
    }

    private static Rule applied(List<FilterRule> filters, Rule rule) {
        List<Expression> parts = new ArrayList<>(List.of(rule.expression()));
        for (FilterRule filter : filters) {
            if (filter.covers(rule)) {
                parts.add(new Expression.Search(filter.info().title(), filter.expression()));
            }
        }
        return parts.size() == 1 ? rule : new Rule(rule.info(), rule.logSource(), Expression.and(parts));
    }
}
