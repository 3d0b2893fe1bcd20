package org.rpcscope.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.EventTable;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleInfo;

/**
 * What rules found in records that are no sessions, and what correlations made of these and of flagged sessions together,
 * in the order of time. The same for any order of the inputs. Immutable; any thread.
 */
public final class EventFindings implements Iterable<EventFinding> {

    private final List<ObservationTable> tables;
    private final EventRules rules;
    private final Matched matched;
    private final List<EventFinding> alerts; // of correlations, in order of time

    /** Matched events by table and number, in order of time; equal times in the order of the inputs' fingerprints. */
    record Matched(int[] table, int[] event) {

        static Matched of(List<ObservationTable> tables) {
            int total = 0;
            int[][] found = new int[tables.size()][];
            for (int t = 0; t < found.length; t++) {
                found[t] = tables.get(t).events().matches();
                total = Math.addExact(total, found[t].length);
            }
            int[] table = new int[total];
            int[] event = new int[total];
            long[] times = new long[total];
            int at = 0;
            for (int t = 0; t < found.length; t++) {
                for (int number : found[t]) {
                    table[at] = t;
                    event[at] = number;
                    times[at++] = tables.get(t).events().time(number);
                }
            }
            int[] order = IndexSort.order(times, total);
            int[] sortedTable = new int[total];
            int[] sortedEvent = new int[total];
            for (int i = 0; i < total; i++) {
                sortedTable[i] = table[order[i]];
                sortedEvent[i] = event[order[i]];
            }
            return new Matched(sortedTable, sortedEvent);
        }

        int count() {
            return table.length;
        }
    }

    private EventFindings(List<ObservationTable> tables, EventRules rules, Matched matched, List<EventFinding> alerts) {
        this.tables = tables;
        this.rules = rules;
        this.matched = matched;
        this.alerts = alerts;
    }

    /**
     * What is found in ended tables: work for a job.
     *
     * @param rules by which the tables were read
     * @param detections of the same tables, by the rules that are reported and by those that are for correlations alone:
     *     their flagged sessions take part in correlations
     */
    public static EventFindings of(List<ObservationTable> tables, EventRules rules, List<Detection> detections) {
        Map<Long, ObservationTable> once = new TreeMap<>(); // of a file and its copy the events happened once
        tables.forEach(table -> once.putIfAbsent(table.input().fingerprint(), table));
        List<ObservationTable> inOrder = List.copyOf(once.values());
        Matched matched = Matched.of(inOrder);
        List<EventFinding> alerts = rules.correlations().isEmpty()
                ? List.of()
                : new EventCorrelation(inOrder, rules, matched).alerts(detections);
        return new EventFindings(inOrder, rules, matched, alerts);
    }

    /** What correlations made of events and flagged sessions, in order of time. */
    public List<EventFinding> alerts() {
        return alerts;
    }

    /** How many events some rule matches, whether it is reported for itself or not. */
    public int matched() {
        return matched.count();
    }

    /** The findings in order of time, each made when it is asked for; an event that several rules match is as many. */
    @Override
    public Iterator<EventFinding> iterator() {
        return new InOrder();
    }

    private final class InOrder implements Iterator<EventFinding> {
        private final Deque<EventFinding> ready = new ArrayDeque<>(); // of one event
        private int match;
        private int alert;

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && match < matched.count()) {
                ObservationTable table = tables.get(matched.table[match]);
                int event = matched.event[match++];
                rules(table.events(), event).forEach(rule -> ready.add(finding(table, event, rule.info(), null)));
            }
            return !ready.isEmpty() || alert < alerts.size();
        }

        @Override
        public EventFinding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            boolean early = alert < alerts.size()
                    && (ready.isEmpty()
                            || alerts.get(alert).time() < ready.getFirst().time());
            return early ? alerts.get(alert++) : ready.removeFirst();
        }
    }

    private List<Rule> rules(EventTable events, int event) {
        List<Rule> reported = new ArrayList<>(rules.of(events.verdict(event)));
        reported.removeIf(rules::isSilent);
        return reported;
    }

    static EventFinding finding(
            ObservationTable table, int event, RuleInfo rule, EventFinding.@Nullable Correlated correlated) {
        EventTable events = table.events();
        return new EventFinding(
                rule,
                events.time(event),
                table.input(),
                events.origin(event),
                events.hostName(event),
                events.hostAddress(event),
                events.user(event),
                events.kind(event),
                events.subject(event),
                correlated);
    }
}
