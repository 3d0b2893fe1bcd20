package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules that are made to take for ever: each is rejected, or has answered long before anybody would notice. An engine that
 * tries one way after the other would need longer than the universe is old, so the limit here may be generous.
 */
class ExplosionTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String LONG = "a".repeat(100_000);

    private static List<Rule> matching(String yaml, Map<String, String> fields) {
        return assertTimeoutPreemptively(LIMIT, () -> {
            RuleFile file = Rules.read(yaml);
            assertEquals(List.of(), file.rejected());
            EventMatcher matcher = new EventMatcher(new RuleIndex(file.rules()));
            return matcher.matches(new LogSource("test", null, null), Event.of(fields));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|a)*$", "(a|aa)+$", "(.*a){20}$", "(.*)(.*)(.*)(.*)(.*)b$", "([a-z]+)*\\d?$"})
    void expressionsThatTryAllWaysElsewhereAnswerHere(String regex) {
        assertEquals(List.of(), matching(Rules.withItem("F|re: '^" + regex + "'"), Map.of("F", LONG + "!")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{1,100}){1,100}){1,100}", "(((a?){100}){100}){100}a"})
    void expressionsThatWriteThemselvesOutAreRejected(String regex) {
        assertEquals(
                List.of("line 6: field 'F': the regular expression is too large"),
                assertTimeoutPreemptively(LIMIT, () -> Rules.faults(Rules.withItem("F|re: '" + regex + "'"))));
    }

    @Test
    void patternsOfManyStarsAnswer() {
        String pattern = "*a".repeat(200) + "*b*?*" + "a*".repeat(200) + "c";

        assertEquals(List.of(), matching(Rules.withItem("F: '" + pattern + "'"), Map.of("F", LONG)));
    }

    @Test
    void conditionsThatRepeatThemselvesAnswerOrAreRejected() {
        assertEquals(1, matching(repeating(100), Map.of("F", LONG)).size());
        assertEquals(
                List.of("line 805: condition: asks about more than 50000 items"),
                assertTimeoutPreemptively(LIMIT, () -> Rules.faults(repeating(400))));
    }

    /** So many searches, each of them named by so many parts of the condition. */
    private static String repeating(int times) {
        StringBuilder detection = new StringBuilder();
        StringJoiner condition = new StringJoiner(" and ");
        for (int i = 0; i < times; i++) {
            detection
                    .append("s")
                    .append(i)
                    .append(":\n  F|contains: x")
                    .append(i)
                    .append('\n');
            condition.add("(1 of s* or not all of s*)");
        }
        return Rules.withDetection(detection + "condition: " + condition);
    }

    @Test
    void listsOfManyValuesAnswer() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            values.add("'*" + "a".repeat(i % 50) + i + "*'");
        }

        Map<String, String> fields = Map.of("F", LONG.substring(0, 4_000));
        assertEquals(List.of(), matching(Rules.withItem("F: [" + String.join(", ", values) + "]"), fields));
    }
}
