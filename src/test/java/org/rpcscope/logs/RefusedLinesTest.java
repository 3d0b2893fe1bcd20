package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.logs.windows.WindowsJson;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/** What no sensor writes: lines of many megabytes and JSON of a hundred thousand levels, between lines that are sound. */
@Timeout(60)
class RefusedLinesTest {

    private static final String DEEP = "{\"a\":[".repeat(50_000) + "1" + "]}".repeat(50_000);
    private static final String OPEN = "{\"a\":[".repeat(50_000);
    private static final String LONG = "x".repeat(5 << 20);

    @Test
    void conn() throws IOException {
        refuses(
                new ZeekConn(() -> 0),
                "{\"ts\":1.5,\"id.orig_h\":\"10.0.1.6\",\"id.orig_p\":54243,\"id.resp_h\":\"10.0.0.4\",\"id.resp_p\":135,"
                    + "\"proto\":\"tcp\",\"conn_state\":\"SF\"");
    }

    @Test
    void eve() throws IOException {
        refuses(
                new SuricataEve(() -> 0),
                "{\"timestamp\":\"2026-03-02T08:00:00Z\",\"event_type\":\"flow\",\"src_ip\":\"10.0.1.6\",\"src_port\":1,"
                    + "\"dest_ip\":\"9.9.9.9\",\"dest_port\":135,\"proto\":\"TCP\"");
    }

    @Test
    void ecs() throws IOException {
        refuses(
                TableFormat.ecs(() -> 0),
                "{\"@timestamp\":\"2026-03-02T08:00:00Z\",\"source\":{\"ip\":\"10.0.1.6\",\"port\":1},"
                        + "\"destination\":{\"ip\":\"9.9.9.9\",\"port\":135},\"network\":{\"transport\":\"tcp\"}");
    }

    @Test
    void alertsOfEveAreKeptWholeAndDeepOnesAreRefused() throws IOException {
        String alert = "{\"timestamp\":\"2026-03-02T08:00:00Z\",\"event_type\":\"alert\",\"src_ip\":\"10.0.1.6\","
                + "\"src_port\":1,\"dest_ip\":\"9.9.9.9\",\"dest_port\":135,\"proto\":\"TCP\","
                + "\"alert\":{\"signature\":\"x\",\"signature_id\":1}";
        assertEquals(
                List.of("3 records", "1 events", "offset " + (alert.length() + 2) + ": line 2: not a JSON object"),
                read(
                        new SuricataEve(() -> 0),
                        alert + "}\n" + alert + ",\"x\":" + DEEP + "}\n" + alert.replace("alert\"", "tls\"") + "}\n"));
    }

    @Test
    void windows() throws IOException {
        String record = "{\"EventID\":5156,\"Channel\":\"Security\",\"EventTime\":\"2026-03-02T08:00:00Z\","
                + "\"SourceAddress\":\"10.0.1.6\",\"SourcePort\":1,\"DestAddress\":\"9.9.9.9\",\"DestPort\":135,"
                + "\"Protocol\":6";
        String sound = record + "}\n";
        String deep = record + ",\"x\":" + DEEP + "}\n";
        String wide = record + ",\"x\":\"" + LONG + "\"}\n";
        int at = sound.length();
        assertEquals(
                List.of(
                        "2 records",
                        "0 events",
                        "offset " + at + ": line 2: its JSON is nested too deeply",
                        "offset " + (at + deep.length()) + ": line 3: " + LineFeed.TOO_LONG),
                read(new WindowsJson(() -> 0), sound + deep + wide + sound));
    }

    /** Members that no one reads may be as deep as they like; what does not end is no object. */
    private static void refuses(InputFormat<ObservationTable> format, String record) throws IOException {
        String sound = record + "}\n";
        String deep = record + ",\"x\":" + DEEP + "}\n";
        String open = record + ",\"x\":" + OPEN + "\n";
        String wide = record + ",\"x\":\"" + LONG + "\"}\n";
        long at = (long) sound.length() + deep.length();
        byte[] begin = record.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        "3 records",
                        "0 events",
                        "offset " + at + ": line 3: not a JSON object: " + Ascii.excerpt(begin, 0, begin.length),
                        "offset " + (at + open.length()) + ": line 4: " + LineFeed.TOO_LONG),
                read(format, sound + deep + open + wide + sound));
    }

    private static List<String> read(InputFormat<ObservationTable> format, String text) throws IOException {
        ObservationTable table = new ObservationTable(new Input("-", format.name(), 0), new Pools());
        Problems problems = new Problems();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes))) {
            format.read(source, table, new Reading(2, new Progress(), problems));
        }
        List<String> all = new ArrayList<>();
        all.add(table.rows() + " records");
        all.add(table.events().count() + " events");
        problems.first().stream().map(Problem::toString).forEach(all::add);
        return all;
    }
}
