package org.rpcscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpcscope.sigma.Alert;
import org.rpcscope.sigma.Correlator;
import org.rpcscope.sigma.Event;
import org.rpcscope.sigma.EventEvaluator;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleBook;

/** A test of correlations: events with their times, and whether it fires, and how first. */
final class CorrelationCheck {

    /** Means and percentiles of others are rounded otherwise. */
    private static final double TOLERANCE = 1e-9;

    private final RuleBook book;
    private final Function<JsonNode, Event> events;

    CorrelationCheck(RuleBook book, Function<JsonNode, Event> events) {
        this.book = book;
        this.events = events;
    }

    /** What is compared of an alert. */
    private record Fired(
            long event,
            String rule,
            Map<String, String> group,
            @Nullable Double value) {

        boolean agrees(Fired other) {
            boolean sameValue = value == null
                    || (other.value != null
                            && Math.abs(value - other.value) <= TOLERANCE * Math.max(1, Math.abs(value)));
            return event == other.event && rule.equals(other.rule) && group.equals(other.group) && sameValue;
        }

        @Override
        public String toString() {
            return "event " + event + " '" + rule + "' " + group + (value == null ? "" : " " + value);
        }
    }

    /** In what the alerts differ from the row, or nothing. */
    String difference(JsonNode row) {
        List<Fired> got = fired(row.path("events"));
        List<Fired> expected = new ArrayList<>();
        row.path("expected_alerts").forEach(node -> expected.add(expected(node)));
        boolean fires = row.path("fires").asBoolean(!expected.isEmpty());
        if (fires == got.isEmpty()) {
            return "expected " + (fires ? "an alert" : "no alert") + ", got " + (fires ? "none" : got.getFirst());
        }
        if (fires && !expected.isEmpty() && !expected.getFirst().agrees(got.getFirst())) {
            return "expected " + expected.getFirst() + ", got " + got.getFirst();
        }
        return "";
    }

    private List<Fired> fired(JsonNode rows) {
        record Timed(long time, int number, Event event) {}
        List<Timed> inOrder = new ArrayList<>();
        for (JsonNode row : rows) {
            BigDecimal seconds = row.path("t").decimalValue();
            long time = seconds.movePointRight(9).longValue();
            inOrder.add(new Timed(time, inOrder.size(), events.apply(row.path("event"))));
        }
        inOrder.sort(Comparator.comparingLong(Timed::time));
        Correlator correlator = new Correlator(book.correlations(), Correlator.Limits.DEFAULT);
        List<Alert> alerts = new ArrayList<>();
        for (Timed each : inOrder) {
            List<Rule> matched = book.rules().stream()
                    .filter(rule -> EventEvaluator.matches(rule.expression(), each.event()))
                    .toList();
            alerts.addAll(correlator.accept(each.time(), each.number(), each.event(), matched));
        }
        alerts.addAll(correlator.finish());
        return alerts.stream().map(CorrelationCheck::fired).toList();
    }

    private static Fired fired(Alert alert) {
        return new Fired(alert.event(), alert.correlation().rule().info().title(), alert.group(), alert.value());
    }

    private static Fired expected(JsonNode node) {
        Map<String, String> group = new LinkedHashMap<>();
        node.path("group")
                .properties()
                .forEach(entry -> group.put(entry.getKey(), entry.getValue().asText()));
        JsonNode value = node.path("value");
        return new Fired(
                node.path("event_index").asLong(),
                node.path("rule").asText(),
                group,
                value.isNumber() ? value.asDouble() : null);
    }
}
