package org.rpcscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorReportTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        no room for 10.20.4.31:135               | no room for <address>:135
        from 2001:db8::1 to fe80::1              | from <address> to <address>
        ::1 is mine                              | <address> is mine
        cannot open /home/jo/case 7.pcap         | cannot open <path> 7.pcap
        C:\\Users\\jo\\case.pcap is not a file   | <path> is not a file
        \\\\server\\share\\case.pcap is gone     | <path> is gone
        index 3 out of bounds for length 3       | index 3 out of bounds for length 3
        """)
    void addressesAndPathsAreTakenOut(String text, String redacted) {
        assertEquals(redacted, ErrorReport.redacted(text));
    }

    @Test
    void theReportSaysWhatWasThrownAndWhere() {
        String report = ErrorReport.of(new IllegalStateException("at 10.0.0.1", new RuntimeException("/etc/x")), "1.2");
        assertTrue(report.startsWith("RPC Scope 1.2\nJava "), report);
        assertTrue(report.contains("java.lang.IllegalStateException: at <address>"), report);
        assertTrue(report.contains("Caused by: java.lang.RuntimeException: <path>"), report);
        assertTrue(report.contains("\tat " + ErrorReportTest.class.getName()), report);
    }
}
