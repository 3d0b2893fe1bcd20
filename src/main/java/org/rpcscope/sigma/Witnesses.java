package org.rpcscope.sigma;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.ValueTest;

/** Finds what an event needs to have for an expression to hold. */
final class Witnesses {

    /** Shorter parts are everywhere. */
    private static final int SHORTEST = 2;

    private Witnesses() {}

    /** The witnesses of which one is there if the expression holds; null if it may hold without any. */
    static @Nullable Set<Witness> of(Expression expression) {
        return switch (expression) {
            case Expression.And(List<Expression> parts) -> cheapest(parts);
            case Expression.Or(List<Expression> parts) -> all(parts);
            case Expression.Not _ -> null;
            case Expression.Search(String _, Expression part) -> of(part);
            case Expression.SomeOperation(Expression part) -> of(part);
            case Expression.Always(boolean value) -> value ? null : Set.of();
            case Expression.Item(String field, ValueTest test) -> ofTest(field, test);
            case Expression.AnyField(ValueTest test) -> ofTest("", test);
            case Expression.FieldPair pair -> Set.of(new Witness.Anything(pair.field()));
        };
    }

    private static @Nullable Set<Witness> cheapest(List<Expression> parts) {
        Set<Witness> best = null;
        for (Expression part : parts) {
            Set<Witness> found = of(part);
            if (found != null && (best == null || cost(found) < cost(best))) {
                best = found;
            }
        }
        return best;
    }

    private static double cost(Set<Witness> witnesses) {
        return witnesses.stream().mapToDouble(Witness::cost).max().orElse(0) + witnesses.size() * 0.01;
    }

    private static @Nullable Set<Witness> all(List<Expression> parts) {
        Set<Witness> all = new LinkedHashSet<>();
        for (Expression part : parts) {
            Set<Witness> found = of(part);
            if (found == null) {
                return null;
            }
            all.addAll(found);
        }
        return all;
    }

    /** @param field empty for any */
    private static @Nullable Set<Witness> ofTest(String field, ValueTest test) {
        if (test.absent() || test instanceof PresenceTest) {
            return null; // an object has a field without having a value of it
        }
        if (!(test instanceof AnyTest(List<ValueTest> tests))) {
            Witness one = one(field, test);
            return one == null ? null : Set.of(one);
        }
        Set<Witness> found = new LinkedHashSet<>();
        for (ValueTest each : tests) {
            Witness one = one(field, each);
            if (one == null) {
                return null;
            }
            found.add(one);
        }
        return found;
    }

    private static @Nullable Witness one(String field, ValueTest test) {
        return switch (test) {
            case TextTest(Glob glob, boolean _) -> text(field, glob);
            case RegexTest regex -> part(field, RegexLiteral.of(regex.pattern().pattern()));
            case NumberTest number when !field.isEmpty() -> number(field, number);
            default -> field.isEmpty() ? null : new Witness.Anything(field);
        };
    }

    private static @Nullable Witness text(String field, Glob glob) {
        String whole = glob.literalText();
        return whole != null && !field.isEmpty()
                ? new Witness.Whole(field, Folding.fold(whole))
                : part(field, glob.longestLiteral());
    }

    private static @Nullable Witness part(String field, String text) {
        String folded = Folding.fold(text);
        if (folded.length() < SHORTEST) {
            return field.isEmpty() ? null : new Witness.Anything(field);
        }
        return field.isEmpty() ? new Witness.Keyword(folded) : new Witness.Part(field, folded);
    }

    private static Witness number(String field, NumberTest test) {
        Long whole = test.comparison() == NumberTest.Comparison.EQUAL ? whole(test.number()) : null;
        return whole == null ? new Witness.Anything(field) : new Witness.Number(field, whole);
    }

    /** The whole number that a number is, or null. */
    static @Nullable Long whole(Number number) {
        if (number instanceof Long whole) {
            return whole;
        }
        try {
            return NumberTest.decimal(number).longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
