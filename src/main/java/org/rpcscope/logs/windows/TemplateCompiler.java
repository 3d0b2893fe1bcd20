package org.rpcscope.logs.windows;

import static org.rpcscope.logs.windows.LittleEndian.i32;
import static org.rpcscope.logs.windows.LittleEndian.u16;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a template of the tokens of binary XML ([MS-EVEN6] 2.2.12), as they stand in the chunks of a log: names are at
 * offsets of the chunk. Every position is checked; what is no XML ends the compilation. One thread.
 */
final class TemplateCompiler {

    /** Deeper XML is refused: no provider writes it. */
    static final int DEEPEST = 64;

    /** How many attributes and texts a template may have. */
    private static final int MOST_FIELDS = 1 << 12;

    /** How many parts the text of one field may have: each may be a value of thousands of bytes. */
    private static final int MOST_PARTS = 256;

    private static final int MORE = 0x40; // a bit of tokens that says that something follows

    private final EvtxChunk chunk;
    private final byte[] bytes;
    private final boolean dependencies;
    private final List<Template.Field> fields = new ArrayList<>();
    private final List<Template.Nested> nested = new ArrayList<>();
    private final Place[] places = new Place[DEEPEST + 1];
    private final String[] elements = new String[DEEPEST + 1];
    private final List<List<Template.Part>> texts = new ArrayList<>();
    private final List<List<Template.Part>> titles = new ArrayList<>(); // by depth, what an attribute calls the text
    private @Nullable String attribute;
    private List<Template.Part> attributeParts = new ArrayList<>();
    private int[] references = new int[64];
    private int referenceCount;
    private int depth;
    private int at;
    private int end;

    /** @param dependencies whether elements have an identifier that they depend on: those of definitions have */
    TemplateCompiler(EvtxChunk chunk, Place place, boolean dependencies) {
        this.chunk = chunk;
        this.bytes = chunk.bytes;
        this.dependencies = dependencies;
        places[0] = place;
        elements[0] = "";
        texts.add(new ArrayList<>());
        titles.add(new ArrayList<>());
    }

    /** The template of the tokens between two positions of the chunk, or null where they are none. */
    @Nullable
    Template compile(int from, int to) {
        at = from;
        end = to;
        while (at < end && bytes[at] != 0) {
            if (!token(bytes[at] & 0xFF) || fields.size() > MOST_FIELDS) {
                return null;
            }
        }
        return depth == 0 ? new Template(fields, nested) : null;
    }

    /** Where the offsets of names stand in the tokens that were compiled, ascending positions of the chunk. */
    int[] references() {
        return Arrays.copyOf(references, referenceCount);
    }

    private boolean token(int token) {
        int start = at++;
        return switch (token & ~MORE) {
            case 0x0F -> skip(3); // a fragment begins: versions and flags
            case 0x01 -> open((token & MORE) != 0);
            case 0x02 -> endAttribute();
            case 0x03 -> endAttribute() && close();
            case 0x04 -> close();
            case 0x05 -> value();
            case 0x06 -> endAttribute() && beginAttribute();
            case 0x07 -> characters();
            case 0x08 -> character();
            case 0x09 -> entity();
            case 0x0A -> name() != null; // the target of a processing instruction, which says nothing
            case 0x0B -> has(2) && skip(2 + 2 * u16(bytes, at));
            case 0x0D, 0x0E -> substitution();
            default -> {
                at = start;
                yield false;
            }
        };
    }

    private boolean has(int count) {
        return count <= end - at;
    }

    private boolean skip(int count) {
        boolean there = has(count);
        at += there ? count : 0;
        return there;
    }

    private boolean open(boolean attributes) {
        if (depth == DEEPEST || !skip(dependencies ? 6 : 4)) {
            return false;
        }
        String element = name();
        if (element == null || attributes && !skip(4)) {
            return false;
        }
        Place place = places[depth].child(element);
        depth++;
        places[depth] = place;
        elements[depth] = element;
        if (texts.size() == depth) {
            texts.add(new ArrayList<>());
            titles.add(new ArrayList<>());
        }
        texts.set(depth, new ArrayList<>());
        titles.set(depth, new ArrayList<>());
        return true;
    }

    private boolean beginAttribute() {
        attribute = name();
        return attribute != null && depth > 0;
    }

    private boolean endAttribute() {
        String ended = attribute;
        if (ended != null) {
            attribute = null;
            if (places[depth].isName(ended)) {
                titles.set(depth, attributeParts);
            } else {
                String field = places[depth].attributeField(elements[depth], ended);
                if (field != null) {
                    fields.add(new Template.Field(field, List.of(), attributeParts));
                }
            }
            attributeParts = new ArrayList<>();
        }
        return true;
    }

    private boolean close() {
        if (depth == 0) {
            return false;
        }
        Place place = places[depth];
        List<Template.Part> text = texts.get(depth);
        List<Template.Part> title = titles.get(depth);
        String name = place.textField(elements[depth]);
        if (name != null && (!text.isEmpty() || place == Place.DATA && !title.isEmpty())) {
            boolean plain = title.stream().allMatch(part -> part.literal() != null);
            if (!title.isEmpty() && plain) {
                StringBuilder joined = new StringBuilder();
                title.forEach(part -> joined.append(part.literal()));
                name = FieldView.own(joined.toString());
            }
            fields.add(new Template.Field(plain ? name : null, plain ? List.of() : title, text));
        }
        depth--;
        return true;
    }

    private boolean value() {
        if (!has(1) || bytes[at] != ValueType.STRING) {
            return false; // no other type has a length of its own
        }
        at++;
        return characters();
    }

    private boolean characters() {
        if (!has(2) || !has(2 + 2 * u16(bytes, at))) {
            return false;
        }
        int size = 2 * u16(bytes, at);
        String text = BinaryValue.text(bytes, at + 2, size, ValueType.STRING);
        at += 2 + size;
        return add(Template.Part.of(text));
    }

    private boolean character() {
        if (!has(2)) {
            return false;
        }
        char code = (char) u16(bytes, at);
        at += 2;
        return add(Template.Part.of(String.valueOf(code)));
    }

    private boolean entity() {
        String entity = name();
        String text = switch (entity) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case null, default -> null;
        };
        return text != null && add(Template.Part.of(text));
    }

    private boolean substitution() {
        if (!has(3)) {
            return false;
        }
        int number = u16(bytes, at);
        at += 3;
        if (attribute == null) {
            nested.add(new Template.Nested(number, places[depth]));
        }
        return add(Template.Part.of(number));
    }

    private boolean add(Template.Part part) {
        List<Template.Part> parts = attribute != null ? attributeParts : texts.get(depth);
        parts.add(part);
        return parts.size() <= MOST_PARTS;
    }

    /** Reads a reference to a name, which may stand right behind it; null where there is none. */
    private @Nullable String name() {
        if (!has(4)) {
            return null;
        }
        int offset = i32(bytes, at);
        if (referenceCount == references.length) {
            references = Arrays.copyOf(references, referenceCount * 2);
        }
        references[referenceCount++] = at;
        at += 4;
        String name = chunk.name(offset);
        if (name != null && offset == at && !skip(EvtxChunk.NAME_HEAD + 2 * name.length() + 2)) {
            return null;
        }
        return name;
    }
}
