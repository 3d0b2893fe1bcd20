package org.rpcscope.logs.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record as XML, with the fields that {@link XmlEvents} found in it. Filled anew for each record; one thread. */
final class XmlRecord implements WindowsRecord {

    private final FieldView view = new FieldView(this);
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private long origin;

    /** Begins a record that stands at an offset of the input. */
    void begin(long at) {
        origin = at;
        fields.clear();
    }

    /** Adds a text to a field; several of one name are a list. */
    void add(String name, String text) {
        List<String> texts = fields.computeIfAbsent(name, _ -> new ArrayList<>(1));
        if (texts.size() < BinaryValue.MOST_ELEMENTS) {
            texts.add(text);
        }
    }

    @Override
    public long time() {
        return WindowsTexts.time(text("TimeCreated_SystemTime"));
    }

    @Override
    public long origin() {
        return origin;
    }

    @Override
    public Map<String, ?> fields() {
        return view;
    }

    @Override
    public @Nullable Object value(String field) {
        List<String> texts = fields.get(field);
        return texts == null ? null : one(texts);
    }

    @Override
    public void forEach(FieldView.Visitor visitor) {
        fields.forEach((name, texts) -> visitor.visit(name, one(texts)));
    }

    private static Object one(List<String> texts) {
        return texts.size() == 1 ? texts.getFirst() : texts;
    }
}
