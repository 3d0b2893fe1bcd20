package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.rpcscope.query.FieldNames;

/** Short ways to write rules in tests. */
final class Rules {

    private Rules() {}

    /** A rule with this detection, whose lines are indented by two; the detection starts on line 5. */
    static String withDetection(String detection) {
        return "title: Case\nlogsource:\n  category: test\ndetection:\n" + detection.indent(2);
    }

    /** A rule with one search of one item, on line 6. */
    static String withItem(String item) {
        return withDetection("selection:\n" + item.indent(2) + "condition: selection");
    }

    static RuleFile read(String yaml) {
        return new RuleReader(FieldNames.none()).read("test.yml", yaml);
    }

    /** The expression of the one rule, which has to be usable. */
    static Expression expression(String yaml) {
        RuleFile file = read(yaml);
        assertEquals(List.of(), file.rejected());
        return file.rules().getFirst().expression();
    }

    static boolean matches(String yaml, Map<String, ?> event) {
        return PlainEvaluator.matches(expression(yaml), event);
    }

    /** The faults of the one rule, which has to be rejected. */
    static List<String> faults(String yaml) {
        RuleFile file = read(yaml);
        assertEquals(List.of(), file.rules());
        return file.rejected().getFirst().faults();
    }
}
