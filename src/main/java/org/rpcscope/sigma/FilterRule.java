package org.rpcscope.sigma;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter (specification 2.1, "Filters"): a condition that rules have to meet besides their own. It is taken as written,
 * so one that takes matches away says {@code not}.
 *
 * @param line where its document starts, from 1
 * @param source rules for this or for something more special are meant
 * @param rules the ids and names of the rules that are meant; all of them if there are none
 * @param expires the last day on which it is meant to apply, or null: a key of our own, which other engines pass over
 */
public record FilterRule(
        RuleInfo info,
        int line,
        LogSource source,
        List<String> rules,
        Expression expression,
        @Nullable LocalDate expires) {

    public FilterRule {
        rules = List.copyOf(rules);
    }

    /** Whether it no longer applies on that day, in UTC. Nothing here asks this by itself, having no clock. */
    public boolean expired(LocalDate day) {
        return expires != null && day.isAfter(expires);
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
        boolean operations = rule.expression() instanceof Expression.SomeOperation;
        List<Expression> parts = new ArrayList<>();
        parts.add(rule.expression() instanceof Expression.SomeOperation(Expression part) ? part : rule.expression());
        for (FilterRule filter : filters) {
            if (filter.covers(rule)) {
                parts.add(new Expression.Search(filter.info().title(), filter.expression()));
            }
        }
        Expression all = Expression.and(parts);
        return parts.size() == 1
                ? rule
                : new Rule(rule.info(), rule.logSource(), operations ? new Expression.SomeOperation(all) : all);
    }
}
