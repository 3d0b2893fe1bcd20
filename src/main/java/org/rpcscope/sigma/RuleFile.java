package org.rpcscope.sigma;

import java.time.LocalDate;
import java.util.List;

/**
 * What was read from one file of rules.
 *
 * @param rules those that can be used
 * @param rejected the documents that cannot, with the reasons
 * @param warnings what is probably a mistake in documents that can be used, each as {@code line N: what}
 * @param correlations those that can be used if the rules they name are there
 * @param filters those that can be used
 */
public record RuleFile(
        List<Rule> rules,
        List<RejectedRule> rejected,
        List<String> warnings,
        List<CorrelationRule> correlations,
        List<FilterRule> filters) {

    /** The same without the filters that have expired on a day, in UTC. */
    public RuleFile asOf(LocalDate day) {
        List<FilterRule> left =
                filters.stream().filter(filter -> !filter.expired(day)).toList();
        return new RuleFile(rules, rejected, warnings, correlations, left);
    }
}
