package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Direction;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.EventTable;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.sigma.Alert;
import org.rpcscope.sigma.Correlator;
import org.rpcscope.sigma.Event;
import org.rpcscope.sigma.RowEvent;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.Value;

/**
 * Puts matched events and flagged sessions in the order of time before the correlations. A session counts at its start,
 * with the fields of the observation that knows best who opened it; both have the field {@link EventRules#HOST} besides:
 * the host of an event, the internal end of a session.
 */
final class EventCorrelation {

    private final List<ObservationTable> tables;
    private final EventRules rules;
    private final EventFindings.Matched matched;
    private final HostIdentities identities;

    EventCorrelation(List<ObservationTable> tables, EventRules rules, EventFindings.Matched matched) {
        this.tables = tables;
        this.rules = rules;
        this.matched = matched;
        this.identities = HostIdentities.of(tables);
    }

    /** Something that takes part: of a detection the session, or else a matched event. */
    private record Part(long time, @Nullable Detection detection, int number) {}

    List<EventFinding> alerts(List<Detection> detections) {
        List<Part> parts = parts(detections);
        Correlator correlator = new Correlator(rules.correlations(), Correlator.Limits.DEFAULT);
        List<EventFinding> alerts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            for (Alert alert : correlator.accept(part.time(), i, event(part), rules(part))) {
                add(alert, parts, alerts);
            }
        }
        correlator.finish().forEach(alert -> add(alert, parts, alerts));
        long[] times = alerts.stream().mapToLong(EventFinding::time).toArray();
        List<EventFinding> inOrder = new ArrayList<>(alerts.size());
        for (int i : IndexSort.order(times, times.length)) {
            inOrder.add(alerts.get(i));
        }
        return List.copyOf(inOrder);
    }

    private void add(Alert alert, List<Part> parts, List<EventFinding> alerts) {
        if (!rules.isSilent(alert.correlation())) {
            alerts.add(finding(alert, parts));
        }
    }

    private List<Part> parts(List<Detection> detections) {
        List<Part> parts = new ArrayList<>();
        for (Detection detection : detections) {
            for (int session : detection.flaggedSessions()) {
                parts.add(new Part(detection.sessions().start(session), detection, session));
            }
        }
        for (int i = 0; i < matched.count(); i++) {
            parts.add(new Part(events(i).time(matched.event()[i]), null, i));
        }
        long[] times = parts.stream().mapToLong(Part::time).toArray();
        List<Part> inOrder = new ArrayList<>(parts.size());
        for (int i : IndexSort.order(times, times.length)) {
            inOrder.add(parts.get(i));
        }
        return inOrder;
    }

    private EventTable events(int match) {
        return tables.get(matched.table()[match]).events();
    }

    private List<Rule> rules(Part part) {
        Detection detection = part.detection();
        return detection != null
                ? detection.rules(part.number())
                : rules.of(events(part.number()).verdict(matched.event()[part.number()]));
    }

    private Event event(Part part) {
        Detection detection = part.detection();
        if (detection != null) {
            return session(detection, part.number());
        }
        EventTable events = events(part.number());
        int event = matched.event()[part.number()];
        EventJudge.Verdict verdict = Objects.requireNonNull(events.verdict(event));
        Map<String, String> fields = new HashMap<>(verdict.kept());
        String host = identities.key(events.hostName(event), events.hostAddress(event));
        if (host != null) {
            fields.put(EventRules.HOST, host);
        }
        return Event.of(fields);
    }

    private Event session(Detection detection, int session) {
        Sessions sessions = detection.sessions();
        int best = sessions.best(session);
        ObservationTable table = sessions.tables().get(sessions.table(best));
        int row = sessions.row(best);
        boolean inbound = detection.direction(session) == Direction.INBOUND;
        int end = inbound ? table.destination(row) : table.source(row);
        String host = identities.key(null, table.pools().addresses().address(end));
        return new SessionEvent(new RowEvent(table, row), Objects.requireNonNull(host));
    }

    /** A row with its host. */
    private record SessionEvent(Event row, String host) implements Event {

        @Override
        public List<Value> values(String field) {
            return field.equals(EventRules.HOST) ? List.of(new Value.Text(host)) : row.values(field);
        }

        @Override
        public void forEach(BiConsumer<String, Value> action) {
            row.forEach(action);
            action.accept(EventRules.HOST, new Value.Text(host));
        }
    }

    private EventFinding finding(Alert alert, List<Part> parts) {
        Part last = parts.get((int) alert.event());
        EventFinding.Correlated correlated = new EventFinding.Correlated(alert.group(), alert.value());
        Detection detection = last.detection();
        if (detection == null) {
            ObservationTable table = tables.get(matched.table()[last.number()]);
            int event = matched.event()[last.number()];
            return EventFindings.finding(
                    table, event, alert.correlation().rule().info(), correlated);
        }
        Sessions sessions = detection.sessions();
        int best = sessions.best(last.number());
        ObservationTable table = sessions.tables().get(sessions.table(best));
        int row = sessions.row(best);
        return new EventFinding(
                alert.correlation().rule().info(),
                alert.time(),
                table.input(),
                table.origin(row),
                null,
                table.pools().addresses().address(table.source(row)),
                null,
                null,
                "",
                correlated);
    }
}
