package org.rpcscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/** Logs whose first record is longer than what is looked at of most inputs: they are known by their first lines all the same. */
class LongRecordsTest {

    private static final String LONG = "x".repeat(300_000);

    /** Logs of two records, the first of them a long one, by the format that knows them. */
    private static final Map<String, String> LOGS = Map.of(
            "table", // of JSON lines
            """
            {"note":"%s","when":"2026-11-24T09:00:00Z","src_ip":"10.0.7.80","src_port":49201,"dst_ip":"198.51.100.7","dst_port":135}
            {"note":"","when":"2026-11-24T09:00:01Z","src_ip":"10.0.7.80","src_port":49202,"dst_ip":"198.51.100.7","dst_port":135}
            """,
            "zeek-conn",
            """
            {"history":"%s","ts":1.5,"uid":"C1","id.orig_h":"10.0.7.80","id.orig_p":49201,"id.resp_h":"198.51.100.7","id.resp_p":135,"proto":"tcp","conn_state":"SF"}
            {"history":"","ts":2.5,"uid":"C2","id.orig_h":"10.0.7.80","id.orig_p":49202,"id.resp_h":"198.51.100.7","id.resp_p":135,"proto":"tcp","conn_state":"SF"}
            """,
            "suricata-eve",
            """
            {"payload":"%s","timestamp":"2026-11-24T09:00:00.000000+0000","flow_id":1,"event_type":"alert","src_ip":"10.0.7.80","src_port":49201,"dest_ip":"198.51.100.7","dest_port":135,"proto":"TCP"}
            {"timestamp":"2026-11-24T09:00:01.000000+0000","flow_id":2,"event_type":"alert","src_ip":"10.0.7.80","src_port":49202,"dest_ip":"198.51.100.7","dest_port":135,"proto":"TCP"}
            """,
            "windows-json",
            """
            {"message":"%s","EventID":3,"Channel":"Microsoft-Windows-Sysmon/Operational","UtcTime":"2026-11-24 09:00:00.000","Protocol":"tcp","Initiated":"true","SourceIp":"10.0.7.80","SourcePort":"49201","DestinationIp":"198.51.100.7","DestinationPort":"135"}
            {"message":"","EventID":3,"Channel":"Microsoft-Windows-Sysmon/Operational","UtcTime":"2026-11-24 09:00:01.000","Protocol":"tcp","Initiated":"true","SourceIp":"10.0.7.80","SourcePort":"49202","DestinationIp":"198.51.100.7","DestinationPort":"135"}
            """,
            "windows-xml",
            """
            <Events><!-- %s -->
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Sysmon'/><EventID>3</EventID><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws</Computer></System><EventData><Data Name='UtcTime'>2026-11-24 09:00:00.000</Data><Data Name='Protocol'>tcp</Data><Data Name='Initiated'>true</Data><Data Name='SourceIp'>10.0.7.80</Data><Data Name='SourcePort'>49201</Data><Data Name='DestinationIp'>198.51.100.7</Data><Data Name='DestinationPort'>135</Data></EventData></Event>
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Sysmon'/><EventID>3</EventID><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws</Computer></System><EventData><Data Name='UtcTime'>2026-11-24 09:00:01.000</Data><Data Name='Protocol'>tcp</Data><Data Name='Initiated'>true</Data><Data Name='SourceIp'>10.0.7.80</Data><Data Name='SourcePort'>49202</Data><Data Name='DestinationIp'>198.51.100.7</Data><Data Name='DestinationPort'>135</Data></EventData></Event>
            </Events>
            """);

    private static final List<String> ROWS =
            List.of("10.0.7.80:49201 > 198.51.100.7:135", "10.0.7.80:49202 > 198.51.100.7:135");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"table", "zeek-conn", "suricata-eve", "windows-json", "windows-xml"})
    void aLogIsKnownThoughItsFirstRecordIsLong(String format) throws IOException {
        byte[] log = LOGS.get(format).replace("%s", LONG).getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(format, ROWS, List.of()), readFile(log));
        assertEquals(List.of(format, ROWS, List.of()), readFile(gzip(log)));
    }

    @Test
    void aTableOfValuesIsKnownThoughItsFirstRowOrItsHeaderIsLong() throws IOException {
        String first = "2026-11-24T09:00:00Z,10.0.7.80,49201,198.51.100.7,135,";
        String second = "2026-11-24T09:00:01Z,10.0.7.80,49202,198.51.100.7,135,";
        String header = "time,src_ip,src_port,dst_ip,dst_port,";
        for (String table : List.of(
                header + "note\n" + first + LONG + "\n" + second + "\n",
                "# " + LONG + "\n" + header + "note\n" + first + "\n" + second + "\n",
                header + LONG + "\n" + first + "\n" + second + "\n")) {
            byte[] log = table.getBytes(StandardCharsets.UTF_8);
            assertEquals(List.of("table", ROWS, List.of()), readFile(log));
            assertEquals(List.of("table", ROWS, List.of()), readFile(gzip(log)));
        }
    }

    @Test
    void aRecordOverSeveralLinesMayBeLongToo() throws IOException {
        String record = "{\n  \"note\": \"%s\",\n  \"when\": \"2026-11-24T09:00:00Z\",\n  \"src_ip\": \"10.0.7.80\",\n"
                + "  \"src_port\": 49201,\n  \"dst_ip\": \"198.51.100.7\",\n  \"dst_port\": 135\n}\n";
        String log = record.replace("%s", LONG) + record.replace("49201", "49202");
        assertEquals(List.of("table", ROWS, List.of()), readFile(log.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void moreThanAMebibyteIsNotLookedAt() throws IOException {
        byte[] line = "x".repeat(3_000_000).getBytes(StandardCharsets.UTF_8);
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(line))) {
            assertEquals(1 << 20, Sources.head(source).bytes().length);
            assertEquals(Optional.empty(), Main.formats().detect(Sources.head(source)));
        }
        line[100] = 0; // no text, whose first line nobody asks for
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(line))) {
            assertEquals(Sources.HEAD, Sources.head(source).bytes().length);
        }
    }

    private List<Object> readFile(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("log"), bytes);
        try (ByteSource source = Sources.open(file)) {
            InputFormat<ObservationTable> format =
                    Main.formats().detect(Sources.head(source)).orElseThrow();
            ObservationTable table = new ObservationTable(new Input("log", format.name(), 0), new Pools());
            Problems problems = new Problems();
            format.read(source, table, new Reading(2, new Progress(), problems, Assumed.nothing()));
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < table.rows(); row++) {
                rows.add(table.pools().addresses().address(table.source(row)) + ":" + table.sourcePort(row) + " > "
                        + table.pools().addresses().address(table.destination(row)) + ":" + table.destinationPort(row));
            }
            return List.of(
                    format.name(),
                    rows,
                    problems.first().stream().map(Problem::toString).toList());
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
