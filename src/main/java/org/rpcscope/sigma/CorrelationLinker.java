package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.FieldNames;

/**
 * Looks up the rules that correlations name, by id or name. One that names what is not there, what is rejected, what
 * several rules are called, or in the end itself, is rejected.
 */
final class CorrelationLinker {

    private static final int MAX_CHAIN = 64;

    private final List<Rule> rules;
    private final FieldNames names;
    private final List<Correlation> linked = new ArrayList<>();
    private final Map<CorrelationRule, Integer> numbers = new LinkedHashMap<>();
    private final Map<CorrelationRule, String> faults = new LinkedHashMap<>();
    private List<CorrelationRule> correlations = List.of();

    CorrelationLinker(List<Rule> rules, FieldNames names) {
        this.rules = rules;
        this.names = names;
    }

    /** The correlations, each behind those that it names. */
    List<Correlation> link(List<CorrelationRule> given, List<RejectedRule> rejected) {
        correlations = given;
        for (CorrelationRule rule : given) {
            link(rule, new HashSet<>());
        }
        faults.forEach((rule, fault) -> rejected.add(new RejectedRule(
                rule.info().file(), rule.line(), rule.info().title(), List.of("line " + rule.line() + ": " + fault))));
        return List.copyOf(linked);
    }

    private void link(CorrelationRule rule, Set<CorrelationRule> above) {
        if (numbers.containsKey(rule) || faults.containsKey(rule)) {
            return;
        }
        if (!above.add(rule)) {
            faults.put(rule, "the correlation names itself, by way of others");
            return;
        }
        if (above.size() > MAX_CHAIN) {
            faults.put(rule, "more than " + MAX_CHAIN + " correlations look at each other");
            return;
        }
        List<Correlation.Source> sources = new ArrayList<>();
        for (String name : rule.rules()) {
            Correlation.Source source = source(rule, name, above);
            if (source == null) {
                return;
            }
            sources.add(source);
        }
        numbers.put(rule, linked.size());
        linked.add(new Correlation(rule, List.copyOf(sources)));
    }

    /** The rule with the name, or null where there is a fault. */
    private Correlation.@Nullable Source source(CorrelationRule rule, String name, Set<CorrelationRule> above) {
        List<Rule> called =
                rules.stream().filter(each -> each.info().isCalled(name)).toList();
        List<CorrelationRule> calledToo =
                correlations.stream().filter(each -> each.info().isCalled(name)).toList();
        if (called.size() + calledToo.size() != 1) {
            boolean none = called.isEmpty() && calledToo.isEmpty();
            fault(rule, none ? "there is no rule '" + name + "'" : "several rules are called '" + name + "'");
            return null;
        }
        if (!called.isEmpty()) {
            LogSource source = called.getFirst().logSource();
            return new Correlation.Matches(called.getFirst(), fields(rule, name, source), measured(rule, name, source));
        }
        CorrelationRule inner = calledToo.getFirst();
        link(inner, above);
        Integer number = numbers.get(inner);
        if (number == null) {
            fault(rule, "the correlation '" + name + "' is rejected");
            return null;
        }
        return new Correlation.Alerts(
                inner.info().title(), number, fields(rule, name, null), measured(rule, name, null));
    }

    private void fault(CorrelationRule rule, String fault) {
        faults.putIfAbsent(rule, fault);
    }

    private List<String> fields(CorrelationRule rule, String name, @Nullable LogSource source) {
        return rule.groupBy().stream()
                .map(field -> nativeName(rule.field(field, name), source))
                .toList();
    }

    private List<String> measured(CorrelationRule rule, String name, @Nullable LogSource source) {
        List<String> fields = rule.demand() instanceof Demand.Threshold threshold ? threshold.fields() : List.of();
        return fields.stream()
                .map(field -> nativeName(rule.field(field, name), source))
                .toList();
    }

    private String nativeName(String field, @Nullable LogSource source) {
        return source == null ? field : names.nativeName(source.category(), source.product(), source.service(), field);
    }
}
