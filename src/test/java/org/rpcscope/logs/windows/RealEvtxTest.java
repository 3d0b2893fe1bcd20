package org.rpcscope.logs.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Sources;
import org.rpcscope.logs.windows.WindowsLogs.Result;

/** Log files of real hosts, held against what another program says of them. Skipped where they are not at hand. */
class RealEvtxTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    @ParameterizedTest
    @CsvSource({
        "DE_104_system_log_cleared.evtx, 0, 1",
        "DE_RDP_Tunnel_5156.evtx, 63, 38",
        "LM_DCOM_MSHTA_LethalHTA_Sysmon_3_1.evtx, 1, 1",
        "LM_sysmon_remote_task_src_powershell.evtx, 2, 1",
        "babyshark_mimikatz_powershell.evtx, 1, 32",
        "privesc_rotten_potato_from_webshell_metasploit_sysmon_1_8_3.evtx, 7, 6"
    })
    void everyRecordIsFoundAndPort135IsAsTheTruthSays(String name, int sessions, int events) throws IOException {
        Path file = DATA.resolve("evtx").resolve(name);
        assumeTrue(Files.exists(file));
        JsonNode truth = new ObjectMapper()
                .readTree(DATA.resolve("truth").resolve(name + ".json").toFile());
        Result result;
        try (ByteSource source = Sources.open(file)) {
            result = WindowsLogs.read(new EvtxFormat(WindowsLogs.clock()), source, 2);
        }
        assertEquals(List.of(), result.problems());
        assertEquals(sessions, result.rows().size());
        assertEquals(events, result.events().size());
        assertEquals(
                truth.get("network_events_3_or_5156").asInt(), result.rows().size());

        List<String> on135 = result.rows().stream()
                .filter(row -> row.contains(":135 "))
                .map(row -> row.replaceFirst(" at \\d+$", "").replaceFirst("( (?:3|5156)) \\S+ ", "$1 "))
                .toList();
        List<String> expected = new ArrayList<>();
        truth.get("port135_rows").forEach(row -> expected.add(row(row)));
        assertEquals(expected, on135);

        Map<String, Integer> byId = new TreeMap<>();
        result.rows().forEach(row -> byId.merge(row.split(" ")[7], 1, Integer::sum));
        result.fields().forEach(fields -> byId.merge(id(fields), 1, Integer::sum));
        Map<String, Integer> counted = new TreeMap<>();
        truth.get("by_event_id")
                .properties()
                .forEach(entry -> counted.put(entry.getKey(), entry.getValue().asInt()));
        assertEquals(counted, byId);
    }

    private static String id(String fields) {
        String rest = fields.substring(fields.indexOf(", EventID=") + 10);
        return rest.substring(0, rest.indexOf(','));
    }

    private static String row(JsonNode row) {
        boolean sysmon = row.get("event_id").asInt() == 3;
        long time = WindowsTexts.time(row.get(sysmon ? "UtcTime" : "time").asText());
        return "%d tcp %s:%s > %s:%s %s %s %s"
                .formatted(
                        time,
                        row.get(sysmon ? "SourceIp" : "SourceAddress").asText().replace(":0:0:0:", "::"),
                        row.get("SourcePort").asText(),
                        row.get(sysmon ? "DestinationIp" : "DestAddress")
                                .asText()
                                .replace(":0:0:0:", "::"),
                        row.get(sysmon ? "DestinationPort" : "DestPort").asText(),
                        sysmon ? "established success" : "attempt unknown",
                        row.get("event_id").asText(),
                        sysmon
                                ? row.get("User").asText()
                                        + ' '
                                        + row.get("Image").asText()
                                : "null " + row.get("Application").asText());
    }
}
