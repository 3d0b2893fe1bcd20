package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.logs.firewall.FirewallFormats;
import org.rpcscope.logs.flow.FlowFormats;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/** Logs whose records stand on several lines: which format they are of, their rows, and the lines of what is damaged. */
class SeveralLinesLogsTest {

    private record Result(String format, List<String> rows, List<String> problems) {}

    @Test
    void nfdumpJson() {
        String record = """
            {
            \t"type" : "FLOW",
            \t"first" : "2026-11-24T10:00:00.000",
            \t"last" : "2026-11-24T10:00:02.000",
            \t"in_packets" : 6,
            \t"in_bytes" : 900,
            \t"proto" : %s,
            \t"src4_addr" : "10.0.7.80",
            \t"dst4_addr" : "198.51.100.7",
            \t"src_port" : %d,
            \t"dst_port" : 135
            }
            """;
        String broken = record.formatted("6", 2).substring(0, 120) + "\n";
        String log = "[\n" + record.formatted("6", 49_201) + ",\n" + broken + record.formatted("6", 49_203) + "]\n";
        assertEquals(
                new Result(
                        "netflow-json",
                        List.of("10.0.7.80:49201 > 198.51.100.7:135", "10.0.7.80:49203 > 198.51.100.7:135"),
                        List.of("line 15: this is no line of netflow-json")),
                read(log));
    }

    @Test
    void eve() {
        String record = """
            {
              "timestamp": "2026-11-24T09:00:00.200000+0000",
              "event_type": "flow",
              "src_ip": "10.0.7.80", "src_port": 49201,
              "dest_ip": "198.51.100.7", "dest_port": 135,
              "proto": "TCP",
              "flow": {
                "pkts_toserver": 9, "pkts_toclient": 7,
                "state": "closed"
              }
            }
            """;
        List<String> rows = List.of("10.0.7.80:49201 > 198.51.100.7:135", "10.0.7.80:49202 > 198.51.100.7:135");
        String second = record.replace("49201", "49202");
        assertEquals(new Result("suricata-eve", rows, List.of()), read(record + second));
        assertEquals(new Result("suricata-eve", rows, List.of()), read("[" + record + "," + second + "]"));
        assertEquals(
                new Result(
                        "suricata-eve",
                        rows,
                        List.of("line 12: not a JSON object: \"{ \"timestamp\": \"2026-11-24T09:00:00.2000...\"")),
                read(record + "{\n  \"timestamp\": \"2026-11-24T09:00:00.20000\n" + second));
    }

    @Test
    void ecsAndOtherObjects() {
        String record = """
            {
              "@timestamp": "2026-11-24T09:00:00Z",
              "source": {
                "ip": "10.0.7.80",
                "port": 49201
              },
              "destination": {"ip": "198.51.100.7", "port": 135},
              "network": {"transport": "tcp"}
            }\
            """;
        List<String> rows = List.of("10.0.7.80:49201 > 198.51.100.7:135", "10.0.7.80:49202 > 198.51.100.7:135");
        String array = "[\n" + record + ",\n" + record.replace("49201", "49202") + "\n]\n";
        assertEquals(new Result("ecs", rows, List.of()), read(array));
        String other = array.replace("@timestamp", "when").replace("\"source\"", "\"client\"");
        assertEquals(new Result("table", rows, List.of()), read(other.replace("\"destination\"", "\"server\"")));
    }

    @Test
    void azureInOneObject() {
        String record = """
            {
              "time": "2026-11-24T09:00:00Z",
              "properties": {"Version": 2, "flows": [
                {"rule": "out", "flows": [{"mac": "0", "flowTuples": [
                  "1795510800,10.0.7.80,198.51.100.7,49201,135,T,O,A,B,,,,"
                ]}]}
              ]}
            }\
            """;
        String log = "{\"records\": [\n" + record + ",\n" + record.replace("49201", "49202") + "\n]}\n";
        assertEquals(
                new Result(
                        "azure-flow",
                        List.of("10.0.7.80:49201 > 198.51.100.7:135", "10.0.7.80:49202 > 198.51.100.7:135"),
                        List.of()),
                read(log));
    }

