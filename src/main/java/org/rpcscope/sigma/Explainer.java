package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.ValueTest;

/** Explains what {@link EventEvaluator} answers. */
public final class Explainer {

    private Explainer() {}

    /** Every part of the expression with its answer for the event. */
    public static Explanation explain(Expression expression, Event event) {
        return switch (expression) {
            case Expression.And(List<Expression> parts) -> {
                List<Explanation> explained = explain(parts, event);
                yield new Explanation.All(explained, explained.stream().allMatch(Explanation::holds));
            }
            case Expression.Or(List<Expression> parts) -> {
                List<Explanation> explained = explain(parts, event);
                yield new Explanation.Any(explained, explained.stream().anyMatch(Explanation::holds));
            }
            case Expression.Not(Expression part) -> new Explanation.None(explain(part, event));
            case Expression.Search(String name, Expression part) -> new Explanation.Search(name, explain(part, event));
            case Expression.SomeOperation(Expression part) -> explain(part, deciding(part, event));
            case Expression.Always(boolean value) -> new Explanation.Constant(value);
            case Expression.Item(String field, ValueTest test) -> item(field, test, event);
            case Expression.AnyField(ValueTest test) -> anyField(test, event);
            case Expression.FieldPair pair -> pair(pair, event);
        };
    }

    /** The first operation that the part holds for; else the first; else the record, which has none. */
    private static Event deciding(Expression part, Event event) {
        List<Event> operations = event.operations();
        return operations.stream()
                .filter(operation -> EventEvaluator.matches(part, operation))
                .findFirst()
                .orElse(operations.isEmpty() ? event : operations.getFirst());
    }

    private static List<Explanation> explain(List<Expression> parts, Event event) {
        return parts.stream().map(part -> explain(part, event)).toList();
    }

    private static Explanation item(String field, ValueTest test, Event event) {
        List<Value> values = event.values(field);
        Value decided = passing(values, test);
        Explanation.Reason reason = values.isEmpty() ? absent(test.absent()) : reason(decided, values, test);
        return new Explanation.Asked(field + ' ' + Wording.of(test), field, reason, values, decided);
    }

    private static Explanation.Reason absent(boolean passes) {
        return passes ? Explanation.Reason.ABSENT_PASSED : Explanation.Reason.ABSENT;
    }

    private static Explanation.Reason reason(@Nullable Value decided, List<Value> values, ValueTest test) {
        if (decided != null) {
            return Explanation.Reason.PASSED;
        }
        boolean inOtherCase = passing(values, withoutCase(test)) != null;
        return inOtherCase ? Explanation.Reason.CASE : Explanation.Reason.DIFFERENT;
    }

    private static Explanation anyField(ValueTest test, Event event) {
        List<Value> all = new ArrayList<>();
        event.forEach((_, value) -> all.add(value));
        Value decided = passing(all, test);
        List<Value> shown = decided == null ? List.of() : List.of(decided);
        return new Explanation.Asked("any field " + Wording.of(test), "", reason(decided, all, test), shown, decided);
    }

    private static Explanation pair(Expression.FieldPair pair, Event event) {
        List<Value> values = event.values(pair.field());
        List<Value> others = event.values(pair.other());
        boolean holds = EventEvaluator.matches(pair, event);
        boolean inOtherCase = EventEvaluator.matches(
                new Expression.FieldPair(pair.field(), pair.other(), pair.relation(), false), event);
        Explanation.Reason reason = holds
                ? Explanation.Reason.PASSED
                : values.isEmpty() || others.isEmpty()
                        ? Explanation.Reason.ABSENT
                        : inOtherCase ? Explanation.Reason.CASE : Explanation.Reason.DIFFERENT;
        List<Value> both = new ArrayList<>(values);
        both.addAll(others);
        Value decided = holds ? values.getFirst() : null;
        return new Explanation.Asked(Wording.of(pair), pair.field(), reason, List.copyOf(both), decided);
    }

    private static @Nullable Value passing(List<Value> values, ValueTest test) {
        for (Value value : values) {
            if (value.passes(test)) {
                return value;
            }
        }
        return null;
    }

    private static ValueTest withoutCase(ValueTest test) {
        return switch (test) {
            case TextTest(Glob glob, boolean cased) when cased -> TextTest.of(glob, false);
            case AnyTest(List<ValueTest> tests) ->
                new AnyTest(tests.stream().map(Explainer::withoutCase).toList());
            default -> test;
        };
    }
}
