package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.rpcscope.query.FieldNames;

/** However an event is asked, alone, by way of the index or explained, the answer is that of the plain interpreter. */
class EventMatcherPropertyTest {

    private static final LogSource UNKNOWN = new LogSource(null, null, null);

    private static final List<String> ITEMS = List.of(
            "F: foo",
            "F: 'f*o'",
            "F: '*'",
            "F: ''",
            "F: null",
            "F: 42",
            "F|exists: true",
            "F|exists: false",
            "F|contains: [oo, ab]",
            "F|contains|all: [f, o]",
            "F|startswith: FO",
            "F|endswith|cased: O",
            "F|cased: 'F*'",
            "F|neq: [foo, bar]",
            "F|re: 'fo+(o|x)'",
            "F|re|i: 'FOO\\\\d{1,2}'",
            "F|gt: 10",
            "F|cidr: [10.0.0.0/8, 'fc00::/7']",
            "F|windash|contains: ' -foo'",
            "F|base64offset|contains: foo",
            "F|fieldref: G",
            "F|fieldref|neq|contains: G",
            "F|hour: 10",
            "G.H: foo",
            "G.H|contains: '/foo'",
            "G|exists: true",
            "'|all': [foo, '4?']",
            "'|re': 'ba[rz]'");
    private static final List<Object> VALUES = Arrays.asList(
            "foo",
            "FOO",
            "fo",
            "foo12",
            "bar",
            "",
            "a ab",
            "42",
            "42.0",
            "x /foo",
            "x \u2013foo",
            "Zm9v",
            "10.1.2.3",
            "fd00::1",
            "2026-11-24T10:00:00Z",
            42,
            43L,
            true,
            null,
            List.of(),
            List.of("bar", "foo"),
            Map.of("H", "foo"),
            List.of(Map.of("H", "x/foo"), Map.of("I", 1)),
            Map.of("H", List.of("foo", 4)));

    @Property(tries = 300)
    void theIndexGivesTheAnswersOfEachRuleAskedByItself(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rules.addAll(new RuleReader(FieldNames.none())
                    .read("r.yml", rule(random, i))
                    .rules());
        }
        assertEquals(12, rules.size());
        EventMatcher matcher = new EventMatcher(new RuleIndex(rules));
        for (int i = 0; i < 10; i++) {
            Map<String, Object> fields = event(random);
            Event event = Event.of(fields);
            List<Rule> plain = rules.stream()
                    .filter(rule -> PlainEvaluator.matches(rule.expression(), fields))
                    .toList();
            List<Rule> alone = rules.stream()
                    .filter(rule -> EventEvaluator.matches(rule.expression(), event))
                    .toList();
            List<Rule> explained = rules.stream()
                    .filter(rule -> Explainer.explain(rule.expression(), event).holds())
                    .toList();
            assertEquals(titles(plain), titles(alone), () -> said(fields, rules));
            assertEquals(titles(plain), titles(matcher.matches(UNKNOWN, event)), () -> said(fields, rules));
            assertEquals(titles(plain), titles(explained), () -> said(fields, rules));
        }
    }

    /** Something that holds nearly always would prove little. */
    @Property(tries = 1)
    void someOfTheRulesMatchAndSomeDoNot() {
        SplittableRandom random = new SplittableRandom(1);
        int matches = 0;
        for (int i = 0; i < 1000; i++) {
            RuleFile file = new RuleReader(FieldNames.none()).read("r.yml", rule(random, i));
            matches += EventEvaluator.matches(file.rules().getFirst().expression(), Event.of(event(random))) ? 1 : 0;
        }
        assertTrue(matches > 200 && matches < 800, "of 1000 match " + matches);
    }

    private static String said(Map<String, Object> fields, List<Rule> rules) {
        return fields + "\n"
                + String.join(
                        "\n", rules.stream().map(rule -> rule.info().yaml()).toList());
    }

    private static List<String> titles(List<Rule> rules) {
        return rules.stream().map(rule -> rule.info().title()).toList();
    }

    private static String rule(SplittableRandom random, int number) {
        StringBuilder detection = new StringBuilder();
        for (String name : List.of("a", "b", "c")) {
            if (random.nextInt(6) == 0) {
                detection.append(name).append(": [oo, 4]\n");
                continue;
            }
            detection.append(name).append(":\n");
            int items = 1 + random.nextInt(2);
            int first = random.nextInt(ITEMS.size());
            for (int i = 0; i < items; i++) {
                detection
                        .append("  - ")
                        .append(ITEMS.get((first + i * 7) % ITEMS.size()))
                        .append('\n');
            }
        }
        List<String> conditions =
                List.of("a and not b", "a or b and c", "not (a or b)", "1 of them", "all of them", "not not c", "a");
        detection.append("condition: ").append(conditions.get(random.nextInt(conditions.size())));
        return Rules.withDetection(detection.toString()).replace("title: Case", "title: " + number);
    }

    private static Map<String, Object> event(SplittableRandom random) {
        Map<String, Object> fields = new HashMap<>();
        for (String name : List.of("F", "G", "G.H", "K")) {
            if (random.nextInt(3) > 0) {
                fields.put(name, VALUES.get(random.nextInt(VALUES.size())));
            }
        }
        return fields;
    }
}
