package org.rpcscope.sigma;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of one group within the timespan of a correlation, in the order of their times. The window slides: it ends
 * at the newest event, and its first event is at most the timespan older, both ends included.
 */
final class CorrelationWindow {

    private final CorrelationType type;
    private final int[] bySource;
    private final Map<List<String>, Integer> byValue = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private int first;
    private int sourcesSeen;
    private BigDecimal sum = BigDecimal.ZERO;

    CorrelationWindow(CorrelationType type, int sources) {
        this.type = type;
        this.bySource = new int[sources];
    }

    /**
     * An event.
     *
     * @param event its number
     * @param source the number of the rule that matched it
     * @param values of the fields that are measured
     * @param number of the field that is measured, for types that want one, else zero
     */
    record Entry(long time, long event, int source, List<String> values, BigDecimal number) {}

    boolean isEmpty() {
        return first == entries.size();
    }

    int size() {
        return entries.size() - first;
    }

    Entry oldest() {
        return entries.get(first);
    }

    Entry newest() {
        return entries.getLast();
    }

    /** Whether the event is in it already, as the one that came last. */
    boolean endsWith(long event) {
        return !isEmpty() && newest().event() == event;
    }

    /** Puts an event in its place. */
    void add(Entry entry) {
        int at = entries.size();
        while (at > first && isBefore(entry, entries.get(at - 1))) {
            at--;
        }
        entries.add(at, entry);
        if (bySource[entry.source()]++ == 0) {
            sourcesSeen++;
        }
        if (type == CorrelationType.VALUE_COUNT) {
            byValue.merge(entry.values(), 1, Integer::sum);
        }
        sum = sum.add(entry.number());
    }

    /** Events of one time are in the order in which the rules are listed, so that they may follow each other. */
    private static boolean isBefore(Entry entry, Entry other) {
        return entry.time() < other.time() || (entry.time() == other.time() && entry.source() < other.source());
    }

    void removeOldest() {
        Entry entry = entries.get(first++);
        if (--bySource[entry.source()] == 0) {
            sourcesSeen--;
        }
        if (type == CorrelationType.VALUE_COUNT) {
            byValue.computeIfPresent(entry.values(), (_, count) -> count == 1 ? null : count - 1);
        }
        sum = sum.subtract(entry.number());
        if (first > 32 && first > entries.size() / 2) {
            entries.subList(0, first).clear();
            first = 0;
        }
    }

    /** What the type measures of the events; there has to be one. */
    double measure(double percentile) {
        return switch (type) {
            case EVENT_COUNT -> size();
            case VALUE_COUNT -> byValue.size();
            case TEMPORAL -> sourcesSeen;
            case TEMPORAL_ORDERED -> longestChain();
            case VALUE_SUM -> sum.doubleValue();
            case VALUE_AVG -> sum.doubleValue() / size();
            case VALUE_PERCENTILE -> percentile(percentile);
            case VALUE_MEDIAN -> percentile(50);
        };
    }

    /** How many rules matched one behind the other in the order in which they are listed. */
    private int longestChain() {
        int[] longest = new int[bySource.length];
        int best = 0;
        for (int i = first; i < entries.size(); i++) {
            int source = entries.get(i).source();
            int before = 0;
            for (int earlier = 0; earlier < source; earlier++) {
                before = Math.max(before, longest[earlier]);
            }
            longest[source] = Math.max(longest[source], before + 1);
            best = Math.max(best, longest[source]);
        }
        return best;
    }

    /** Linear interpolation between the two values next to the rank. */
    private double percentile(double percentile) {
        double[] sorted = entries.subList(first, entries.size()).stream()
                .mapToDouble(entry -> entry.number().doubleValue())
                .sorted()
                .toArray();
        double rank = percentile / 100 * (sorted.length - 1);
        int below = (int) rank;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (above - sorted[below]) * (rank - below);
    }

    /** Whether the rules of the term that have to match did, in their order if the type wants it, and the others not. */
    boolean holds(Demand.Term term) {
        boolean silent = term.silent().stream().noneMatch(source -> bySource[source] > 0);
        boolean fired = term.fired().stream().allMatch(source -> bySource[source] > 0);
        return silent && fired && (type == CorrelationType.TEMPORAL || isInOrder(term));
    }

    private boolean isInOrder(Demand.Term term) {
        int at = first;
        for (int source : term.fired().stream().sorted().toList()) {
            while (at < entries.size() && entries.get(at).source() != source) {
                at++;
            }
            if (at == entries.size()) {
                return false;
            }
        }
        return true;
    }
}
