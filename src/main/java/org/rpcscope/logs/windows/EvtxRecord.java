package org.rpcscope.logs.windows;

import static org.rpcscope.logs.windows.LittleEndian.i32;
import static org.rpcscope.logs.windows.LittleEndian.i64;
import static org.rpcscope.logs.windows.LittleEndian.u16;
import static org.rpcscope.logs.windows.LittleEndian.u32;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a log file: templates, and the values that go into them. Only what is asked for is made text, and once.
 * Filled anew for each record; one thread.
 */
final class EvtxRecord implements WindowsRecord {

    static final int HEAD = 24;

    /** How deep XML within XML is read, and how many pieces of it. */
    private static final int DEEPEST = 8;

    private static final int MOST_PIECES = 64;

    private final FieldView view = new FieldView(this);
    private final TextCache texts = new TextCache();
    private final List<EvtxPiece> pieces = new ArrayList<>();
    private int count; // pieces of this record
    private EvtxChunk chunk = new EvtxChunk();
    private int start;

    /**
     * Takes a record of a chunk.
     *
     * @param end one past its last byte
     * @return what is wrong with it, or null
     */
    @Nullable
    String fill(EvtxChunk of, int at, int end) {
        chunk = of;
        start = at;
        count = 0;
        return piece(at + HEAD, end, Place.DOCUMENT, 0);
    }

    private @Nullable String piece(int from, int end, Place place, int depth) {
        byte[] bytes = chunk.bytes;
        int at = from;
        while (at < end - 3 && bytes[at] == 0x0F) {
            at += 4;
        }
        if (at >= end || bytes[at] == 0) {
            return count == 0 ? "the record is empty" : null;
        }
        if (depth == DEEPEST || count == MOST_PIECES) {
            return "XML within XML is too deep";
        }
        if ((bytes[at] & 0xBF) == 0x0C) {
            return instance(at, end, place, depth);
        }
        Template template = chunk.fragment(at, end, place);
        if (template == null) {
            return "its XML is damaged";
        }
        next().begin(template, bytes, 0);
        return null;
    }

    private @Nullable String instance(int from, int end, Place place, int depth) {
        byte[] bytes = chunk.bytes;
        int at = from + 10;
        if (at > end - 4) {
            return "it ends within a template";
        }
        int definition = i32(bytes, from + 6);
        Template template = chunk.template(definition, place);
        if (template == null) {
            return "its template is damaged";
        }
        if (definition == at) {
            int size = chunk.definitionSize(at, end);
            if (size < 0 || at + size > end - 4) {
                return "it ends within a template";
            }
            at += size;
        }
        long values = u32(bytes, at);
        if (values > (end - at - 4) / 4) {
            return "it has more values than room";
        }
        EvtxPiece piece = next();
        piece.begin(template, bytes, (int) values);
        int value = at + 4 + 4 * (int) values;
        for (int i = 0; i < values; i++) {
            int size = u16(bytes, at + 4 + 4 * i);
            if (size > end - value) {
                return "its values are longer than it is";
            }
            piece.add(value, size, bytes[at + 6 + 4 * i] & 0xFF);
            value += size;
        }
        return nested(piece, depth);
    }

    private @Nullable String nested(EvtxPiece piece, int depth) {
        for (Template.Nested nested : piece.template().nested) {
            int i = nested.substitution();
            if (piece.is(i, ValueType.BINARY_XML) && piece.size(i) > 0) {
                int from = piece.offset(i);
                String wrong = piece(from, from + piece.size(i), nested.place(), depth + 1);
                if (wrong != null) {
                    return wrong;
                }
            }
        }
        return null;
    }

    private EvtxPiece next() {
        if (count == pieces.size()) {
            pieces.add(new EvtxPiece(texts));
        }
        return pieces.get(count++);
    }

    // ---- looking up

    /** The system's time where the record has it as a number, else the one of the record's head. */
    @Override
    public long time() {
        EvtxPiece system = pieces.getFirst();
        int value = system.only("TimeCreated_SystemTime");
        if (system.is(value, ValueType.FILETIME) && system.size(value) == Long.BYTES) {
            return FileTime.nanos(i64(chunk.bytes, system.offset(value)));
        }
        return FileTime.nanos(i64(chunk.bytes, start + 16));
    }

    @Override
    public long origin() {
        return chunk.offset + start;
    }

    @Override
    public Map<String, ?> fields() {
        return view;
    }

    @Override
    public @Nullable Object value(String field) {
        Object value = null;
        for (int i = 0; value == null && i < count; i++) {
            value = pieces.get(i).value(field);
        }
        return value;
    }

    @Override
    public void forEach(FieldView.Visitor visitor) {
        for (int i = 0; i < count; i++) {
            pieces.get(i).forEach(visitor);
        }
    }
}
