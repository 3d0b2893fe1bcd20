package org.rpcscope.logs.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Head;
import org.rpcscope.input.Sources;
import org.rpcscope.logs.windows.WindowsLogs.Result;

/** JSON that other shippers wrote, held against what others say of it. Skipped where it is not at hand. */
class RealWindowsJsonTest {

    private static final Path DATA = Path.of("..", "shared", "data");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "otrf_covenant_sharpsc_query_dcerpc_smb_svcctl_2020-08-06012009.json, 70",
        "otrf_covenant_sharpwmi_create_dcerpc_wmi_2020-08-06035621.json, 160"
    })
    void everyRecordIsFoundAndPort135IsAsTheTruthSays(String name, int sessions) throws IOException {
        Path file = DATA.resolve("logs").resolve(name);
        assumeTrue(Files.exists(file));
        JsonNode truth =
                JSON.readTree(DATA.resolve("truth").resolve(name + ".json").toFile());
        Result result;
        try (ByteSource source = Sources.open(file)) {
            assertEquals(88, new WindowsJson(() -> 0).likelihood(Sources.head(source)));
            result = WindowsLogs.read(new WindowsJson(WindowsLogs.clock()), source, 2);
        }
        assertEquals(List.of(), result.problems());
        assertEquals(sessions, result.rows().size());
        assertEquals(
                truth.get("lines").asInt(),
                result.rows().size() + result.events().size());

        List<String> expected = new ArrayList<>();
        truth.get("port135_rows").forEach(row -> expected.add(ends(row)));
        assertEquals(
                expected,
                result.rows().stream()
                        .filter(row -> row.contains(":135 "))
                        .map(row -> row.split(" "))
                        .map(cells -> cells[2] + ' ' + cells[4] + ' ' + cells[7] + ' ' + cells[8])
                        .toList());

        Map<String, Integer> byId = new TreeMap<>();
        result.rows().forEach(row -> byId.merge(row.split(" ")[7], 1, Integer::sum));
        result.events().forEach(event -> byId.merge(event.split(" ")[4], 1, Integer::sum));
        Map<String, Integer> counted = new TreeMap<>();
        truth.get("by_event_id")
                .properties()
                .forEach(entry -> counted.put(entry.getKey(), entry.getValue().asInt()));
        assertEquals(counted, byId);
    }

    private static String ends(JsonNode row) {
        boolean sysmon = row.get("event_id").asInt() == 3;
        return "%s:%s %s:%s %s %s"
                .formatted(
                        row.get(sysmon ? "SourceIp" : "SourceAddress").asText().replace(":0:0:0:", "::"),
                        row.get("SourcePort").asText(),
                        row.get(sysmon ? "DestinationIp" : "DestAddress")
                                .asText()
                                .replace(":0:0:0:", "::"),
                        row.get(sysmon ? "DestinationPort" : "DestPort").asText(),
                        row.get("event_id").asText(),
                        row.get("Hostname").asText());
    }

    /** Line for line: what their parser calls a source and a destination is a session with these ends. */
    @ParameterizedTest
    @CsvSource({"sekoia_windows_json, 57, 3", "sekoia_winlogbeat_json, 28, 2"})
    void sessionsAreThoseThatAnotherParserSees(String name, int lines, int sessions) throws IOException {
        Path file = DATA.resolve("logs").resolve(name + ".log");
        assumeTrue(Files.exists(file));
        List<String> log = Files.readAllLines(file);
        List<String> truth = Files.readAllLines(DATA.resolve("truth").resolve(name + ".expected.ndjson"));
        assertEquals(lines, log.size());
        int found = 0;
        for (int i = 0; i < lines; i++) {
            byte[] line = log.get(i).getBytes(StandardCharsets.UTF_8);
            JsonNode expected = JSON.readTree(truth.get(i)).get("expected");
            assertEquals(88, new WindowsJson(() -> 0).likelihood(new Head(line)), "line " + (i + 1));
            Result result = WindowsLogs.read(new WindowsJson(WindowsLogs.clock()), line, 1);
            assertEquals(List.of(), result.problems(), "line " + (i + 1));
            assertEquals(1, result.rows().size() + result.events().size());
            for (String row : result.rows()) {
                String[] cells = row.split(" ");
                String ends = expected.has("destination")
                        ? end(expected.get("source")) + ' ' + end(expected.get("destination"))
                        : "1.2.3.4:58499 5.6.7.8:445"; // theirs leaves the ends of Winlogbeat's 5156 out
                assertEquals(ends, cells[2] + ' ' + cells[4], "line " + (i + 1));
                found++;
            }
        }
        assertEquals(sessions, found);
    }

    private static String end(JsonNode end) {
        return end.get("ip").asText() + ':' + end.get("port").asText();
    }
}
