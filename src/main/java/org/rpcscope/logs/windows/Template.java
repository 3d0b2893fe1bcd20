package org.rpcscope.logs.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of binary XML makes of the values that are put into it: fields, each a row of literal texts and
 * substitutions. Immutable once compiled; known to one chunk.
 */
final class Template {

    /** No slot. */
    static final int NONE = -1;

    /** A part of a field's text: a literal one, or the value of a number. */
    record Part(@Nullable String literal, int substitution) {

        static Part of(String text) {
            return new Part(text, NONE);
        }

        static Part of(int substitution) {
            return new Part(null, substitution);
        }
    }

    /**
     * One attribute or text.
     *
     * @param name null where the name itself is made of values
     * @param nameParts what it is made of then
     */
    record Field(@Nullable String name, List<Part> nameParts, List<Part> parts) {}

    /** A value that may itself be XML, and where it stands. */
    record Nested(int substitution, Place place) {}

    /** By slot, the fields of one name: an element that is there several times has several. */
    final List<List<Field>> slots;

    final List<String> names;

    /** Fields whose names are made of values. */
    final List<Field> unnamed;

    final List<Nested> nested;

    private final Map<String, Integer> slotOf;

    Template(List<Field> fields, List<Nested> nested) {
        Map<String, List<Field>> byName = new LinkedHashMap<>();
        List<Field> withoutName = new ArrayList<>();
        for (Field field : fields) {
            if (field.name() == null) {
                withoutName.add(field);
            } else {
                byName.computeIfAbsent(field.name(), _ -> new ArrayList<>(1)).add(field);
            }
        }
        this.slots = List.copyOf(byName.values());
        this.names = List.copyOf(byName.keySet());
        this.unnamed = List.copyOf(withoutName);
        this.nested = List.copyOf(nested);
        this.slotOf = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            slotOf.put(names.get(i), i);
        }
    }

    /** The slot of a name, or {@link #NONE}. */
    int slot(String name) {
        Integer slot = slotOf.get(name);
        return slot == null ? NONE : slot;
    }
}
