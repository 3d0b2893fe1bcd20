package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.ValueTest;

/**
 * Reads a condition (Sigma 2.1, "Condition"). From the loosest to the tightest: or, and, not, "x of", parentheses.
 *
 * <pre>
 * or      = and { "or" and }
 * and     = not { "and" not }
 * not     = "not" not | primary
 * primary = "(" or ")" | ( "1" | "any" | "all" ) "of" ( "them" | pattern ) | search
 * </pre>
 *
 * Words are taken whole, so that a search may be called {@code note}. Operators are in lower case.
 */
final class ConditionParser {

    /** How deep parentheses and negations may be nested. */
    static final int MAX_DEPTH = 64;
    /** How many items a condition may ask about, each as often as it is named. */
    static final int MAX_ITEMS = 50_000;

    private static final Pattern TOKEN = Pattern.compile("[()|]|[^\\s()|]+");

    private final Map<String, Expression> searches;
    private final Faults faults;
    private final Faults warnings;
    private final List<String> tokens = new ArrayList<>();
    private int line;
    private int next;
    private int items;

    /** @param searches what the detection defines, in its order */
    ConditionParser(Map<String, Expression> searches, Faults faults, Faults warnings) {
        this.searches = searches;
        this.faults = faults;
        this.warnings = warnings;
    }

    /** Ends the reading of one condition. */
    private static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /** What a condition says; where it is faulty, something that stands for nothing, and a fault. */
    Expression parse(String condition, int line) {
        this.line = line;
        tokens.clear();
        next = 0;
        Matcher matcher = TOKEN.matcher(condition);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        try {
            if (tokens.contains("|")) {
                throw new Refused("aggregation behind '|' was replaced by correlation rules");
            }
            if (tokens.isEmpty()) {
                throw new Refused("is empty");
            }
            Expression expression = or(0);
            if (next < tokens.size()) {
                throw new Refused("'" + tokens.get(next) + "' does not follow from what is before it");
            }
            return expression;
        } catch (Refused e) {
            faults.add(line, "condition: " + e.getMessage());
            return new Expression.Always(false);
        }
    }

    private Expression or(int depth) {
        List<Expression> parts = new ArrayList<>(List.of(and(depth)));
        while (take("or")) {
            parts.add(and(depth));
        }
        return Expression.or(parts);
    }

    private Expression and(int depth) {
        List<Expression> parts = new ArrayList<>(List.of(not(depth)));
        while (take("and")) {
            parts.add(not(depth));
        }
        return Expression.and(parts);
    }

    private Expression not(int depth) {
        if (depth > MAX_DEPTH) {
            throw new Refused("is nested more than " + MAX_DEPTH + " deep");
        }
        return take("not") ? new Expression.Not(not(depth + 1)) : primary(depth);
    }

    private Expression primary(int depth) {
        String token = next < tokens.size() ? tokens.get(next++) : null;
        if (token == null) {
            throw new Refused("something is missing at its end");
        }
        if (token.equals("(")) {
            Expression inner = or(depth + 1);
            if (!take(")")) {
                throw new Refused("a parenthesis is not closed");
            }
            return inner;
        }
        if (next < tokens.size() && tokens.get(next).equals("of") && !searches.containsKey(token)) {
            next++;
            return quantified(token);
        }
        if (isOperator(token)) {
            throw new Refused("a search is missing before '" + token + "'");
        }
        return search(token);
    }

    private Expression quantified(String quantity) {
        boolean all = quantity.equals("all");
        if (!all && !quantity.equals("1") && !quantity.equals("any")) {
            throw new Refused("'" + quantity + " of' is not part of Sigma: '1 of' and 'all of' are");
        }
        if (next == tokens.size()
                || isOperator(tokens.get(next))
                || tokens.get(next).equals("(")) {
            throw new Refused("a pattern is missing behind '" + quantity + " of'");
        }
        String pattern = tokens.get(next++);
        Predicate<String> wanted = pattern.equals("them") ? name -> !name.startsWith("_") : named(pattern);
        List<Expression> parts =
                searches.keySet().stream().filter(wanted).map(this::search).toList();
        if (parts.isEmpty()) {
            String always = all ? "always true" : "always false";
            warnings.add(line, "condition: no search is called '" + pattern + "': '" + quantity + " of' is " + always);
            return new Expression.Always(all);
        }
        return all ? Expression.and(parts) : Expression.or(parts);
    }

    /** The names that a pattern stands for. Those with an underscore in front want one in the pattern too. */
    private static Predicate<String> named(String pattern) {
        Glob glob = Glob.parse(pattern.replace("\\", "\\\\").replace("?", "\\?"));
        return name -> glob.matches(name, false) && (!name.startsWith("_") || pattern.startsWith("_"));
    }

    private Expression search(String name) {
        Expression search = searches.get(name);
        if (search == null) {
            String hint = name.indexOf('*') >= 0 ? ": a pattern wants '1 of' or 'all of' before it" : "";
            faults.add(line, "condition: there is no search '" + name + "'" + hint);
            return new Expression.Always(false);
        }
        items += size(search);
        if (items > MAX_ITEMS) {
            throw new Refused("asks about more than " + MAX_ITEMS + " items");
        }
        return new Expression.Search(name, search);
    }

    private static int size(Expression expression) {
        return switch (expression) {
            case Expression.And(List<Expression> parts) -> size(parts);
            case Expression.Or(List<Expression> parts) -> size(parts);
            case Expression.Not(Expression part) -> size(part) + 1;
            case Expression.Search(String _, Expression part) -> size(part);
            case Expression.Item(String _, ValueTest test) -> size(test);
            case Expression.AnyField(ValueTest test) -> size(test);
            case Expression.SomeOperation(Expression part) -> 1 + size(part);
            case Expression.FieldPair _, Expression.Always _ -> 1;
        };
    }

    private static int size(ValueTest test) {
        return test instanceof AnyTest(var tests) ? tests.size() : 1;
    }

    private static int size(List<Expression> parts) {
        int size = 1;
        for (Expression part : parts) {
            size += size(part);
        }
        return size;
    }

    private static boolean isOperator(@Nullable String token) {
        return "and".equals(token) || "or".equals(token) || "not".equals(token) || ")".equals(token);
    }

    private boolean take(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }
}
