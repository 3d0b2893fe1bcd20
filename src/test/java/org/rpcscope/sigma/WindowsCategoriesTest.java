package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsCategoriesTest {

    @ParameterizedTest(name = "{0} {1}: rules for {2}? {3}")
    @CsvSource(nullValues = "-", textBlock = """
        sysmon,   1,    process_creation,   true
        sysmon,   1,    network_connection, false
        sysmon,   3,    network_connection, true
        sysmon,   22,   dns_query,          true
        sysmon,   13,   registry_set,       true
        sysmon,   13,   registry_event,     true
        sysmon,   13,   registry_add,       false
        sysmon,   12,   registry_add,       true
        sysmon,   12,   registry_delete,    true
        sysmon,   12,   process_creation,   false
        sysmon,   999,  process_creation,   false
        security, 4688, process_creation,   true
        security, 4624, process_creation,   false
        security, 4624, -,                  true
        powershell, 4104, ps_script,        true
        system,   7045, process_creation,   true
        -,        1,    process_creation,   true
        """)
    void aRuleForACategoryIsAskedAboutItsRecordsAlone(
            @Nullable String service, String eventId, @Nullable String category, boolean asked) {
        LogSource record = WindowsCategories.with(new LogSource(null, "windows", service), eventId);
        assertEquals(asked, new LogSource(category, "windows", null).agreesWith(record));
    }
}
