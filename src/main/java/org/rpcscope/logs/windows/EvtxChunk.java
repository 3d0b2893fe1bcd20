package org.rpcscope.logs.windows;

import static org.rpcscope.logs.windows.LittleEndian.i32;
import static org.rpcscope.logs.windows.LittleEndian.u16;
import static org.rpcscope.logs.windows.LittleEndian.u32;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of a log file: 64 KiB that stand for themselves, with the names and templates that its records refer to by
 * offset (the libevtx project's description of the format, "Chunk"). Filled anew for other chunks; one thread at a time.
 */
final class EvtxChunk {

    static final int SIZE = 1 << 16;
    static final int HEADER = 512;

    /** How many zeros follow the last byte. */
    static final int PAD = 16;

    /** What stands before the characters of a name: the next one, a hash, their number. */
    static final int NAME_HEAD = 8;

    private static final int SIGNED = 120; // bytes of the header below its checksum
    private static final int TABLES = 128;
    private static final int DEFINITION_HEAD = 24;
    private static final int LONGEST_NAME = 512;

    private static final int PLACE_BITS = 4;
    private static final int SLOT_BITS = 8;
    private static final int SLOTS = 1 << SLOT_BITS;

    /** Templates may overlap, and a hostile chunk could make each record compile all of it anew. */
    private static final int MOST_COMPILED = 16 * SIZE;

    /** The bytes; those from {@link #length} on are zero. */
    byte[] bytes = new byte[SIZE + PAD];

    int length;

    /** Where it begins in the input. */
    long offset;

    private final Map<Integer, String> names = new HashMap<>();
    private final TemplateCache earlier = new TemplateCache();
    private final int[] keys = new int[SLOTS]; // of the templates of this chunk, by offset and place; 0 for none
    private final Template[] templates = new Template[SLOTS];
    private int compiled;

    /** Takes a chunk. */
    void take(Block block) {
        bytes = block.bytes;
        length = block.length;
        offset = block.offset;
        names.clear();
        Arrays.fill(keys, 0);
        compiled = 0;
    }

    boolean hasSignature() {
        return length >= HEADER
                && bytes[0] == 'E'
                && new String(bytes, 0, 8, StandardCharsets.ISO_8859_1).equals("ElfChnk\0");
    }

    /** Whether it holds nothing but zeros, as room that a log has taken and not used yet. */
    boolean isEmpty() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the records end: what follows is of records that were overwritten or never finished. */
    int recordsEnd() {
        long free = u32(bytes, 48);
        return free >= HEADER && free <= length ? (int) free : length;
    }

    boolean headerIsSound() {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, SIGNED);
        sum.update(bytes, TABLES, HEADER - TABLES);
        return (int) sum.getValue() == i32(bytes, 124);
    }

    boolean recordsAreSound() {
        long free = u32(bytes, 48);
        if (free < HEADER || free > length) {
            return false;
        }
        CRC32 sum = new CRC32();
        sum.update(bytes, HEADER, (int) free - HEADER);
        return (int) sum.getValue() == i32(bytes, 52);
    }

    /** The name at an offset, or null where there is none. */
    @Nullable
    String name(int at) {
        String known = names.get(at);
        if (known != null) {
            return known;
        }
        if (!isNameAt(at)) {
            return null;
        }
        String name = new String(bytes, at + NAME_HEAD, 2 * u16(bytes, at + 6), StandardCharsets.UTF_16LE);
        names.put(at, name);
        return name;
    }

    /** Whether a name may stand at an offset. */
    boolean isNameAt(int at) {
        if (at < TABLES || at > length - NAME_HEAD) {
            return false;
        }
        int count = u16(bytes, at + 6);
        return count != 0 && count <= LONGEST_NAME && at + NAME_HEAD + 2 * count <= length;
    }

    /** How many bytes the definition of a template at an offset takes with its head; -1 where there is none. */
    int definitionSize(int at, int end) {
        if (at < HEADER || at > end - DEFINITION_HEAD) {
            return -1;
        }
        long size = u32(bytes, at + 20);
        return size <= end - at - DEFINITION_HEAD ? DEFINITION_HEAD + (int) size : -1;
    }

    /** The template that is defined at an offset, as it is used at a place; null where there is none. */
    @Nullable
    Template template(int at, Place place) {
        if (at < HEADER || at >= length) {
            return null;
        }
        int key = at << PLACE_BITS | place.ordinal() + 1;
        int slot = key * 0x9E3779B1 >>> Integer.SIZE - SLOT_BITS;
        if (keys[slot] == key) {
            return templates[slot];
        }
        int size = definitionSize(at, length);
        if (size < 0) {
            return null;
        }
        int from = at + DEFINITION_HEAD;
        Template template = earlier.find(this, at, from, at + size, place);
        if (template == null) {
            template = defined(at, from, at + size, place);
        }
        if (template != null) {
            keys[slot] = key;
            templates[slot] = template;
        }
        return template;
    }

    private @Nullable Template defined(int at, int from, int to, Place place) {
        compiled += to - from;
        if (compiled > MOST_COMPILED) {
            return null;
        }
        TemplateCompiler compiler = new TemplateCompiler(this, place, true);
        Template template = compiler.compile(from, to);
        if (template != null) {
            earlier.keep(this, at, from, to, place, template, compiler.references());
        }
        return template;
    }

    /** The template of XML that stands in a record itself, and is no template there. */
    @Nullable
    Template fragment(int from, int to, Place place) {
        Template template = compile(from, to, place, false);
        return template != null ? template : compile(from, to, place, true);
    }

    private @Nullable Template compile(int from, int to, Place place, boolean dependencies) {
        compiled += to - from;
        if (compiled > MOST_COMPILED) {
            return null;
        }
        return new TemplateCompiler(this, place, dependencies).compile(from, to);
    }
}
