package org.rpcscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.LogEvent;
import org.rpcscope.session.ObservationTable;

class ScanEventsTest {

    private static final EventKind SYSTEM = new EventKind(null, "windows", "system", "7045", "Service installed");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SECONDS = Pattern.compile("seconds=[0-9.]+\\s*");

    @TempDir
    private Path folder;

    /** Lines of JSON: with a member "to" a session of 10.0.4.2, else an event. */
    private static final class Mixed implements InputFormat<ObservationTable> {

        @Override
        public String name() {
            return "mixed";
        }

        @Override
        public int likelihood(Head head) {
            return 50;
        }

        @Override
        public void read(ByteSource source, ObservationTable table, Reading reading) {
            try {
                byte[] bytes = new byte[1 << 16];
                int length = source.read(0, ByteBuffer.wrap(bytes));
                long offset = 0;
                for (String line : new String(bytes, 0, length, StandardCharsets.UTF_8).split("\n")) {
                    JsonNode node = JSON.readTree(line);
                    long time = node.get("t").asLong() * 1_000_000_000L;
                    if (node.has("to")) {
                        session(table, node.get("to").asText(), time, offset);
                    } else {
                        Map<?, ?> fields = JSON.convertValue(node, Map.class);
                        @SuppressWarnings("unchecked")
                        Map<String, ?> named = (Map<String, ?>) fields;
                        String host = node.get("host").asText();
                        table.events()
                                .add(new LogEvent(
                                        time,
                                        host,
                                        IpAddress.parse("10.0.4.2"),
                                        null,
                                        "CORP\\alice",
                                        SYSTEM,
                                        "agent",
                                        offset,
                                        named));
                    }
                    offset += line.length() + 1;
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            table.end();
        }

        private static void session(ObservationTable table, String to, long time, long offset) {
            int row = table.reserve(1);
            int source = table.pools().addresses().intern(Objects.requireNonNull(IpAddress.parse("10.0.4.2")));
            int destination = table.pools().addresses().intern(Objects.requireNonNull(IpAddress.parse(to)));
            table.open(row, source, destination, 50000 << 16 | 135, time, offset);
            table.see(row, time, Evidence.SYN | Evidence.SYN_ACK);
        }
    }

    private static final String LOG = """
        {"t": 100, "to": "81.2.69.142"}
        {"t": 200, "host": "WS-042", "EventID": 7045, "Provider_Name": "Service Control Manager", "ImagePath": "C:\\\\a.exe"}
        {"t": 300, "to": "10.0.4.9"}
        {"t": 400, "host": "WS-042", "EventID": 104, "Provider_Name": "Microsoft-Windows-Eventlog"}
        """;

    @Test
    void matchesAreRecordsInTheOrderOfTimeWhenTheyAreAskedFor() throws IOException {
        Path log = Files.writeString(folder.resolve("mixed.log"), LOG);
        Ran ran = scan("--events", "--format", "jsonl", log.toString());
        assertEquals(CommandLine.FLAGGED, ran.code());
        assertEquals(3, ran.lines().size(), ran.out());
        assertEquals(
                "10.0.4.2",
                JSON.readTree(ran.lines().getFirst()).at("/source/ip").asText());

        JsonNode correlated = JSON.readTree(ran.lines().get(1));
        assertEquals("1970-01-01T00:03:20Z", correlated.get("@timestamp").asText());
        assertEquals("alert", correlated.at("/event/kind").asText());
        assertEquals(
                "Outbound RPC, Then a Service Installed on the Same Host",
                correlated.at("/rule/0/name").asText());
        assertEquals("high", correlated.at("/rule/0/level").asText());
        assertEquals(
                "ws-042",
                correlated
                        .at("/rpcscope/correlation/group")
                        .get("rpcscope.host")
                        .asText());
        assertEquals("32", correlated.at("/rpcscope/record/offset").asText());

        JsonNode cleared = JSON.readTree(ran.lines().get(2));
        String expected = """
            {"@timestamp": "1970-01-01T00:06:40Z",
             "event": {"kind": "alert", "code": "7045", "action": "Service installed"},
             "message": "agent",
             "host": {"name": "WS-042", "ip": "10.0.4.2"},
             "user": {"domain": "CORP", "name": "alice"},
             "rule": [{"id": "ID", "name": "Event Log Cleared", "level": "medium", "author": "RPC Scope"}],
             "threat": {"technique": [{"id": "T1070.001", "name": "Clear Windows Event Logs"}]},
             "rpcscope": {"record": {"file": "FILE", "offset": 177}}}
            """.replace("FILE", log.toString())
                .replace("ID", cleared.at("/rule/0/id").asText());
        assertEquals(JSON.readTree(expected), cleared);
        String summary = "inputs=1 bytes=0 packets=0 events=2 sessions=2 flagged=1 problems=0 ";
        assertEquals(summary, SECONDS.matcher(ran.err()).replaceAll(""));
    }

    @Test
    void withoutTheOptionThereAreSessionsAlone() throws IOException {
        Path log = Files.writeString(folder.resolve("mixed.log"), LOG);
        Ran ran = scan("--format", "jsonl", log.toString());
        assertEquals(1, ran.lines().size(), ran.out());
    }

    @Test
    void tablesHaveThemToo() throws IOException {
        Path log = Files.writeString(folder.resolve("mixed.log"), LOG);
        List<String> rows = scan("--events", "--format", "csv", log.toString()).lines();
        assertEquals(4, rows.size());
        assertEquals(
                "yes,,1970-01-01T00:06:40Z,10.0.4.2" + ",".repeat(12) + "Event Log Cleared," + log
                        + ",,,CORP\\alice,,,WS-042,Service installed: agent",
                rows.get(3));
        String table = scan("--events", "--format", "table", log.toString()).out();
        assertTrue(table.contains("event    1970-01-01 00:06:40  WS-042"), table);
    }

    @Test
    void ownRulesAndCorrelationsReplaceTheBundledOnes() throws IOException {
        Path log = Files.writeString(folder.resolve("mixed.log"), LOG);
        Path rules = Files.writeString(folder.resolve("own.yml"), """
            title: A
            id: 6cb0d0b3-5a3b-4a1c-8f0f-30f9d9b6a001
            name: a
            logsource: {product: windows, service: system}
            detection: {s: {EventID: [7045, 104]}, condition: s}
            ---
            title: B
            id: 6cb0d0b3-5a3b-4a1c-8f0f-30f9d9b6a002
            correlation:
                type: event_count
                rules: [a]
                group-by: [host]
                timespan: 1h
                condition: {gte: 2}
            """);
        Ran ran = scan("--events", "--format", "jsonl", "--rules", rules.toString(), log.toString());
        assertEquals(CommandLine.NOTHING, ran.code(), ran.err());
        List<String> told = new ArrayList<>();
        for (String line : ran.lines()) {
            JsonNode record = JSON.readTree(line);
            told.add(record.at("/rule/0/name").asText() + " " + record.at("/rpcscope/correlation"));
        }
        assertEquals(List.of("B {\"group\":{\"host\":\"WS-042\"},\"value\":2.0}"), told, "A is for B alone");
    }

    private record Ran(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private static Ran scan(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLine.Parts parts = new CommandLine.Parts(
                new Formats<>(List.of(new Mixed())),
                List.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>(List.of("scan", "--quiet"));
        all.addAll(List.of(words));
        int code = CommandLine.run(parts, all.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void exceptionsOfTheProfileHoldForRecordsToo() throws IOException {
        Path log = Files.writeString(folder.resolve("mixed.log"), LOG);
        String filter = "title: Our agent\\nlogsource: {product: windows}\\nfilter:\\n  rules: any\\n"
                + "  s: {EventID: 104}\\n  condition: not s\\n";
        Path profile = Files.writeString(
                folder.resolve("profile.json"),
                "{\"version\":1,\"internal\":[{\"cidr\":\"10.0.0.0/8\",\"comment\":\"RFC"
                        + " 1918\"}],\"external\":[],\"exceptions\":[{\"yaml\":\""
                        + filter + "\"}]}");
        Ran all = scan("--events", "--format", "jsonl", log.toString());
        Ran excepted = scan("--events", "--format", "jsonl", "--profile", profile.toString(), log.toString());
        assertEquals(all.lines().subList(0, 2), excepted.lines());
    }

    @Test
    void thresholdsOfTheProfileNarrowTheSessions() throws IOException {
        Path log = Files.writeString(folder.resolve("mixed.log"), LOG);
        String profile = "{\"version\":2,\"internal\":[{\"cidr\":\"10.0.0.0/8\",\"comment\":\"RFC 1918\"}],"
                + "\"external\":[],\"thresholds\":{\"min_repeats\":%d}}";
        Path once = Files.writeString(folder.resolve("once.json"), profile.formatted(1));
        Path often = Files.writeString(folder.resolve("often.json"), profile.formatted(1000));
        Ran all = scan("--format", "jsonl", log.toString());
        assertEquals(
                all.lines(),
                scan("--format", "jsonl", "--profile", once.toString(), log.toString())
                        .lines());
        assertEquals(
                List.of(),
                scan("--format", "jsonl", "--profile", often.toString(), log.toString())
                        .lines());
        assertEquals(false, all.lines().isEmpty());
    }
}
