package org.rpcscope.logs.windows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.logs.LocalTimes;

/**
 * One record as a line of JSON, in whatever shape its shipper gives it. Filled anew for each line; one thread.
 */
final class JsonRecord implements WindowsRecord {

    private final FieldView view = new FieldView(this);
    private final JsonMembers members = new JsonMembers();
    private final JsonTimes times;
    private long origin;

    JsonRecord(LocalTimes times) {
        this.times = new JsonTimes(times);
    }

    /**
     * Takes a line.
     *
     * @param offset where it begins in the input
     * @return what is wrong with it, or null
     */
    @Nullable
    String fill(byte[] bytes, int from, int to, long offset) {
        origin = offset;
        return members.fill(bytes, from, to);
    }

    /** Whether the members are those of a record of Windows: an id, and the log or the provider that it is of. */
    boolean isRecord() {
        return eventId() >= 0 && !(channel().isEmpty() && provider().isEmpty());
    }

    @Override
    public long time() {
        return times.time(members);
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
        Object value = members.value(field);
        if (value == null) {
            List<String> names = JsonNames.elsewhere(field);
            for (int i = 0; value == null && i < names.size(); i++) {
                value = members.value(names.get(i));
            }
        }
        return value;
    }

    @Override
    public void forEach(FieldView.Visitor visitor) {
        for (int i = 0; i < members.count(); i++) {
            visitor.visit(members.name(i), members.value(i));
        }
        for (String field : JsonNames.fields()) {
            Object value = value(field);
            if (value != null) {
                visitor.visit(field, value);
            }
        }
    }
}
