package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rpcscope.query.FieldNames;

/**
 * The rules of several files together, after what they say of each other: filters are part of the rules that they are
 * about, and correlations have the rules that they name.
 *
 * @param rules all of them, in the order of the files
 * @param correlations each behind those whose alerts it looks at
 * @param silent rules that are not reported for themselves, because a correlation names them and does not generate
 * @param rejected the documents that cannot be used, those of the files among them
 * @param warnings what is probably a mistake in how they belong together
 */
public record RuleBook(
        List<Rule> rules,
        List<Correlation> correlations,
        Set<Rule> silent,
        List<RejectedRule> rejected,
        List<String> warnings) {

    /**
     * Puts files together.
     *
     * @param names what the fields of sessions are called in the log sources of rules; the same as for reading
     */
    public static RuleBook of(List<RuleFile> files, FieldNames names) {
        List<Rule> read = new ArrayList<>();
        List<CorrelationRule> correlations = new ArrayList<>();
        List<FilterRule> filters = new ArrayList<>();
        List<RejectedRule> rejected = new ArrayList<>();
        for (RuleFile file : files) {
            read.addAll(file.rules());
            correlations.addAll(file.correlations());
            filters.addAll(file.filters());
            rejected.addAll(file.rejected());
        }
        List<Rule> rules = FilterRule.applied(filters, read);
        CorrelationLinker linker = new CorrelationLinker(rules, names);
        List<Correlation> linked = linker.link(correlations, rejected);
        return new RuleBook(List.copyOf(rules), linked, silent(linked), List.copyOf(rejected), warnings(filters, read));
    }

    private static Set<Rule> silent(List<Correlation> correlations) {
        Set<Rule> silent = new LinkedHashSet<>();
        for (Correlation correlation : correlations) {
            for (Correlation.Source source : correlation.sources()) {
                if (source instanceof Correlation.Matches matches
                        && !correlation.rule().generate()) {
                    silent.add(matches.rule());
                }
            }
        }
        return Set.copyOf(silent);
    }

    private static List<String> warnings(List<FilterRule> filters, List<Rule> rules) {
        List<String> warnings = new ArrayList<>();
        for (FilterRule filter : filters) {
            for (String name : filter.rules()) {
                if (rules.stream().noneMatch(rule -> rule.info().isCalled(name))) {
                    String where = filter.info().file() + ": line " + filter.line();
                    warnings.add(where + ": the filter is about the rule '" + name + "', which is not here");
                }
            }
        }
        return List.copyOf(warnings);
    }
}
