package org.rpcscope.sigma;

import java.util.List;

/**
 * What was read from one file of rules.
 *
 * @param rules those that can be used
 * @param rejected those that cannot, with the reasons
 * @param warnings what is probably a mistake in rules that can be used, each as {@code line N: what}
 */
public record RuleFile(List<Rule> rules, List<RejectedRule> rejected, List<String> warnings) {}
