package org.rpcscope.sigma;

import java.util.List;
import org.rpcscope.query.ValueTest;

/** Evaluates expressions over one event at a time; {@link ColumnEvaluator} gives the same answers for rows of a table. */
public final class EventEvaluator {

    private EventEvaluator() {}

    /** Whether the expression holds for the event. */
    public static boolean matches(Expression expression, Event event) {
        return switch (expression) {
            case Expression.And(List<Expression> parts) -> {
                boolean all = true;
                for (int i = 0; all && i < parts.size(); i++) {
                    all = matches(parts.get(i), event);
                }
                yield all;
            }
            case Expression.Or(List<Expression> parts) -> {
                boolean any = false;
                for (int i = 0; !any && i < parts.size(); i++) {
                    any = matches(parts.get(i), event);
                }
                yield any;
            }
            case Expression.Not(Expression part) -> !matches(part, event);
            case Expression.Search(String _, Expression part) -> matches(part, event);
            case Expression.SomeOperation(Expression part) ->
                event.operations().stream().anyMatch(operation -> matches(part, operation));
            case Expression.Always(boolean value) -> value;
            case Expression.Item(String field, ValueTest test) -> event.passes(field, test);
            case Expression.AnyField(ValueTest test) -> passesSomewhere(test, event);
            case Expression.FieldPair pair -> holds(pair, event);
        };
    }

    private static boolean passesSomewhere(ValueTest test, Event event) {
        boolean[] found = {false};
        event.forEach((_, value) -> found[0] = found[0] || value.passes(test));
        return found[0];
    }

    private static boolean holds(Expression.FieldPair pair, Event event) {
        List<Value> others = event.values(pair.other());
        for (Value value : event.values(pair.field())) {
            for (Value other : others) {
                if (holds(pair, value, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Numbers are equal by their value, all else by its text. */
    private static boolean holds(Expression.FieldPair pair, Value value, Value other) {
        String text = value.text();
        String otherText = other.text();
        if (text == null || otherText == null) {
            return false;
        }
        boolean number = value instanceof Value.Whole || other instanceof Value.Whole;
        if (number && pair.relation() == Relation.EQUALS && areSameNumber(text, otherText)) {
            return true;
        }
        return pair.cased()
                ? pair.relation().holds(text, otherText)
                : pair.relation().holds(Folding.fold(text), Folding.fold(otherText));
    }

    private static boolean areSameNumber(String text, String other) {
        Number number = NumberTest.parse(text);
        return number != null
                && NumberTest.of(NumberTest.Comparison.EQUAL, number).text(other);
    }
}
