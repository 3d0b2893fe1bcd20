package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.query.FieldNames;

/** Which correlations fire, at which event and with what measure. An event is written as {@code second:rule:value}. */
class CorrelatorTest {

    @ParameterizedTest(name = "{0} {1} of {2}: {3}")
    @CsvSource(delimiter = ';', textBlock = """
        event_count      ; gte: 2             ; 0:a 10:a             ; 1=2.0
        event_count      ; gte: 2             ; 0:a 11:a             ;
        event_count      ; gte: 2             ; 8:a 9:b 12:a         ; 1=2.0 2=3.0
        event_count      ; gt: 2              ; 0:a 1:a 2:a          ; 2=3.0
        event_count      ; eq: 2              ; 0:a 1:a 2:a          ; 1=2.0
        event_count      ; lt: 2              ; 0:a 1:a              ;
        event_count      ; lt: 2              ; 0:a 1:a 20:a         ; 2=1.0
        event_count      ; lte: 2             ; 0:a 1:a              ; 1=2.0
        event_count      ; neq: 2             ; 0:a 1:a 2:a          ; 2=3.0
        event_count      ; gte: 2, lte: 3     ; 0:a 1:a 2:a 3:a      ;
        event_count      ; gte: 2, lte: 3     ; 0:a 1:a 2:a          ; 2=3.0
        value_count      ; gte: 2, field: v   ; 0:a:x 1:a:x 2:a:y    ; 2=2.0
        value_count      ; gte: 2, field: v   ; 0:a:x 11:a:y         ;
        value_sum        ; gt: 10, field: v   ; 0:a:6 1:a:no 2:a:5.5 ; 2=11.5
        value_sum        ; gt: 10, field: v   ; 0:a:6 11:a:5         ;
        value_avg        ; lt: 5, field: v    ; 0:a:8 1:a:1          ; 1=4.5
        value_median     ; gte: 4, field: v   ; 0:a:1 1:a:7          ; 1=4.0
        value_percentile ; gte: 9, field: v, percentile: 75 ; 0:a:0 1:a:4 2:a:12 3:a:20 ; 3=14.0
        temporal         ;                    ; 0:b 1:a              ; 1=2.0
        temporal         ;                    ; 0:a 1:a              ;
        temporal_ordered ;                    ; 0:b 1:a              ;
        temporal_ordered ;                    ; 0:b 1:a 2:b          ; 2=2.0
        temporal_ordered ;                    ; 5:b 5:a              ; 1=2.0
        """)
    void aType(String type, String condition, String events, String alerts) {
        String demand = condition == null ? "" : "\n  condition: {" + condition + "}";
        String rest = "  type: " + type + "\n  rules: [a, b]\n  group-by: [u]\n  timespan: 10s" + demand;
        assertEquals(alerts == null ? "" : alerts, run(correlation(rest), events));
    }

    @ParameterizedTest(name = "{0} {1} of {2}: {3}")
    @CsvSource(delimiter = ';', textBlock = """
        temporal         ; a and b            ; 0:b 1:a              ; 1=null
        temporal         ; a or b             ; 0:b                  ; 0=null
        temporal         ; a and not b        ; 0:a 5:b              ;
        temporal         ; a and not b        ; 0:a 11:b             ; 0=null
        temporal         ; not (a and not b) and (a or b) ; 0:b       ; 0=null
        temporal_ordered ; a and b            ; 0:b 1:a              ;
        temporal_ordered ; a or b             ; 0:b 1:a              ; 0=null 1=null
        """)
    void aConditionOverRules(String type, String condition, String events, String alerts) {
        String rest = "  type: " + type + "\n  rules: [a, b]\n  group-by: [u]\n  timespan: 10s\n  condition: '"
                + condition + "'";
        assertEquals(alerts == null ? "" : alerts, run(correlation(rest), events));
    }

