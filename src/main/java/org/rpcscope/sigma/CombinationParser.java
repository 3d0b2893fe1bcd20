package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition over the names of rules, such as {@code a and (b or not c)}, and writes it out as terms of which one
 * has to hold. Every rule of the correlation has to be named: one that is not would change nothing.
 */
final class CombinationParser {

    /** How many terms a condition may be written out as. */
    static final int MAX_TERMS = 256;

    private static final int MAX_DEPTH = 32;
    private static final Pattern TOKEN = Pattern.compile("[()]|[^\\s()]+");

    private final List<String> rules;
    private final int line;
    private final Faults faults;
    private final List<String> tokens = new ArrayList<>();
    private final Set<String> named = new TreeSet<>();
    private int next;

    CombinationParser(List<String> rules, int line, Faults faults) {
        this.rules = rules;
        this.line = line;
        this.faults = faults;
    }

    /** Ends the reading. */
    private static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message, null, false, false);
        }
    }

    Demand.Combination parse(String condition) {
        Matcher matcher = TOKEN.matcher(condition);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        try {
            List<Demand.Term> terms = or(true, 0);
            if (next < tokens.size()) {
                throw new Refused("'" + tokens.get(next) + "' does not follow from what is before it");
            }
            for (String rule : rules) {
                if (!named.contains(rule)) {
                    throw new Refused("the rule '" + rule + "' is not named");
                }
            }
            return new Demand.Combination(terms);
        } catch (Refused e) {
            faults.add(line, "condition: " + e.getMessage());
            return new Demand.Combination(List.of());
        }
    }

    /** @param positive whether the terms are wanted in which it holds, not those in which it does not */
    private List<Demand.Term> or(boolean positive, int depth) {
        List<Demand.Term> terms = and(positive, depth);
        while (take("or")) {
            terms = positive ? either(terms, and(true, depth)) : both(terms, and(false, depth));
        }
        return terms;
    }

    private List<Demand.Term> and(boolean positive, int depth) {
        List<Demand.Term> terms = not(positive, depth);
        while (take("and")) {
            terms = positive ? both(terms, not(true, depth)) : either(terms, not(false, depth));
        }
        return terms;
    }

    private List<Demand.Term> not(boolean positive, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Refused("is nested more than " + MAX_DEPTH + " deep");
        }
        if (take("not")) {
            return not(!positive, depth + 1);
        }
        String token = next < tokens.size() ? tokens.get(next++) : null;
        if (token != null && token.equals("(")) {
            List<Demand.Term> inner = or(positive, depth + 1);
            if (!take(")")) {
                throw new Refused("a parenthesis is not closed");
            }
            return inner;
        }
        return List.of(rule(token, positive));
    }

    private Demand.Term rule(@Nullable String name, boolean positive) {
        if (name == null) {
            throw new Refused("something is missing at its end");
        }
        int number = rules.indexOf(name);
        if (number < 0) {
            throw new Refused("'" + name + "' is no rule of the correlation");
        }
        named.add(name);
        Set<Integer> one = Set.of(number);
        return positive ? new Demand.Term(one, Set.of()) : new Demand.Term(Set.of(), one);
    }

    private static List<Demand.Term> either(List<Demand.Term> some, List<Demand.Term> others) {
        Set<Demand.Term> terms = new LinkedHashSet<>(some);
        terms.addAll(others);
        return bounded(terms);
    }

    private static List<Demand.Term> both(List<Demand.Term> some, List<Demand.Term> others) {
        Set<Demand.Term> terms = new LinkedHashSet<>();
        for (Demand.Term one : some) {
            for (Demand.Term other : others) {
                Set<Integer> fired = new TreeSet<>(one.fired());
                fired.addAll(other.fired());
                Set<Integer> silent = new TreeSet<>(one.silent());
                silent.addAll(other.silent());
                terms.add(new Demand.Term(fired, silent));
            }
        }
        return bounded(terms);
    }

    private static List<Demand.Term> bounded(Set<Demand.Term> terms) {
        if (terms.size() > MAX_TERMS) {
            throw new Refused("stands for more than " + MAX_TERMS + " combinations");
        }
        return List.copyOf(terms);
    }

    private boolean take(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }
}
