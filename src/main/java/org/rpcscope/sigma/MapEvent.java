package org.rpcscope.sigma;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;

/** An event over a tree of maps and lists, flat or nested: a dot in a name may be one of a key or go down a level. */
record MapEvent(Map<String, ?> fields) implements Event {

    /** How deep values are looked for; a tree that is deeper has no more of them. */
    private static final int MAX_DEPTH = 64;

    @Override
    public List<Value> values(String field) {
        Object direct = fields.get(field);
        if (direct != null && !(direct instanceof Map) && !(direct instanceof List)) {
            return List.of(value(direct));
        }
        List<Value> found = new ArrayList<>();
        find(fields, field, found, 0);
        return found;
    }

    @Override
    public void forEach(BiConsumer<String, Value> action) {
        fields.forEach((name, value) -> leaves(name, value, action, 0));
    }

    private static void find(@Nullable Object node, String field, List<Value> found, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (node instanceof List<?> list) {
            list.forEach(element -> find(element, field, found, depth + 1));
        } else if (node instanceof Map<?, ?> map) {
            if (map.containsKey(field)) {
                flatten(map.get(field), found, depth);
                return;
            }
            for (int dot = field.indexOf('.'); dot >= 0 && found.isEmpty(); dot = field.indexOf('.', dot + 1)) {
                find(map.get(field.substring(0, dot)), field.substring(dot + 1), found, depth + 1);
            }
        }
    }

    private static void flatten(@Nullable Object value, List<Value> into, int depth) {
        if (value instanceof List<?> list && !list.isEmpty() && depth < MAX_DEPTH) {
            list.forEach(element -> flatten(element, into, depth + 1));
        } else {
            into.add(value(value));
        }
    }

    private static void leaves(String name, @Nullable Object value, BiConsumer<String, Value> action, int depth) {
        switch (value) {
            case Map<?, ?> map
            when depth < MAX_DEPTH -> map.forEach((key, inner) -> leaves(name + '.' + key, inner, action, depth + 1));
            case List<?> list
            when depth < MAX_DEPTH -> list.forEach(element -> leaves(name, element, action, depth + 1));
            case null, default -> action.accept(name, value(value));
        }
    }

    private static Value value(@Nullable Object value) {
        return switch (value) {
            case null -> new Value.Nothing();
            case String text -> new Value.Text(text);
            case Long number -> new Value.Whole(number);
            case Integer number -> new Value.Whole(number);
            case Short number -> new Value.Whole(number);
            case Byte number -> new Value.Whole(number);
            case BigInteger number when number.bitLength() < Long.SIZE -> new Value.Whole(number.longValue());
            case IpAddress address -> new Value.Address(address);
            case Map<?, ?> _, List<?> _ -> new Value.Composite();
            default -> new Value.Text(value.toString());
        };
    }
}
