package org.rpcscope.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.query.FieldNames;
import org.rpcscope.sigma.CorrelationRule;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.RejectedRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleFile;
import org.rpcscope.sigma.RuleReader;
import org.rpcscope.tuning.ExceptionEntry;

/**
 * The exceptions of a profile, read on one day.
 *
 * @param readings one for each, in their order
 */
public record Exceptions(List<Reading> readings) {

    /** No exceptions. */
    public static final Exceptions NONE = new Exceptions(List.of());

    private static final FieldNames NAMES = FieldNames.load();

    public Exceptions {
        readings = List.copyOf(readings);
    }

    /** Why an exception applies or does not. */
    public enum State {
        APPLIES,
        /** It is switched off. */
        OFF,
        /** The last day of each of its filters is over. */
        EXPIRED,
        /** Its text cannot be used; so nothing of it is. */
        FAULTY
    }

    /**
     * An exception, read.
     *
     * @param filters what its text holds; those that have expired among them
     * @param faults what is wrong with the text, each as {@code line N: what}; then there are no filters
     */
    public record Reading(ExceptionEntry entry, List<FilterRule> filters, List<String> faults, State state) {}

    /** Reads the exceptions as they stand on a day, in UTC. */
    public static Exceptions of(List<ExceptionEntry> entries, LocalDate day) {
        RuleReader reader = new RuleReader(NAMES);
        return new Exceptions(entries.stream()
                .map(entry -> read(entry, reader.read("exception", entry.yaml()), day))
                .toList());
    }

    private static Reading read(ExceptionEntry entry, RuleFile file, LocalDate day) {
        List<String> faults = new ArrayList<>();
        for (RejectedRule rejected : file.rejected()) {
            faults.addAll(rejected.faults());
        }
        for (Rule rule : file.rules()) {
            faults.add("\"" + rule.info().title() + "\" is a rule: an exception is a filter");
        }
        for (CorrelationRule rule : file.correlations()) {
            faults.add("\"" + rule.info().title() + "\" is a correlation: an exception is a filter");
        }
        if (faults.isEmpty() && file.filters().isEmpty()) {
            faults.add("line 1: there is no filter");
        }
        List<FilterRule> filters = faults.isEmpty() ? file.filters() : List.of();
        return new Reading(entry, filters, List.copyOf(faults), state(entry, filters, day));
    }

    private static State state(ExceptionEntry entry, List<FilterRule> filters, LocalDate day) {
        if (filters.isEmpty()) {
            return State.FAULTY;
        }
        if (!entry.enabled()) {
            return State.OFF;
        }
        return filters.stream().allMatch(filter -> filter.expired(day)) ? State.EXPIRED : State.APPLIES;
    }

    /** The filters that apply on a day. */
    public List<FilterRule> applying(LocalDate day) {
        return readings.stream()
                .filter(reading -> reading.state() == State.APPLIES)
                .flatMap(reading -> reading.filters().stream())
                .filter(filter -> !filter.expired(day))
                .toList();
    }
}
