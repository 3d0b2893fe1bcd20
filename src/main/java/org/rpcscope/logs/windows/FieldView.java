package org.rpcscope.logs.windows;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record as a map that rules look into: nothing is copied that no rule asks for. A process creation of the
 * security log also answers to the names that rules have for those of Sysmon.
 */
final class FieldView extends AbstractMap<String, Object> {

    private static final Map<String, String> ALSO_CALLED =
            Map.of("Image", "NewProcessName", "ParentImage", "ParentProcessName");

    private static final Set<String> OF_SYSTEM =
            Set.of("EventID", "Version", "Level", "Task", "Opcode", "Keywords", "EventRecordID", "Channel", "Computer");

    private final Source source;

    /** Where the values are. */
    interface Source {

        /** A text, a list of texts, or null where the record does not have the field. */
        @Nullable
        Object value(String field);

        /** Calls for each field that the record has. */
        void forEach(Visitor visitor);
    }

    /** Is told of each field. */
    interface Visitor {
        void visit(String name, Object value);
    }

    FieldView(Source source) {
        this.source = source;
    }

    /**
     * The name of a field of the provider's own, as rules have it: "Threat Name" is {@code ThreatName}. One that has the
     * name of a field of the system is told apart, such as the channel that event 104 says was cleared.
     */
    static String own(String name) {
        String key = name.indexOf(' ') < 0 ? name : name.replace(" ", "");
        return OF_SYSTEM.contains(key) ? "EventData_" + key : key;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        if (!(name instanceof String field)) {
            return null;
        }
        Object value = source.value(field);
        String other = value == null ? ALSO_CALLED.get(field) : null;
        return other == null ? value : source.value(other);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = new HashMap<>();
        source.forEach(all::putIfAbsent);
        ALSO_CALLED.forEach((name, other) -> {
            Object value = all.get(other);
            if (value != null) {
                all.putIfAbsent(name, value);
            }
        });
        return all.entrySet();
    }
}
