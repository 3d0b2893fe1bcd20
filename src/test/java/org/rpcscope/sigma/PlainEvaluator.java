package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rpcscope.query.ValueTest;

/** Evaluates an expression over one event, as plainly as can be: what columns are compared with. */
final class PlainEvaluator {

    private PlainEvaluator() {}

    static boolean matches(Expression expression, Map<String, ?> event) {
        return switch (expression) {
            case Expression.And(var parts) -> parts.stream().allMatch(part -> matches(part, event));
            case Expression.Or(var parts) -> parts.stream().anyMatch(part -> matches(part, event));
            case Expression.Not(var part) -> !matches(part, event);
            case Expression.Always(var value) -> value;
            case Expression.Item(var field, var test) -> passes(test, values(event, field));
        };
    }

    private static boolean passes(ValueTest test, List<Object> values) {
        return values.isEmpty() ? test.absent() : values.stream().anyMatch(value -> passes(test, value));
    }

    /** Null is what an absent field has, but the field exists (D1, D2). */
    private static boolean passes(ValueTest test, Object value) {
        return switch (value) {
            case null -> test instanceof PresenceTest || test.absent();
            case Integer number -> test.number(number);
            case Long number -> test.number(number);
            default -> test.text(value.toString());
        };
    }

    /** The values of a field: under its name, or under the parts of its name, the elements of arrays one by one. */
    private static List<Object> values(Object node, String field) {
        List<Object> found = new ArrayList<>();
        if (node instanceof List<?> list) {
            list.forEach(element -> found.addAll(values(element, field)));
        } else if (node instanceof Map<?, ?> map) {
            if (map.containsKey(field)) {
                flatten(map.get(field), found);
                return found;
            }
            for (int dot = field.indexOf('.'); dot >= 0 && found.isEmpty(); dot = field.indexOf('.', dot + 1)) {
                found.addAll(values(map.get(field.substring(0, dot)), field.substring(dot + 1)));
            }
        }
        return found;
    }

    private static void flatten(Object value, List<Object> into) {
        if (value instanceof List<?> list) {
            list.forEach(element -> flatten(element, into));
        } else {
            into.add(value);
        }
    }
}
