package org.rpcscope.logs.windows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where shippers put what Windows calls otherwise: Winlogbeat and Elastic Agent (their field references for "winlog" and
 * the Elastic Common Schema), NXLog (im_msvistalog), Splunk (Add-on for Windows). A table in a resource; immutable.
 */
final class JsonNames {

    private static final Map<String, List<String>> ELSEWHERE = read();

    private JsonNames() {}

    /** Other names of a field, in the order in which they are looked for. */
    static List<String> elsewhere(String field) {
        return ELSEWHERE.getOrDefault(field, List.of());
    }

    /** All fields that have other names. */
    static Iterable<String> fields() {
        return ELSEWHERE.keySet();
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> names = new HashMap<>();
        EventTypes.table("json-names.tsv", cells -> names.put(cells[0], List.of(cells[1].split(","))));
        return Map.copyOf(names);
    }
}
