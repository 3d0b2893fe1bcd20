package org.rpcscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.cli.CommandLine;

/** The same traffic from several inputs: each connection once, with all its origins, whatever the order. */
class OneConnectionTest {

    private static final String CAPTURE =
            Path.of("sample-data", "outbound-rpc-v4.pcap").toString();
    private static final String CONN = Path.of("sample-data", "conn.log").toString();

    @TempDir
    private Path folder;

    @Test
    void captureAndLogsOfTheSameTrafficAreTheSameSessionsInAnyOrder() throws IOException {
        List<JsonNode> alone = scan(List.of(CAPTURE));
        String said = folder.resolve("dce_rpc.log").toString();
        Files.writeString(Path.of(said), dceRpc(alone));
        List<String> inputs = new ArrayList<>(List.of(CAPTURE, CONN, said));
        List<JsonNode> expected = scan(inputs);

        List<JsonNode> joined = expected.stream()
                .filter(record -> record.at("/rpcscope/inputs").size() == 3)
                .toList();
        assertEquals(ends(alone), ends(joined));
        assertEquals(scan(List.of(CONN)).size(), expected.size(), "the capture and the operations add no session");
        for (int i = 0; i < alone.size(); i++) {
            JsonNode one = joined.get(i);
            assertEquals("confirmed", one.at("/rpcscope/tier").asText());
            assertEquals(operations(alone.get(i)), operations(one), "what both saw is not counted twice");
        }

        Random random = new Random(3);
        for (int i = 0; i < 6; i++) {
            Collections.shuffle(inputs, random);
            assertEquals(expected, scan(inputs), inputs.toString());
        }
        inputs.add(CONN);
        assertEquals(expected, scan(inputs), "a file twice changes nothing");
    }

    @Test
    void aCopyOfAFileChangesNoSession() throws IOException {
        Path copy = Files.copy(Path.of(CONN), folder.resolve("copy.log"));
        List<JsonNode> alone = scan(List.of(CONN));
        List<JsonNode> both = scan(List.of(CONN, copy.toString()));
        assertEquals(ends(alone), ends(both));
        assertTrue(
                both.stream().allMatch(record -> record.at("/rpcscope/inputs").size() == 2));
    }

    /** What a capture alone says a log allowed: the best evidence of both is that of one confirmed session. */
    @Test
    void aLogThatSaysAttemptAndACaptureOfTheBindAreOneConfirmedSession() throws IOException {
        JsonNode session = scan(List.of(CAPTURE)).getFirst();
        Path log = Files.writeString(
                folder.resolve("conn.json"),
                ("{\"ts\":\"%s\",\"id.orig_h\":\"%s\",\"id.orig_p\":%d,\"id.resp_h\":\"%s\",\"id.resp_p\":135,"
                                + "\"proto\":\"tcp\",\"conn_state\":\"S0\"}%n")
                        .formatted(
                                session.get("@timestamp").asText(),
                                session.at("/source/ip").asText(),
                                session.at("/source/port").asInt(),
                                session.at("/destination/ip").asText()));
        assertEquals(
                "attempt",
                scan(List.of(log.toString())).getFirst().at("/rpcscope/tier").asText());
        List<JsonNode> both = scan(List.of(log.toString(), CAPTURE));
        assertEquals(ends(scan(List.of(CAPTURE))), ends(both));
        assertEquals("confirmed", both.getFirst().at("/rpcscope/tier").asText());
        assertEquals(2, both.getFirst().at("/rpcscope/inputs").size());
    }

    static List<String> operations(JsonNode record) {
        List<String> operations = new ArrayList<>();
        record.at("/rpcscope/operations").forEach(each -> operations.add(each.toString()));
        Collections.sort(operations);
        return operations;
    }

    /** The operations of sessions as Zeek would log them. */
    private static String dceRpc(List<JsonNode> sessions) {
        StringBuilder log =
                new StringBuilder("#separator \\x09\n#unset_field\t-\n#path\tdce_rpc\n#fields\tts\tuid\tid.orig_h"
                        + "\tid.orig_p\tid.resp_h\tid.resp_p\tnamed_pipe\tendpoint\toperation\n");
        int uid = 0;
        for (JsonNode session : sessions) {
            uid++;
            for (JsonNode operation : session.at("/rpcscope/operations")) {
                for (int i = 0; i < operation.get("count").asInt(); i++) {
                    log.append("%s\tC%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s%n"
                            .formatted(
                                    session.get("@timestamp").asText(),
                                    uid,
                                    session.at("/source/ip").asText(),
                                    session.at("/source/port").asText(),
                                    session.at("/destination/ip").asText(),
                                    session.at("/destination/port").asText(),
                                    session.at("/destination/port").asText(),
                                    operation.get("interface").asText(),
                                    operation.get("name").asText()));
                }
            }
        }
        return log.toString();
    }

    static List<String> ends(List<JsonNode> sessions) {
        return sessions.stream()
                .map(each -> each.at("/source/ip").asText() + ":"
                        + each.at("/source/port").asText() + " "
                        + each.at("/destination/ip").asText() + ":"
                        + each.at("/destination/port").asText() + " "
                        + each.get("@timestamp").asText())
                .toList();
    }

    static List<JsonNode> scan(List<String> inputs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLine.Parts parts = new CommandLine.Parts(
                Main.formats(),
                List.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        List<String> words = new ArrayList<>(List.of("scan", "--all", "--format", "jsonl"));
        words.addAll(inputs);
        CommandLine.run(parts, words.toArray(String[]::new));
        List<JsonNode> records = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            records.add(new ObjectMapper().readTree(line));
        }
        return records;
    }
}
