package org.rpcscope.logs.windows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.logs.IsoTimes;

/**
 * One record as XML, with the fields that {@link XmlEvents} found in it: where their texts stand, which are made only when
 * they are asked for. Filled anew for each record; one thread.
 */
final class XmlRecord implements WindowsRecord {

    private final FieldView view = new FieldView(this);
    private final FieldIndex index = new FieldIndex();
    private final IsoTimes times = new IsoTimes();
    private final TextCache cache = new TextCache();
    private String[] names = new String[64];
    private @Nullable String[] texts = new String[64]; // of those that do not stand as they are
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int count;
    private byte[] bytes = new byte[0];
    private long origin;

    /** Begins a record that stands in these bytes, and at an offset of the input. */
    void begin(byte[] of, long at) {
        bytes = of;
        origin = at;
        count = 0;
        index.clear();
    }

    /** Adds a text to a field; several of one name are a list. */
    void add(String name, String text) {
        add(name, text, 0, 0);
    }

    /** Adds the text that stands between two positions. */
    void add(String name, int start, int end) {
        add(name, null, start, end);
    }

    private void add(String name, @Nullable String text, int start, int end) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            texts = Arrays.copyOf(texts, count * 2);
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        names[count] = name;
        texts[count] = text;
        from[count] = start;
        to[count++] = end;
    }

    @Override
    public long time() {
        String text = text("TimeCreated_SystemTime");
        return text == null ? -1 : times.parse(text);
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
        int first = index.first(names, count, field);
        return first < 0 ? null : value(field, first);
    }

    @Override
    public void forEach(FieldView.Visitor visitor) {
        for (int i = 0; i < count; i++) {
            if (index.first(names, count, names[i]) == i) {
                visitor.visit(names[i], value(names[i], i));
            }
        }
    }

    private Object value(String field, int first) {
        int next = index.next(names, count, field, first + 1);
        if (next < 0) {
            return text(first);
        }
        List<String> all = new ArrayList<>();
        all.add(text(first));
        while (next >= 0 && all.size() < BinaryValue.MOST_ELEMENTS) {
            all.add(text(next));
            next = index.next(names, count, field, next + 1);
        }
        return all;
    }

    private String text(int i) {
        String text = texts[i];
        return text == null ? cache.utf8(bytes, from[i], to[i]) : text;
    }
}
