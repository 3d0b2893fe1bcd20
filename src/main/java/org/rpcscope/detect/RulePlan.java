package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.sigma.Expression;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.SessionRouting;

/**
 * Rules and their exceptions taken apart: for each pair of zones a rule is an expression over columns alone, or nothing, and
 * so is what an exception takes away. Rules share most of these, so each different one is evaluated once.
 *
 * <p>A rule matches a session where its expression holds for one of the session's observations; an exception takes it away
 * where its condition fails for one of them. So a user whom only a log knows is excepted in the capture too. Immutable; any
 * thread.
 */
final class RulePlan {

    private static final int NOTHING = -1;

    /** Of an exception that is not about a rule. */
    private static final int[] NOBODY = nobody();

    private final List<Rule> rulesGiven;
    private final List<Rule> rules; // of those given
    private final List<FilterRule> given;
    private final List<FilterRule> exceptions; // of those given
    private final List<Expression> expressions; // those of rules first
    private final int matching; // how many are of rules
    private final int[] pairs; // of each expression of rules: the pairs, as bits, under which some rule matches
    private final int[][] ofRule; // of each rule: the number of its expression under each pair, or NOTHING
    private final int[][][]
            taking; // of each exception and rule: the same for what it takes away, NOBODY for other rules

    /** Rules that are not about sessions are left aside, and so are exceptions that are about none of the rules. */
    RulePlan(List<Rule> givenRules, List<FilterRule> givenExceptions) {
        rulesGiven = List.copyOf(givenRules);
        rules = rulesGiven.stream()
                .filter(rule -> SessionRouting.answers(rule.logSource()))
                .toList();
        given = List.copyOf(givenExceptions);
        exceptions = given.stream()
                .filter(exception -> rules.stream().anyMatch(exception::covers))
                .toList();
        Map<Expression, Integer> numbers = new LinkedHashMap<>();
        ofRule = rules.stream()
                .map(rule -> remainders(rule.expression(), numbers))
                .toArray(int[][]::new);
        matching = numbers.size();
        taking = new int[exceptions.size()][rules.size()][];
        for (int e = 0; e < taking.length; e++) {
            for (int r = 0; r < rules.size(); r++) {
                boolean covers = exceptions.get(e).covers(rules.get(r));
                taking[e][r] = covers ? remainders(taken(exceptions.get(e), rules.get(r)), numbers) : NOBODY;
            }
        }
        expressions = List.copyOf(numbers.keySet());
        pairs = new int[matching];
        for (int[] byPair : ofRule) {
            for (int pair = 0; pair < ZonePair.COUNT; pair++) {
                if (byPair[pair] != NOTHING) {
                    pairs[byPair[pair]] |= 1 << pair;
                }
            }
        }
    }

    private static int[] nobody() {
        int[] byPair = new int[ZonePair.COUNT];
        Arrays.fill(byPair, NOTHING);
        return byPair;
    }

    private static int[] remainders(Expression expression, Map<Expression, Integer> numbers) {
        int[] byPair = new int[ZonePair.COUNT];
        for (int pair = 0; pair < ZonePair.COUNT; pair++) {
            Expression open = Remainder.of(expression, pair);
            Integer fresh = numbers.size();
            byPair[pair] = open.equals(Remainder.NEVER) ? NOTHING : numbers.computeIfAbsent(open, _ -> fresh);
        }
        return byPair;
    }

    /** A rule about operations is taken away where none of those that it matches is left. */
    private static Expression taken(FilterRule exception, Rule rule) {
        if (rule.expression() instanceof Expression.SomeOperation(Expression operation)) {
            Expression left = Expression.and(List.of(operation, exception.expression()));
            return Expression.and(List.of(rule.expression(), new Expression.Not(new Expression.SomeOperation(left))));
        }
        return exception.expression() instanceof Expression.Not(Expression part)
                ? part
                : new Expression.Not(exception.expression());
    }

    /** The same rules with other exceptions. The expressions of the rules keep their numbers. */
    RulePlan with(List<FilterRule> others) {
        return new RulePlan(rulesGiven, others);
    }

    /** The exceptions, those that are about none of the rules among them. */
    List<FilterRule> given() {
        return given;
    }

    /** Whether it was made of the same. */
    boolean isOf(List<Rule> otherRules, List<FilterRule> otherExceptions) {
        return rulesGiven.equals(otherRules) && given.equals(otherExceptions);
    }

    /** The different expressions that have to be evaluated, none about zones; those of rules first. */
    List<Expression> expressions() {
        return expressions;
    }

    /** How many of the {@link #expressions} are of rules; the others are what exceptions take away. */
    int matching() {
        return matching;
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
        for (int i = 0; i < matching; i++) {
            if (has(matches, from, i)) {
                mask |= pairs[i];
            }
        }
        for (int pair = 0; !exceptions.isEmpty() && pair < ZonePair.COUNT; pair++) {
            if ((mask >>> pair & 1) != 0 && !flags(matches, from, pair)) {
                mask &= ~(1 << pair);
            }
        }
        return mask;
    }

    private boolean flags(long[] matches, int from, int pair) {
        for (int r = 0; r < ofRule.length; r++) {
            if (holds(ofRule[r], matches, from, pair) && !taken(r, matches, from, pair)) {
                return true;
            }
        }
        return false;
    }

    /** The rules that match under a pair of zones and are not taken away, in the order given. */
    List<Rule> rules(long[] matches, int from, int pair) {
        List<Rule> found = new ArrayList<>();
        for (int r = 0; r < ofRule.length; r++) {
            if (holds(ofRule[r], matches, from, pair) && !taken(r, matches, from, pair)) {
                found.add(rules.get(r));
            }
        }
        return found;
    }

    /** The exceptions that take a rule away which matches under a pair of zones, in the order given. */
    List<FilterRule> taking(long[] matches, int from, int pair) {
        List<FilterRule> found = new ArrayList<>();
        for (int e = 0; e < taking.length; e++) {
            boolean takes = false;
            for (int r = 0; !takes && r < ofRule.length; r++) {
                takes = holds(taking[e][r], matches, from, pair) && holds(ofRule[r], matches, from, pair);
            }
            if (takes) {
                found.add(exceptions.get(e));
            }
        }
        return found;
    }

    /** The first rule of the worst level that matches under a pair of zones; at least one has to match. */
    Rule worst(long[] matches, int from, int pair) {
        Rule worst = null;
        for (int r = 0; r < ofRule.length; r++) {
            Rule rule = rules.get(r);
            if (holds(ofRule[r], matches, from, pair)
                    && !taken(r, matches, from, pair)
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

    private boolean taken(int rule, long[] matches, int from, int pair) {
        for (int[][] byRule : taking) {
            if (holds(byRule[rule], matches, from, pair)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(int[] byPair, long[] matches, int from, int pair) {
        return byPair[pair] != NOTHING && has(matches, from, byPair[pair]);
    }

    private static boolean has(long[] matches, int from, int expression) {
        return (matches[from + (expression >>> 6)] >>> expression & 1) != 0;
    }
}
