package org.rpcscope.detect;

import java.util.List;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;

/**
 * What sessions are judged by, beside the networks.
 *
 * @param rules those that are on
 * @param exceptions those that apply
 */
public record RuleSet(List<Rule> rules, List<FilterRule> exceptions) {

    public RuleSet {
        rules = List.copyOf(rules);
        exceptions = List.copyOf(exceptions);
    }
}
