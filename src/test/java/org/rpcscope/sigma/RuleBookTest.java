package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.query.FieldNames;

/** What documents say of each other, and what is wrong with it. */
class RuleBookTest {

    private static final String FILTER = "title: Except\nlogsource: {category: test}\nfilter:\n";

    @Test
    void aFilterIsOneMoreConditionOfTheRulesItIsAbout() {
        RuleBook book = book(named("a", "F: 1") + named("b", "F: 1") + FILTER
                + "  rules: [a]\n  selection: {U: adm}\n  condition: not selection\n");
        assertEquals(List.of("a", "b"), matching(book, Map.of("F", 1)));
        assertEquals(List.of("b"), matching(book, Map.of("F", 1, "U", "ADM")));
        assertEquals(List.of(), matching(book, Map.of("F", 2)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
        {category: test}                    ; 0
        {category: TEST}                    ; 0
        {category: other}                   ; 1
        {category: test, product: windows}  ; 1
        """)
    void aFilterCoversRulesForItsLogSourceAndWhatIsMoreSpecial(String source, int matches) {
        RuleBook book = book(named("a", "F: 1") + FILTER.replace("{category: test}", source)
                + "  rules: any\n  selection: {U: adm}\n  condition: not selection\n");
        assertEquals(matches, matching(book, Map.of("F", 1, "U", "adm")).size());
    }

    @Test
    void namesNeverCrossBetweenRuleAndFilter() {
        RuleBook book = book(Rules.withDetection("selection_a:\n  F: 1\ncondition: all of them") + "---\n" + FILTER
                + "  rules: []\n  selection_b: {F: 2}\n  condition: not 1 of selection_*\n");
        assertEquals(1, matching(book, Map.of("F", 1)).size());
    }

    @Test
    void aFilterThatNegatesNothingOrIsAboutNobodyIsWarnedAbout() {
        RuleFile file = Rules.read(FILTER + "  rules: [nobody]\n  selection: {U: adm}\n  condition: selection\n");
        assertEquals(
                List.of("line 4: the filter's condition has no 'not': it keeps only what it describes"),
                file.warnings());
        assertEquals(
                List.of("test.yml: line 1: the filter is about the rule 'nobody', which is not here"),
                RuleBook.of(List.of(file), FieldNames.none()).warnings());
    }

    @Test
    void rulesThatACorrelationNamesAreSilentUnlessItGenerates() {
        String counted = named("a", "F: 1") + correlation("Many", "many", "a");
        assertEquals(1, book(counted).silent().size());
        assertEquals(0, book(counted + "  generate: true\n").silent().size());
    }

    @Test
    void correlationsThatCannotBeLinkedAreRejected() {
        RuleBook book = RuleBook.of(
                List.of(Rules.read(named("a", "F: 1")
                        + named("b", "F: 1")
                        + named("b", "F: 2")
                        + correlation("Absent", "absent", "nobody")
                        + correlation("Twice", "twice", "b")
                        + correlation("First", "first", "second")
                        + correlation("Second", "second", "first")
                        + correlation("Upon", "upon", "absent"))),
                FieldNames.none());
        assertEquals(
                List.of(
                        "Absent: there is no rule 'nobody'",
                        "Twice: several rules are called 'b'",
                        "First: the correlation names itself, by way of others",
                        "Second: the correlation 'first' is rejected",
                        "Upon: the correlation 'absent' is rejected"),
                book.rejected().stream()
                        .map(rejected -> rejected.title() + ":"
                                + rejected.faults().getFirst().replaceFirst("line \\d+:", ""))
                        .toList());
        assertEquals(List.of(), book.correlations());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '#', textBlock = """
        {type: nonsense, rules: [a], group-by: [u], timespan: 1m, condition: {gte: 2}}     # there is no type 'nonsense'
        {type: event_count, group-by: [u], timespan: 1m, condition: {gte: 2}}              # the correlation names no rules
        {type: event_count, rules: [a], group-by: [u], condition: {gte: 2}}                # the timespan is missing
        {type: event_count, rules: [a], group-by: [u], timespan: 5x, condition: {gte: 2}}  # '5x' is not a timespan
        {type: event_count, rules: [a], group-by: [u], timespan: 1m}                       # the condition is missing
        {type: event_count, rules: [a], group-by: [u], timespan: 1m, condition: a}         # a correlation of type 'event_count' wants a map as its condition
        {type: event_count, rules: [a], group-by: [u], timespan: 1m, condition: {field: v, gte: 2}} # the condition of type 'event_count' has no 'field'
        {type: event_count, rules: [a], group-by: [u], timespan: 1m, condition: {}}        # the condition has no bound
        {type: event_count, rules: [a], group-by: [u], timespan: 1m, condition: {gte: x}}  # 'gte' wants a number
        {type: value_count, rules: [a], group-by: [u], timespan: 1m, condition: {gte: 2}}  # the condition names no field
        {type: value_sum, rules: [a], group-by: [u], timespan: 1m, condition: {gte: 2, field: [v, w]}} # the condition names more than one field
        {type: value_percentile, rules: [a], group-by: [u], timespan: 1m, condition: {gte: 2, field: v, percentile: 101}} # a percentile lies between 0 and 100
        {type: temporal, rules: [a, b], group-by: [u], timespan: 1m, condition: a}         # condition: the rule 'b' is not named
        {type: temporal, rules: [a], group-by: [u], timespan: 1m, condition: a and c}      # condition: 'c' is no rule of the correlation
        {type: temporal, rules: [a], group-by: [u], timespan: 1m, condition: (a}           # condition: a parenthesis is not closed
        {type: temporal, rules: [a], group-by: [u], timespan: 1m, window: tumbling}        # a correlation has no 'window'
        {type: temporal, rules: [a], group-by: [u], timespan: 1m, generate: perhaps}       # 'generate' wants true or false
        {type: temporal, rules: [a], group-by: [u], timespan: 1m, aliases: {x: {b: y}}}    # the alias 'x' is for 'b', which the correlation does not name
        """)
    void aCorrelation(String correlation, String fault) {
        assertEquals(List.of("line 2: " + fault), Rules.faults("title: X\ncorrelation: " + correlation + "\n"));
    }

    @Test
    void aConditionThatExplodesIsRejected() {
        StringBuilder condition = new StringBuilder("a");
        StringBuilder names = new StringBuilder("a");
        for (int i = 0; i < 20; i++) {
            condition.append(" and (b").append(i).append(" or c").append(i).append(')');
            names.append(", b").append(i).append(", c").append(i);
        }
        assertEquals(
                List.of("line 2: condition: stands for more than 256 combinations"),
                Rules.faults("title: X\ncorrelation: {type: temporal, rules: [" + names
                        + "], group-by: [u], timespan: 1m, condition: " + condition + "}\n"));
    }

    @Test
    void documentsThatShareParts() {
        RuleFile file = Rules.read("""
            action: global
            title: Shared
            logsource: {category: test}
            ---
            detection: {a: {F: 1}, condition: a}
            ---
            action: repeat
            detection: {a: {F: 2}}
            ---
            action: reset
            ---
            title: Alone
            logsource: {category: other}
            detection: {a: {F: 3}, condition: a}
            """);
        assertEquals(List.of(), file.rejected());
        RuleBook book = RuleBook.of(List.of(file), FieldNames.none());
        assertEquals(
                List.of("Shared", "Shared", "Alone"),
                book.rules().stream().map(rule -> rule.info().title()).toList());
        assertEquals(List.of("Shared"), matching(book, Map.of("F", 2)));
        assertEquals(List.of("Alone"), matching(book, Map.of("F", 3)));
    }

    private static List<String> matching(RuleBook book, Map<String, ?> fields) {
        return book.rules().stream()
                .filter(rule -> EventEvaluator.matches(rule.expression(), Event.of(fields)))
                .map(rule -> rule.info().title())
                .toList();
    }

    private static String named(String name, String item) {
        return Rules.withItem(item).replace("title: Case", "title: " + name + "\nname: " + name) + "---\n";
    }

    private static String correlation(String title, String name, String rule) {
        return "---\ntitle: " + title + "\nname: " + name + "\ncorrelation:\n  type: event_count\n  rules: [" + rule
                + "]\n  group-by: [u]\n  timespan: 1m\n  condition: {gte: 2}\n";
    }

    private static RuleBook book(String yaml) {
        RuleBook book = RuleBook.of(List.of(Rules.read(yaml)), FieldNames.none());
        assertEquals(List.of(), book.rejected());
        return book;
    }
}
