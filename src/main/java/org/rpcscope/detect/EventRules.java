package org.rpcscope.detect;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.EventTable;
import org.rpcscope.sigma.Correlation;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleIndex;
import org.rpcscope.sigma.RuleInfo;

/**
 * The rules that events are asked while an input is read, ready for many events, and what correlations will want to know
 * of them afterwards. Immutable; any thread. The judges that it makes are for one thread each.
 */
public final class EventRules implements Supplier<EventJudge> {

    /** The host that an event or a session belongs to, by whatever name or address it is known ({@link HostIdentities}). */
    static final String HOST = "rpcscope.host";

    private static final EventRules NONE = new EventRules(List.of(), List.of(), _ -> true);

    private final List<Rule> rules;
    private final RuleIndex index; // of the rules with their exceptions
    private final List<Correlation> correlations;
    private final Set<Rule> silent; // rules that a correlation names which does not generate
    private final Set<Correlation> silentToo; // correlations that one such names, or that are off
    private final Map<Rule, Integer> numbers = new IdentityHashMap<>();
    private final List<Set<String>> kept; // of each rule the fields that correlations want

    /**
     * @param rules those that are on, about sessions or not
     * @param correlations whose rules are among them, as the very same objects
     * @param on which correlations are reported; the others still serve those that name them
     */
    public EventRules(List<Rule> rules, List<Correlation> correlations, Predicate<RuleInfo> on) {
        this(rules, correlations, on, List.of());
    }

    /**
     * @param rules those that are on, about sessions or not
     * @param correlations whose rules are among them, as the very same objects
     * @param on which correlations are reported; the others still serve those that name them
     * @param exceptions what is excepted from the rules
     */
    public EventRules(
            List<Rule> rules, List<Correlation> correlations, Predicate<RuleInfo> on, List<FilterRule> exceptions) {
        this.rules = List.copyOf(rules);
        this.index = new RuleIndex(FilterRule.applied(exceptions, rules));
        this.correlations = List.copyOf(correlations);
        Set<Rule> quiet = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Correlation> quietToo = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Correlation correlation : correlations) {
            if (!on.test(correlation.rule().info())) {
                quietToo.add(correlation);
            }
            for (Correlation.Source source : correlation.sources()) {
                if (!correlation.rule().generate()) {
                    switch (source) {
                        case Correlation.Matches matches -> quiet.add(matches.rule());
                        case Correlation.Alerts alerts -> quietToo.add(correlations.get(alerts.number()));
                    }
                }
            }
        }
        this.silent = quiet;
        this.silentToo = quietToo;
        for (int i = 0; i < rules.size(); i++) {
            numbers.put(rules.get(i), i);
            numbers.put(index.rules().get(i), i);
        }
        this.kept = rules.stream().map(this::wanted).toList();
    }

    /** The rules that the events of a table were asked; none where nobody judged them. */
    public static EventRules of(EventTable events) {
        return events.judges() instanceof EventRules rules ? rules : NONE;
    }

    private Set<String> wanted(Rule rule) {
        Set<String> fields = new LinkedHashSet<>();
        for (Correlation correlation : correlations) {
            for (Correlation.Source source : correlation.sources()) {
                if (source instanceof Correlation.Matches matches && matches.rule() == rule) {
                    fields.addAll(source.groupFields());
                    fields.addAll(source.measuredFields());
                }
            }
        }
        fields.remove(HOST);
        return Set.copyOf(fields);
    }

    @Override
    public EventJudge get() {
        return new RuleJudge(this);
    }

    /** The rules, by the numbers of verdicts. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rules that match, by what a judge said; none where it said nothing. */
    public List<Rule> of(EventJudge.@Nullable Verdict verdict) {
        return verdict == null
                ? List.of()
                : verdict.rules().stream().map(number -> rules().get(number)).toList();
    }

    public List<Correlation> correlations() {
        return correlations;
    }

    /** Whether the matches of the rule are for correlations alone. */
    public boolean isSilent(Rule rule) {
        return silent.contains(rule);
    }

    /** The rules that match and are reported for themselves. */
    List<RuleInfo> reported(EventJudge.@Nullable Verdict verdict, Predicate<RuleInfo> on) {
        return of(verdict).stream()
                .filter(rule -> !isSilent(rule))
                .map(Rule::info)
                .filter(on)
                .toList();
    }

    /** Whether the alerts of the correlation are for others alone. */
    boolean isSilent(Correlation correlation) {
        return silentToo.contains(correlation);
    }

    RuleIndex index() {
        return index;
    }

    int number(Rule rule) {
        return numbers.getOrDefault(rule, -1);
    }

    Set<String> kept(int rule) {
        return kept.get(rule);
    }
}
