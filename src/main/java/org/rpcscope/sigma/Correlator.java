package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Correlates events: told of each event which rules match it, it says which correlations fire. Conditions that can only
 * come to hold (gt, gte, and eq when it is met) are asked at every event that takes part; those that may cease to hold
 * (lt, lte, neq, and "not" before a rule) when the window closes. Events are given in about the order of their times: one
 * that is older than the timespan before the newest of its group is left out. For one thread at a time.
 */
public final class Correlator {

    /** In nanoseconds. */
    static final long SECOND = 1_000_000_000L;

    private final List<CorrelationState> states;
    private long newest = Long.MIN_VALUE;

    /** Correlates without more memory than the limits allow. */
    public Correlator(List<Correlation> correlations, Limits limits) {
        this.states = correlations.stream()
                .map(correlation -> new CorrelationState(correlation, limits))
                .toList();
    }

    /**
     * How much is kept; beyond it the oldest is let go, and counted.
     *
     * @param groups for each correlation
     * @param events for each group
     */
    public record Limits(int groups, int events) {

        /** Enough for a day of a large network. */
        public static final Limits DEFAULT = new Limits(100_000, 10_000);
    }

    /**
     * Takes an event.
     *
     * @param time in nanoseconds since 1970
     * @param number what the event is called in alerts; different for each
     * @param matched the rules that match it, the very objects of the correlations
     * @return the alerts, those of inner correlations first
     */
    public List<Alert> accept(long time, long number, Event event, Collection<Rule> matched) {
        newest = Math.max(newest, time);
        Set<Rule> rules = Collections.newSetFromMap(new IdentityHashMap<>());
        rules.addAll(matched);
        return pass((state, alerts) -> {
            state.closeBefore(newest, alerts);
            List<Correlation.Source> sources = state.correlation().sources();
            for (int i = 0; i < sources.size(); i++) {
                if (sources.get(i) instanceof Correlation.Matches matches && rules.contains(matches.rule())) {
                    state.add(i, time, number, event, alerts);
                }
            }
        });
    }

    /** Closes every window, since there are no more events. */
    public List<Alert> finish() {
        return pass(CorrelationState::closeAll);
    }

    /** How many events were left out: without the fields of a group, too late, or beyond the limits. */
    public long left() {
        return states.stream().mapToLong(CorrelationState::left).sum();
    }

    /** What is done with one correlation, after those whose alerts it looks at. */
    private interface Turn {
        void take(CorrelationState state, Consumer<Alert> alerts);
    }

    private List<Alert> pass(Turn turn) {
        List<Alert> all = new ArrayList<>();
        List<List<Alert>> byNumber = new ArrayList<>();
        for (CorrelationState state : states) {
            List<Alert> own = new ArrayList<>();
            offer(state, byNumber, own::add);
            turn.take(state, own::add);
            state.askTouched(own::add);
            byNumber.add(own);
            all.addAll(own);
        }
        return all;
    }

    private static void offer(CorrelationState state, List<List<Alert>> byNumber, Consumer<Alert> alerts) {
        List<Correlation.Source> sources = state.correlation().sources();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) instanceof Correlation.Alerts inner) {
                for (Alert alert : byNumber.get(inner.number())) {
                    state.add(i, alert.time(), alert.event(), Event.of(alert.group()), alerts);
                }
            }
        }
    }
}
