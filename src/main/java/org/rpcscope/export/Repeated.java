package org.rpcscope.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Values that stand in many records, such as a rule or the reason of a zone: written out once, and copied from then on. For
 * one thread.
 *
 * @param <T> what equal values look alike in, wherever they stand
 */
final class Repeated<T> {

    /** A capture may be made so that nothing in it stands twice. */
    private static final int MOST = 1000;

    private final Map<T, SerializedString> known = new HashMap<>();
    private final JsonFactory factory;
    private final Part<T> part;

    /** Writes one value. */
    interface Part<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    /** @param part how a value is written; asked once for equal ones */
    Repeated(JsonFactory factory, Part<T> part) {
        this.factory = factory;
        this.part = part;
    }

    void write(JsonGenerator json, T value) throws IOException {
        SerializedString text = known.get(value);
        if (text == null) {
            text = text(value);
            if (known.size() == MOST) {
                known.clear();
            }
            known.put(value, text);
        }
        json.writeRawValue(text);
    }

    private SerializedString text(T value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator once = factory.createGenerator(bytes)) {
            part.write(once, value);
        }
        return new SerializedString(bytes.toString(StandardCharsets.UTF_8));
    }
}
