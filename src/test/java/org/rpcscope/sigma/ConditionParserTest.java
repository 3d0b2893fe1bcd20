package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionParserTest {

    private final Faults faults = new Faults();
    private final Faults warnings = new Faults();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        a                                 ; a
        a or b and not c                  ; (a | (b & !c))
        (a or b) and c                    ; ((a | b) & c)
        a and (b and c)                   ; (a & b & c)
        not not a                         ; !!a
        not a and b                       ; (!a & b)
        note and pad                      ; (note & pad)
        a-b or _h                         ; (a-b | _h)
        1 of s_*                          ; (s_1 | s_2)
        any of s_*                        ; (s_1 | s_2)
        all of s_*                        ; (s_1 & s_2)
        not 1 of s_*                      ; !(s_1 | s_2)
        1 of s_1                          ; s_1
        1 of *_1                          ; s_1
        1 of s*1                          ; s_1
        1 of _*                           ; _h
        1 of *h                           ; false
        all of nothing*                   ; true
        a and 1 of s_* or b               ; ((a & (s_1 | s_2)) | b)
        all of them                       ; (a & b & c & note & pad & a-b & s_1 & s_2)
        (((a)))                           ; a
        a and(b)or(c)                     ; ((a & b) | c)
        """)
    void conditionsAreReadByPrecedence(String condition, String expected) {
        Expression expression = parse(condition, "a", "b", "c", "note", "pad", "a-b", "s_1", "s_2", "_h");
        assertEquals(expected, written(expression));
        assertEquals(List.of(), faults.lines());
    }

    @Test
    void aPatternThatMatchesNothingIsAWarning() {
        parse("a and not 1 of filter_*", "a");
        assertEquals(
                List.of("line 7: condition: no search is called 'filter_*': '1 of' is always false"), warnings.lines());
    }

    @Test
    void searchesMayBeCalledLikeTheWordsOfQuantities() {
        assertEquals("(all & of)", written(parse("all and of", "all", "of")));
    }

    @Test
    void nestingHasAnEnd() {
        parse("(".repeat(65) + "a" + ")".repeat(65), "a");
        parse("not ".repeat(100_000) + "a", "a");
        parse("(".repeat(100_000), "a");
        assertEquals(List.of("line 7: condition: is nested more than 64 deep"), faults.lines());
    }

    @Test
    void whatAConditionAsksAboutHasAnEnd() {
        parse("a or ".repeat(50_000) + "a", "a");
        assertEquals(List.of("line 7: condition: asks about more than 50000 items"), faults.lines());
    }

    private Expression parse(String condition, String... names) {
        Map<String, Expression> searches = new LinkedHashMap<>();
        for (String name : names) {
            searches.put(name, new Expression.Item(name, new PresenceTest(true)));
        }
        return new ConditionParser(searches, faults, warnings).parse(condition, 7);
    }

    private static String written(Expression expression) {
        return switch (expression) {
            case Expression.And(var parts) -> written(parts, " & ");
            case Expression.Or(var parts) -> written(parts, " | ");
            case Expression.Not(var part) -> "!" + written(part);
            case Expression.Search(var name, var ignored) -> name;
            case Expression.Item _, Expression.AnyField _, Expression.FieldPair _, Expression.SomeOperation _ ->
                expression.toString();
            case Expression.Always(var value) -> String.valueOf(value);
        };
    }

    private static String written(List<Expression> parts, String between) {
        List<String> texts = new ArrayList<>();
        parts.forEach(part -> texts.add(written(part)));
        return "(" + String.join(between, texts) + ")";
    }
}
