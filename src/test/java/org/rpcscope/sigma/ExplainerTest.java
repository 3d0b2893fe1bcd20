package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    @Test
    void everyPartIsAnsweredWithTheValueThatDecided() {
        Expression expression = Rules.expression(Rules.withDetection("""
            selection:
              Port: [80, 135]
              Host|cased|endswith: .LOCAL
              Ip|cidr: 10.0.0.0/8
            filter:
              User|neq: adm
            words: [evil]
            condition: selection and not filter and words
            """));
        Map<String, ?> fields = Map.of("Port", 135, "Host", "dc.local", "Note", "no evil");
        Value.Text host = new Value.Text("dc.local");
        Value.Whole port = new Value.Whole(135);
        Value.Text note = new Value.Text("no evil");
        Explanation selection = new Explanation.All(
                List.of(
                        new Explanation.Asked(
                                "Port = 80, or = 135", "Port", Explanation.Reason.PASSED, List.of(port), port),
                        new Explanation.Asked(
                                "Host is '*.LOCAL' in this case", "Host", Explanation.Reason.CASE, List.of(host), null),
                        new Explanation.Asked("Ip is in 10.0.0.0/8", "Ip", Explanation.Reason.ABSENT, List.of(), null)),
                false);
        Explanation filter = new Explanation.None(
                new Explanation.Asked("User is 'adm'", "User", Explanation.Reason.ABSENT, List.of(), null));
        Explanation words =
                new Explanation.Asked("any field is '*evil*'", "", Explanation.Reason.PASSED, List.of(note), note);
        assertEquals(
                new Explanation.All(
                        List.of(
                                new Explanation.Search("selection", selection),
                                new Explanation.None(new Explanation.Search("filter", filter)),
                                new Explanation.Search("words", words)),
                        false),
                Explainer.explain(expression, Event.of(fields)));
    }

    @Test
    void fieldsThatAreComparedShowBothValues() {
        Expression expression = Rules.expression(Rules.withItem("A|fieldref|startswith|cased: B"));
        Value.Text first = new Value.Text("foobar");
        Value.Text second = new Value.Text("FOO");
        assertEquals(
                new Explanation.Search(
                        "selection",
                        new Explanation.Asked(
                                "A starts with B in this case",
                                "A",
                                Explanation.Reason.CASE,
                                List.of(first, second),
                                null)),
                Explainer.explain(expression, Event.of(Map.of("A", "foobar", "B", "FOO"))));
    }
}
