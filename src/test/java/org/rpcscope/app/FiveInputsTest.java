package org.rpcscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rpcscope.app.OneConnectionTest.ends;
import static org.rpcscope.app.OneConnectionTest.operations;
import static org.rpcscope.app.OneConnectionTest.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same traffic as a capture, a Zeek log, EVE, Sysmon and a firewall's log: five views of the same sessions. */
class FiveInputsTest {

    private static final Path SAMPLES = Path.of("sample-data");
    private static final String CAPTURE =
            SAMPLES.resolve("outbound-rpc-v4.pcap").toString();
    private static final DateTimeFormatter ASA_TIME =
            DateTimeFormatter.ofPattern("MMM dd yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private List<JsonNode> alone = List.of();
    private List<String> inputs = List.of();

    @BeforeEach
    void writeTheLogsOfTheCapture() throws IOException {
        alone = scan(List.of(CAPTURE));
        inputs = List.of(
                CAPTURE,
                linesOfTheCapture("conn.log", "\t"),
                linesOfTheCapture("eve.json", "\"src_port\":"),
                write("sysmon.json", alone.stream().map(FiveInputsTest::sysmon).toList()),
                write(
                        "asa.log",
                        alone.stream().flatMap(each -> asa(each).stream()).toList()));
    }

    @Test
    void eachOfThemAloneHasTheSameSessions() throws IOException {
        for (String input : inputs) {
            assertEquals(pairs(alone), pairs(scan(List.of(input))), input);
        }
    }

    @Test
    void togetherTheyAreTheSameSessionsOnceEachInAnyOrder() throws IOException {
        List<JsonNode> expected = scan(inputs);
        assertEquals(ends(alone), ends(expected));
        for (int i = 0; i < alone.size(); i++) {
            JsonNode capture = alone.get(i);
            JsonNode session = expected.get(i);
            Set<String> formats = new TreeSet<>();
            session.at("/rpcscope/inputs")
                    .forEach(input -> formats.add(input.get("format").asText()));
            assertEquals(Set.of("pcap", "zeek-conn", "suricata-eve", "windows-json", "cisco-asa"), formats);
            assertEquals("confirmed", session.at("/rpcscope/tier").asText());
            assertEquals("LAB\\ann", session.at("/user/name").asText());
            assertEquals("Built", session.at("/event/action").asText());
            assertEquals(operations(capture), operations(session), "what several saw is not counted twice");
            assertEquals(counted(capture), counted(session), "payload, as the packets have it");
        }
        int orders = 0;
        for (List<String> order : orders(inputs)) {
            assertEquals(expected, scan(order), order.toString());
            orders++;
        }
        assertEquals(120, orders);
    }

    private static List<Long> counted(JsonNode session) {
        List<Long> counted = new ArrayList<>();
        for (String end : List.of("/source", "/destination")) {
            counted.add(session.at(end + "/bytes").asLong(-1));
            counted.add(session.at(end + "/packets").asLong(-1));
        }
        return counted;
    }

    private static Set<String> pairs(List<JsonNode> sessions) {
        Set<String> pairs = new TreeSet<>();
        for (JsonNode each : sessions) {
            pairs.add(each.at("/source/ip").asText() + " "
                    + each.at("/source/port").asText() + " "
                    + each.at("/destination/ip").asText() + " "
                    + each.at("/destination/port").asText());
        }
        assertEquals(sessions.size(), pairs.size(), "each once");
        return pairs;
    }

    private String write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines).toString();
    }

    /** The lines of a sample that are about the capture's connections, by the port before which {@code before} stands. */
    private String linesOfTheCapture(String sample, String before) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLES.resolve(sample))) {
            boolean about = alone.stream()
                    .anyMatch(each -> line.contains(each.at("/destination/ip").asText())
                            && line.contains(before + each.at("/source/port").asText()));
            if (about || line.startsWith("#")) {
                lines.add(line);
            }
        }
        return write(sample, lines);
    }

    private static String sysmon(JsonNode session) {
        String time = Instant.parse(session.get("@timestamp").asText())
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
        return ("{\"@timestamp\":\"%s\",\"host\":{\"name\":\"ws31\"},\"winlog\":{\"channel\":\"Microsoft-Windows-Sysmon/Operational\",\"computer_name\":\"WS31.lab.example\",\"event_id\":\"3\",\"provider_name\":\"Microsoft-Windows-Sysmon\",\"event_data\":{\"UtcTime\":\"%s\",\"ProcessId\":\"4880\",\"Image\":\"C:\\\\Users\\\\ann\\\\r"
            + ".exe\","
            + "\"User\":\"LAB\\\\ann\",\"Protocol\":\"tcp\",\"Initiated\":\"true\",\"SourceIp\":\"%s\",\"SourcePort\":\"%s\","
            + "\"DestinationIp\":\"%s\",\"DestinationPort\":\"%s\"}}}")
                .formatted(
                        time,
                        time.replace('T', ' ').replace("Z", ""),
                        session.at("/source/ip").asText(),
                        session.at("/source/port").asText(),
                        session.at("/destination/ip").asText(),
                        session.at("/destination/port").asText());
    }

    /** What the firewall between them says at the beginning and at the end. */
    private static List<String> asa(JsonNode session) {
        Instant start = Instant.parse(session.get("@timestamp").asText());
        Instant end = start.plusNanos(session.at("/event/duration").asLong());
        String inside = "inside:" + session.at("/source/ip").asText() + "/"
                + session.at("/source/port").asText();
        String outside = "outside:" + session.at("/destination/ip").asText() + "/"
                + session.at("/destination/port").asText();
        String number = session.at("/source/port").asText();
        return List.of(
                "%s asa01 : %%ASA-6-302013: Built outbound TCP connection %s for %s (%s) to %s (%s)"
                        .formatted(
                                ASA_TIME.format(start),
                                number,
                                outside,
                                outside.substring(8),
                                inside,
                                inside.substring(7)),
                "%s asa01 : %%ASA-6-302014: Teardown TCP connection %s for %s to %s duration 0:00:00 bytes 9999 TCP FINs"
                        .formatted(ASA_TIME.format(end), number, outside, inside));
    }

    private static List<List<String>> orders(List<String> inputs) {
        if (inputs.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String first : inputs) {
            List<String> rest = new ArrayList<>(inputs);
            rest.remove(first);
            for (List<String> order : orders(rest)) {
                List<String> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
