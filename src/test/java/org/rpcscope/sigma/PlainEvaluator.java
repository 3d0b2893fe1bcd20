package org.rpcscope.sigma;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
            case Expression.SomeOperation(var part) -> matches(part, event);
            case Expression.Always(var value) -> value;
            case Expression.Search(var _, var part) -> matches(part, event);
            case Expression.Item(var field, var test) -> passes(test, values(event, field));
            case Expression.AnyField(var test) -> leaves(event).stream().anyMatch(value -> passes(test, value));
            case Expression.FieldPair pair ->
                values(event, pair.field()).stream()
                        .anyMatch(value ->
                                values(event, pair.other()).stream().anyMatch(other -> holds(pair, value, other)));
        };
    }

    private static boolean passes(ValueTest test, List<Object> values) {
        return values.isEmpty() ? test.absent() : values.stream().anyMatch(value -> passes(test, value));
    }

    /** Null is what an absent field has, but the field exists (D1, D2). */
    private static boolean passes(ValueTest test, Object value) {
        return switch (value) {
            case null -> test instanceof PresenceTest(boolean wanted) ? wanted : test.absent();
            case List<?> _, Map<?, ?> _ -> test instanceof PresenceTest(boolean wanted) && wanted;
            case Integer number -> test.number(number);
            case Long number -> test.number(number);
            default -> test.text(value.toString());
        };
    }

    private static boolean holds(Expression.FieldPair pair, Object value, Object other) {
        if (Arrays.asList(value, other).stream()
                .anyMatch(each -> each == null || each instanceof List || each instanceof Map)) {
            return false;
        }
        boolean number = value instanceof Number || other instanceof Number;
        if (number && pair.relation() == Relation.EQUALS && isNumber(value) && isNumber(other)) {
            return new BigDecimal(value.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        String text = pair.cased() ? value.toString() : value.toString().toLowerCase(Locale.ROOT);
        String otherText = pair.cased() ? other.toString() : other.toString().toLowerCase(Locale.ROOT);
        return switch (pair.relation()) {
            case EQUALS -> text.equals(otherText);
            case CONTAINS -> text.contains(otherText);
            case STARTS_WITH -> text.startsWith(otherText);
            case ENDS_WITH -> text.endsWith(otherText);
        };
    }

    private static boolean isNumber(Object value) {
        return value.toString().matches("-?\\d+(\\.\\d+)?");
    }

    private static List<Object> leaves(Object node) {
        List<Object> found = new ArrayList<>();
        switch (node) {
            case List<?> list -> list.forEach(element -> found.addAll(leaves(element)));
            case Map<?, ?> map -> map.values().forEach(value -> found.addAll(leaves(value)));
            case null, default -> found.add(node);
        }
        return found;
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
        if (value instanceof List<?> list && !list.isEmpty()) {
            list.forEach(element -> flatten(element, into));
        } else {
            into.add(value);
        }
    }
}
