package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.sigma.Expression;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.SessionRouting;

/**
 * Rules taken apart: for each pair of zones a rule is an expression over columns alone, or nothing. Rules
 * share most of these, so each different one is evaluated once. Immutable; any thread.
 */
final class RulePlan {

    private static final int NOTHING = -1;

    private final List<Rule> rules;
    private final List<Expression> expressions;
    private final int[] pairs; // of each expression: the pairs, as bits, under which it makes some rule match
    private final int[][] ofRule; // of each rule: the number of its expression under each pair, or NOTHING

    /** Rules that are not about sessions are left aside. */
    RulePlan(List<Rule> given) {
        rules = given.stream()
                .filter(rule -> SessionRouting.answers(rule.logSource()))
                .toList();
        Map<Expression, Integer> numbers = new LinkedHashMap<>();
        ofRule = new int[rules.size()][ZonePair.COUNT];
        for (int i = 0; i < ofRule.length; i++) {
            for (int pair = 0; pair < ZonePair.COUNT; pair++) {
                Expression open = Remainder.of(rules.get(i).expression(), pair);
                Integer fresh = numbers.size();
                ofRule[i][pair] = open.equals(Remainder.NEVER) ? NOTHING : numbers.computeIfAbsent(open, _ -> fresh);
            }
        }
        expressions = List.copyOf(numbers.keySet());
        pairs = new int[expressions.size()];
        for (int[] byPair : ofRule) {
            for (int pair = 0; pair < ZonePair.COUNT; pair++) {
                if (byPair[pair] != NOTHING) {
                    pairs[byPair[pair]] |= 1 << pair;
                }
            }
        }
    }

    /** The different expressions that have to be evaluated, none about zones. */
    List<Expression> expressions() {
        return expressions;
    }

    /** How many longs hold one bit for each expression. */
    int words() {
        return (expressions.size() + 63) >>> 6;
    }

    /**
     * The pairs of zones under which a session is flagged, as bits.
     *
     * @param matches the expressions that hold for the session, as bits
     * @param from the first of the words
     */
    int pairs(long[] matches, int from) {
        int mask = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (has(matches, from, i)) {
                mask |= pairs[i];
            }
        }
        return mask;
    }

    /** The rules that match under a pair of zones, in the order given. */
    List<Rule> rules(long[] matches, int from, int pair) {
        List<Rule> matching = new ArrayList<>();
        for (int i = 0; i < ofRule.length; i++) {
            int expression = ofRule[i][pair];
            if (expression != NOTHING && has(matches, from, expression)) {
                matching.add(rules.get(i));
            }
        }
        return matching;
    }

    /** The first rule of the worst level that matches under a pair of zones; at least one has to match. */
    Rule worst(long[] matches, int from, int pair) {
        Rule worst = null;
        for (int i = 0; i < ofRule.length; i++) {
            int expression = ofRule[i][pair];
            Rule rule = rules.get(i);
            if (expression != NOTHING
                    && has(matches, from, expression)
                    && (worst == null
                            || rule.info().level().compareTo(worst.info().level()) > 0)) {
                worst = rule;
            }
        }
        if (worst == null) {
            throw new IllegalArgumentException("no rule matches under this pair of zones");
        }
        return worst;
    }

    private static boolean has(long[] matches, int from, int expression) {
        return (matches[from + (expression >>> 6)] >>> expression & 1) != 0;
    }
}
