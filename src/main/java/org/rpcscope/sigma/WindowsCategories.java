package org.rpcscope.sigma;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which generic category of Sigma a record of a Windows log belongs to (specification 2.1, appendix taxonomy), by its event
 * id. Rules for such a category say nothing of event ids, and would else be asked about every record.
 */
public final class WindowsCategories {

    /** Of records that belong to no category: no rule names it. */
    private static final String NONE = "none";

    private static final Map<String, String> SYSMON = Map.ofEntries(
            Map.entry("1", "process_creation"),
            Map.entry("2", "file_change"),
            Map.entry("3", "network_connection"),
            Map.entry("4", "sysmon_status"),
            Map.entry("5", "process_termination"),
            Map.entry("6", "driver_load"),
            Map.entry("7", "image_load"),
            Map.entry("8", "create_remote_thread"),
            Map.entry("9", "raw_access_thread"),
            Map.entry("10", "process_access"),
            Map.entry("11", "file_event"),
            Map.entry("12", LogSource.REGISTRY), // a key made or removed: which of them stands in EventType
            Map.entry("13", "registry_set"),
            Map.entry("14", "registry_rename"),
            Map.entry("15", "create_stream_hash"),
            Map.entry("16", "sysmon_status"),
            Map.entry("17", "pipe_created"),
            Map.entry("18", "pipe_created"),
            Map.entry("19", "wmi_event"),
            Map.entry("20", "wmi_event"),
            Map.entry("21", "wmi_event"),
            Map.entry("22", "dns_query"),
            Map.entry("23", "file_delete"),
            Map.entry("24", "clipboard_capture"),
            Map.entry("25", "process_tampering"),
            Map.entry("26", "file_delete_detected"),
            Map.entry("27", "file_block_executable"),
            Map.entry("28", "file_block_shredding"),
            Map.entry("29", "file_executable_detected"),
            Map.entry("255", "sysmon_error"));

    private static final Map<String, String> SECURITY = Map.of("4688", "process_creation");

    private static final Map<String, String> POWERSHELL = Map.of("4103", "ps_module", "4104", "ps_script");

    private static final Map<String, Map<String, String>> SERVICES =
            Map.of("sysmon", SYSMON, "security", SECURITY, "powershell", POWERSHELL);

    private WindowsCategories() {}

    /**
     * What is known of where a record comes from, with the category that follows from its event id.
     *
     * @param source of the record
     * @param eventId as text
     */
    public static LogSource with(LogSource source, String eventId) {
        if (source.category() != null || !"windows".equals(source.product())) {
            return source;
        }
        String category = category(source.service(), eventId);
        return category == null ? source : new LogSource(category, source.product(), source.service());
    }

    private static @Nullable String category(@Nullable String service, String eventId) {
        Map<String, String> known = service == null ? null : SERVICES.get(service);
        return known == null ? null : known.getOrDefault(eventId, NONE);
    }
}
