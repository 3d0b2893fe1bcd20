package org.rpcscope.logs.windows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template with the values that a record has for it. Values become texts when they are asked for, and once. Filled anew
 * for each record; one thread.
 */
final class EvtxPiece {

    /** How many bytes of values a record may turn into text: a hostile one could name a long value thousands of times. */
    private static final int MOST_TEXT = 1 << 18;

    private static final Object ABSENT = new Object();
    private static final int USUAL = 32;

    private final TextCache texts;
    private Template template = new Template(List.of(), List.of());
    private byte[] bytes = new byte[0];
    private int[] offsets = new int[USUAL];
    private int[] sizes = new int[USUAL];
    private int[] types = new int[USUAL];
    private int count;
    private int textLeft;
    private @Nullable Object[] made = new Object[USUAL];

    EvtxPiece(TextCache texts) {
        this.texts = texts;
    }

    /** Takes a template; its values are then added. */
    void begin(Template of, byte[] chunk, int values) {
        template = of;
        bytes = chunk;
        count = 0;
        textLeft = MOST_TEXT;
        if (offsets.length < values) {
            offsets = new int[values];
            sizes = new int[values];
            types = new int[values];
        }
        if (made.length < of.slots.size()) {
            made = new Object[of.slots.size()];
        }
        Arrays.fill(made, 0, of.slots.size(), null);
    }

    void add(int offset, int size, int type) {
        offsets[count] = offset;
        sizes[count] = size;
        types[count] = type;
        count++;
    }

    Template template() {
        return template;
    }

    int offset(int value) {
        return offsets[value];
    }

    int size(int value) {
        return sizes[value];
    }

    /** Whether a value is there and of a type. */
    boolean is(int value, int type) {
        return value >= 0 && value < count && types[value] == type;
    }

    /** The value that alone makes a field, or {@link Template#NONE}. */
    int only(String field) {
        int slot = template.slot(field);
        List<Template.Part> parts = slot == Template.NONE
                ? List.of()
                : template.slots.get(slot).getFirst().parts();
        return parts.size() == 1 ? parts.getFirst().substitution() : Template.NONE;
    }

    /** The value of a field: a text, a list of texts, or null where this piece does not have it. */
    @Nullable
    Object value(String field) {
        int slot = template.slot(field);
        return slot != Template.NONE ? value(slot) : unnamed(field);
    }

    void forEach(FieldView.Visitor visitor) {
        for (int slot = 0; slot < template.names.size(); slot++) {
            Object value = value(slot);
            if (value != null) {
                visitor.visit(template.names.get(slot), value);
            }
        }
        for (Template.Field field : template.unnamed) {
            Object value = value(field.parts());
            if (value(field.nameParts()) instanceof String name && value != null) {
                visitor.visit(FieldView.own(name), value);
            }
        }
    }

    private @Nullable Object unnamed(String name) {
        for (Template.Field field : template.unnamed) {
            if (value(field.nameParts()) instanceof String own && name.equals(FieldView.own(own))) {
                return value(field.parts());
            }
        }
        return null;
    }

    private @Nullable Object value(int slot) {
        Object known = made[slot];
        if (known == null) {
            known = make(template.slots.get(slot));
            made[slot] = known == null ? ABSENT : known;
        }
        return known == ABSENT ? null : known;
    }

    private @Nullable Object make(List<Template.Field> fields) {
        if (fields.size() == 1) {
            return value(fields.getFirst().parts());
        }
        List<String> all = new ArrayList<>();
        for (Template.Field field : fields) {
            switch (value(field.parts())) {
                case String text -> all.add(text);
                case List<?> list -> list.forEach(each -> all.add(String.valueOf(each)));
                case null, default -> {}
            }
        }
        return all.isEmpty() ? null : all;
    }

    private @Nullable Object value(List<Template.Part> parts) {
        if (parts.size() == 1) {
            Template.Part only = parts.getFirst();
            return only.literal() != null ? only.literal() : substituted(only.substitution());
        }
        StringBuilder joined = new StringBuilder();
        for (Template.Part part : parts) {
            String text =
                    part.literal() != null ? part.literal() : WindowsTexts.joined(substituted(part.substitution()));
            joined.append(text == null ? "" : text);
        }
        return joined.toString();
    }

    private @Nullable Object substituted(int value) {
        if (value >= count || sizes[value] > textLeft) {
            return null;
        }
        textLeft -= sizes[value];
        return types[value] == ValueType.STRING
                ? texts.utf16(bytes, offsets[value], sizes[value])
                : BinaryValue.of(bytes, offsets[value], sizes[value], types[value]);
    }
}