    @Test
    void eventsOfOtherGroupsAreOthersAndThoseWithoutAGroupAreCounted() {
        RuleBook book = book(correlation(
                "  type: event_count\n  rules: [a]\n  group-by: [u]\n  timespan: 10s\n" + "  condition: {gte: 2}"));
        Correlator correlator = new Correlator(book.correlations(), Correlator.Limits.DEFAULT);
        List<Rule> rule = List.of(book.rules().getFirst());
        assertEquals(List.of(), correlator.accept(0, 0, Event.of(Map.of("u", "x")), rule));
        assertEquals(List.of(), correlator.accept(1, 1, Event.of(Map.of("u", "X")), rule));
        assertEquals(List.of(), correlator.accept(2, 2, Event.of(Map.of()), rule));
        List<Alert> alerts = correlator.accept(3, 3, Event.of(Map.of("u", "x")), rule);
        assertEquals(List.of(new Alert(book.correlations().getFirst(), 3, 3, Map.of("u", "x"), 2.0)), alerts);
        assertEquals(1, correlator.left());
    }

    @Test
    void anEventThatComesLateIsPutInItsPlaceUnlessItIsTooLate() {
        RuleBook book =
                book(correlation("  type: temporal_ordered\n  rules: [a, b]\n  group-by: [u]\n  timespan: 10s"));
        assertEquals("1=2.0", run(book, "9:b 5:a", Correlator.Limits.DEFAULT));
        assertEquals("", run(book, "30:b 5:a", Correlator.Limits.DEFAULT));
    }

    @Test
    void whatIsKeptIsBounded() {
        RuleBook book = book(correlation(
                "  type: event_count\n  rules: [a]\n  group-by: [v]\n  timespan: 1h\n" + "  condition: {gte: 3}"));
        assertEquals("2=3.0", run(book, "0:a:x 1:a:x 2:a:x", new Correlator.Limits(2, 3)));
        assertEquals("", run(book, "0:a:x 1:a:x 2:a:x", new Correlator.Limits(2, 2)));
        assertEquals("", run(book, "0:a:x 1:a:x 2:a:y 3:a:z 4:a:x", new Correlator.Limits(2, 3)));
    }

    @Test
    void aCorrelationLooksAtTheAlertsOfAnother() {
        String inner = correlation("  type: event_count\n  rules: [a]\n  group-by: [u]\n  timespan: 10s\n"
                        + "  condition: {gte: 2}")
                .replace("title: Many", "title: Inner\nname: inner");
        String outer = "---\ntitle: Outer\ncorrelation:\n  type: temporal_ordered\n  rules: [inner, b]\n"
                + "  group-by: [user]\n  timespan: 20s\n  aliases: {user: {inner: u, b: u}}\n";
        assertEquals("1=2.0 2=2.0", run(inner + outer, "0:a 1:a 5:b"));
        assertEquals("2=2.0", run(inner + outer, "0:b 1:a 5:a"));
    }

    private static String run(String yaml, String events) {
        return run(book(yaml), events, Correlator.Limits.DEFAULT);
    }

    private static String run(RuleBook book, String events, Correlator.Limits limits) {
        Correlator correlator = new Correlator(book.correlations(), limits);
        List<Alert> alerts = new ArrayList<>();
        int number = 0;
        for (String text : events.split(" ")) {
            String[] parts = text.split(":");
            Event event = Event.of(Map.of("u", "x", "v", parts.length > 2 ? parts[2] : ""));
            List<Rule> matched = book.rules().stream()
                    .filter(rule -> rule.info().name().equals(parts[1]))
                    .toList();
            alerts.addAll(correlator.accept(Long.parseLong(parts[0]) * Correlator.SECOND, number++, event, matched));
        }
        alerts.addAll(correlator.finish());
        return String.join(
                " ",
                alerts.stream()
                        .map(alert -> alert.event() + "=" + alert.value())
                        .toList());
    }

    private static String correlation(String rest) {
        return rule("a") + rule("b") + "title: Many\ncorrelation:\n" + rest + "\n";
    }

    private static String rule(String name) {
        return Rules.withItem("F: " + name).replace("title: Case", "title: Case\nname: " + name) + "---\n";
    }

    private static RuleBook book(String yaml) {
        RuleBook book = RuleBook.of(List.of(Rules.read(yaml)), FieldNames.none());
        assertEquals(List.of(), book.rejected());
        return book;
    }
}