    @Test
    void cellsWithLineEnds() {
        String log = """
            time,src_ip,src_port,dst_ip,dst_port,proto,note
            2026-11-24 10:00:00,10.0.7.80,49201,198.51.100.7,135,tcp,"first

            third ""line""\"
            2026-11-24 10:00:01,10.0.7.80,198.51.100.7,135,tcp,"one
            short"
            2026-11-24 10:00:02,10.0.7.80,49203,198.51.100.7,135,tcp,"never closed
            2026-11-24 10:00:03,10.0.7.80,49204,198.51.100.7,135,tcp,"sound"
            """;
        Result result = read(log);
        assertEquals("table", result.format);
        assertEquals(
                List.of(
                        "10.0.7.80:49201 > 198.51.100.7:135",
                        "10.0.7.80:49203 > 198.51.100.7:135",
                        "10.0.7.80:49204 > 198.51.100.7:135"),
                result.rows);
        assertEquals(1, result.problems.size());
        assertTrue(result.problems.getFirst().startsWith("line 5: "), result.problems.getFirst());
    }

    /** Deeper than any record: it is refused with its line, and what stands around it is read. */
    @Test
    void deepJsonIsRefused() {
        String sound = "{\n  \"when\": \"2026-11-24T09:00:00Z\",\n  \"src_ip\": \"10.0.7.80\", \"src_port\": 49201,\n"
                + "  \"dst_ip\": \"198.51.100.7\", \"dst_port\": 135, \"proto\": \"tcp\"\n}\n";
        String deep = "{\n  \"a\": " + "{\"a\":[\n    ".repeat(10_000) + "1" + "]}".repeat(10_000) + "\n}\n";
        Result result = read(sound + deep + sound.replace("49201", "49202"));
        assertEquals("table", result.format);
        assertEquals(List.of("10.0.7.80:49201 > 198.51.100.7:135", "10.0.7.80:49202 > 198.51.100.7:135"), result.rows);
        assertEquals(1, result.problems.size());
        assertTrue(result.problems.getFirst().startsWith("line 6: "), result.problems.getFirst());
    }

    /** A record longer than any line may be is one problem, and what follows is read. */
    @Test
    void aRecordThatIsTooLongIsRefused() {
        String sound = "{\n  \"when\": \"2026-11-24T09:00:00Z\",\n  \"src_ip\": \"10.0.7.80\", \"src_port\": 49201,\n"
                + "  \"dst_ip\": \"198.51.100.7\", \"dst_port\": 135, \"proto\": \"tcp\"\n}\n";
        String big = "{\n" + ("  \"m\": \"" + "x".repeat(1000) + "\",\n").repeat(2_000) + "  \"z\": 1\n}\n";
        Result result = read(sound + big + sound.replace("49201", "49202"));
        assertEquals(List.of("10.0.7.80:49201 > 198.51.100.7:135", "10.0.7.80:49202 > 198.51.100.7:135"), result.rows);
        assertEquals(List.of("line 6: " + LineFeed.TOO_LONG), result.problems);
    }

    private static Result read(String text) {
        List<InputFormat<ObservationTable>> all = new ArrayList<>(FirewallFormats.all(() -> 0, LineFormat.CHUNK));
        all.addAll(FlowFormats.all(() -> 0, LineFormat.CHUNK));
        all.add(new SuricataEve(() -> 0));
        all.add(TableFormat.ecs(() -> 0));
        all.add(TableFormat.any(() -> 0, new SavedMappings()));
        Problems problems = new Problems();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes))) {
            InputFormat<ObservationTable> format =
                    new Formats<>(all).detect(Sources.head(source)).orElseThrow();
            ObservationTable table = new ObservationTable(new Input("-", format.name(), 0), new Pools());
            format.read(source, table, new Reading(2, new Progress(), problems, TextLogs.assumed()));
            List<String> rows = new ArrayList<>();
            AddressPool addresses = table.pools().addresses();
            for (int row = 0; row < table.rows(); row++) {
                rows.add(addresses.address(table.source(row)) + ":" + table.sourcePort(row) + " > "
                        + addresses.address(table.destination(row)) + ":" + table.destinationPort(row));
            }
            return new Result(
                    format.name(),
                    rows,
                    problems.first().stream()
                            .map(Problem::toString)
                            .map(problem -> problem.replaceFirst("offset \\d+: ", ""))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
