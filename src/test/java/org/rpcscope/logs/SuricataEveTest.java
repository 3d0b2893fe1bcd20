package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Head;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

class SuricataEveTest {

    private static final String ENDS =
            "\"src_ip\":\"10.0.7.80\",\"src_port\":49201,\"dest_ip\":\"198.51.100.7\",\"dest_port\":135,\"proto\":\"TCP\"";
    private static final String BIND =
            "{\"timestamp\":\"2026-11-24T10:00:00.200000+0100\",\"flow_id\":7,\"event_type\":\"dcerpc\","
                    + ENDS
                    + ",\"dcerpc\":{\"request\":\"BIND\",\"response\":\"BINDACK\",\"call_id\":1,\"rpc_version\":\"5.0\",\"interfaces\":[{\"uuid\":\"e1af8308-5d1f-11c9-91a4-08002b14a0fa\",\"version\":\"3.0\",\"ack_result\":0}]}}\n";
    private static final String REQUEST =
            "{\"timestamp\":\"2026-11-24T10:00:00.300000+0100\",\"flow_id\":7,\"event_type\":\"dcerpc\","
                    + ENDS
                    + ",\"dcerpc\":{\"request\":\"REQUEST\",\"response\":\"%s\",\"call_id\":2,\"req\":{\"opnum\":3,"
                    + "\"frag_cnt\":1,\"stub_data_size\":156},\"rpc_version\":\"5.0\"}}\n";
    private static final String FLOW =
            "{\"timestamp\":\"2026-11-24T10:01:00.000000+0100\",\"flow_id\":7,\"event_type\":\"flow\","
                    + ENDS
                    + ",\"app_proto\":\"dcerpc\",\"flow\":{\"pkts_toserver\":9,\"pkts_toclient\":7,\"bytes_toserver\":1200,\"bytes_toclient\":900,\"start\":\"2026-11-24T10:00:00.100000+0100\",\"end\":\"2026-11-24T10:00:05.000000+0100\",\"state\":\"closed\"},\"tcp\":{\"tcp_flags_ts\":\"1b\",\"tcp_flags_tc\":\"1b\",\"state\":\"closed\"}}\n";
    private static final String ALERT =
            "{\"timestamp\":\"2026-11-24T10:00:00.300000+0100\",\"flow_id\":7,\"event_type\":\"alert\","
                + "\"src_ip\":\"198.51.100.7\",\"src_port\":135,\"dest_ip\":\"10.0.7.80\",\"dest_port\":49201,\"proto\":\"TCP\",\"alert\":{\"action\":\"allowed\",\"signature_id\":2000001,\"signature\":\"RPC"
                + " out\",\"severity\":1}}\n";

    /** What a log gives, in text. */
    private record Result(List<String> rows, List<String> events, List<String> problems) {}

    @Test
    void recordsOfOneFlowAreOneSession() {
        Result all = read(BIND + REQUEST.formatted("RESPONSE") + REQUEST.formatted("FAULT") + ALERT + FLOW, 1, 1 << 18);
        assertEquals(
                List.of("1795510800200000000 +4800000000 tcp 10.0.7.80:49201 > 198.51.100.7:135 1200/900 bytes 9/7"
                        + " packets confirmed success [null null null] 14780 at 0 null"
                        + " e1af8308-5d1f-11c9-91a4-08002b14a0fa 3.0 ACCEPTED; 3 x2 faults 1"),
                all.rows());
        assertEquals(List.of(), all.problems());
        assertEquals(1, all.events().size());
        assertTrue(
                all.events().getFirst().contains("198.51.100.7 10.0.7.80"),
                all.events().getFirst());
        assertTrue(
                all.events().getFirst().contains("Alert suricata/alert [RPC out]"),
                all.events().getFirst());
    }

    @Test
    void theOrderOfRecordsChangesNoSession() {
        List<String> lines = List.of(BIND, REQUEST.formatted("RESPONSE"), REQUEST.formatted("FAULT"), ALERT, FLOW);
        Random random = new Random(6);
        for (int i = 0; i < 30; i++) {
            List<String> mixed = new ArrayList<>(lines);
            java.util.Collections.shuffle(mixed, random);
            List<String> rows = read(String.join("", mixed), 1 + i % 3, 64).rows();
            assertEquals(1, rows.size(), () -> String.join("", mixed));
            assertTrue(
                    rows.getFirst().contains("tcp 10.0.7.80:49201 > 198.51.100.7:135 1200/900 bytes"), rows.getFirst());
            assertTrue(rows.getFirst().contains(" confirmed success"), rows.getFirst());
            assertTrue(rows.getFirst().endsWith("3.0 ACCEPTED; 3 x2 faults 1"), rows.getFirst());
        }
    }

    /** What Suricata finds when it gives a flow up has the time of the packet that it reads at that moment. */
    @Test
    void aRecordWithTheTimeOfAnotherPacketBelongsToItsFlow() {
        String late = REQUEST.formatted("UNREPLIED").replace("10:00:00.300000", "09:59:42.642841");
        assertEquals(
                List.of("1795510800200000000 +4800000000 tcp 10.0.7.80:49201 > 198.51.100.7:135 1200/900 bytes 9/7"
                        + " packets confirmed success [null null null] 14780 at 0 null"
                        + " e1af8308-5d1f-11c9-91a4-08002b14a0fa 3.0 ACCEPTED; 3 x1 faults 0"),
                read(BIND + late + FLOW, 1, 1 << 18).rows());
    }

    @Test
    void tiersFollowFromFlagsCountersAndActions() {
        String flow = "{\"timestamp\":\"2026-11-24T10:01:00.000000+0000\",\"event_type\":\"flow\"," + ENDS
                + ",\"flow\":{\"pkts_toserver\":%d,\"pkts_toclient\":%d,\"bytes_toserver\":%d,\"bytes_toclient\":%d,"
                + "\"state\":\"new\"%s},\"tcp\":{\"tcp_flags_ts\":\"%s\",\"tcp_flags_tc\":\"%s\"}}\n";
        assertEquals("attempt", tier(flow.formatted(3, 0, 186, 0, "", "02", "00")));
        assertEquals("blocked", tier(flow.formatted(1, 1, 62, 60, "", "02", "14")));
        assertEquals("blocked", tier(flow.formatted(1, 1, 62, 60, ",\"action\":\"drop\"", "02", "12")));
        assertEquals("established", tier(flow.formatted(4, 4, 700, 900, "", "1b", "1b")));
        assertEquals("confirmed", tier(FLOW));
        assertEquals("blocked", tier(ALERT.replace("allowed", "blocked")));
        assertEquals("attempt", tier(ALERT));
    }

    @Test
    void netflowRecordsOfBothWaysAreOneSession() {
        String there =
                "{\"timestamp\":\"2026-11-24T10:01:00.000000+0000\",\"flow_id\":9,\"event_type\":\"netflow\"," + ENDS
                        + ",\"netflow\":{\"pkts\":9,\"bytes\":1200,\"start\":\"2026-11-24T10:00:00.000000+0000\","
                        + "\"end\":\"2026-11-24T10:00:05.000000+0000\"}}\n";
        String back = there.replace("10.0.7.80", "X")
                .replace("198.51.100.7", "10.0.7.80")
                .replace("X", "198.51.100.7")
                .replace("49201", "Y")
                .replace("135", "49201")
                .replace("Y", "135")
                .replace("\"pkts\":9,\"bytes\":1200", "\"pkts\":7,\"bytes\":900");
        assertEquals(
                List.of("1795514400000000000 +5000000000 tcp 10.0.7.80:49201 > 198.51.100.7:135 1200/900 bytes 9/7"
                        + " packets established success [null null null] 10180 at 0 null ; "),
                read(there + back, 1, 1 << 18).rows());
    }

    @Test
    void dcerpcInSmbIsHeardAndWhoSignedIn() {
        String smb = "{\"timestamp\":\"2026-11-24T10:00:00.300000+0000\",\"flow_id\":8,\"event_type\":\"smb\","
                + ENDS.replace("135", "445") + ",\"smb\":%s}\n";
        String bind = "{\"command\":\"SMB2_COMMAND_WRITE\",\"dcerpc\":{\"request\":\"BIND\",\"response\":\"BINDACK\","
            + "\"interfaces\":[{\"uuid\":\"367abb81-9844-35f1-ad32-98f038001003\",\"version\":\"2.0\",\"ack_result\":0}],\"call_id\":1}}";
        String call =
                "{\"dcerpc\":{\"request\":\"REQUEST\",\"response\":\"RESPONSE\",\"opnum\":15,\"req\":{\"frag_cnt\":1},\"call_id\":2}}";
        String token =
                "{\"status\":\"STATUS_SUCCESS\",\"ntlmssp\":{\"domain\":\"LAB\",\"user\":\"ann\",\"host\":\"WS1\",\"version\":\"10.0\"}}";
        List<String> rows = read(smb.formatted(token) + smb.formatted(bind) + smb.formatted(call), 1, 1 << 18)
                .rows();
        assertEquals(1, rows.size());
        assertTrue(rows.getFirst().contains(" confirmed success"), rows.getFirst());
        assertTrue(
                rows.getFirst()
                        .endsWith("367abb81-9844-35f1-ad32-98f038001003 2.0 ACCEPTED; 15 x1 faults 0 ntlm LAB ann WS1"
                                + " ACCEPTED"),
                rows.getFirst());
    }

    @Test
    void faultsAreNamedAndTheRestIsRead() {
        Result result = read("{\"a\n" + FLOW.replace("\"src_port\":49201,", "") + "[1]\n" + FLOW, 1, 1 << 18);
        assertEquals(1, result.rows().size());
        assertEquals(
                List.of(
                        "offset 0: line 1: not a JSON object: \"{\"a\"",
                        "offset 4: line 2: there is no port",
                        "offset " + (4 + FLOW.length() - 17) + ": line 3: not a JSON object: \"[1]\""),
                result.problems());
    }

    @Test
    void itIsKnownByItsContent() {
        assertEquals(92, likelihood(FLOW));
        assertEquals(
                92, likelihood("{\"timestamp\":\"2026-11-24T10:01:00+0000\",\"event_type\":\"stats\",\"stats\":{}}\n"));
        assertEquals(0, likelihood(Logs.HEADER + Logs.LINE));
        assertEquals(0, likelihood("{\"ts\":1,\"id.orig_h\":\"10.0.0.1\"}\n"));
        assertEquals(0, likelihood(""));
    }

    @Test
    void mutatedRecordsNeitherFailNorHang() {
        byte[] all = (BIND + REQUEST + ALERT + FLOW).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261124);
        long rows = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = all.clone();
            for (int k = random.nextInt(8); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            rows += read(new String(bytes, StandardCharsets.ISO_8859_1), 1, 1 << (6 + i % 8))
                    .rows()
                    .size();
        }
        assertTrue(rows > 5_000, "most records survive: " + rows);
    }

    /** A message each, with what another product's parser makes of it. */
    @ParameterizedTest
    @ValueSource(strings = {"sekoia_suricata_eve", "sekoia_jizo_ndr"})
    void realMessagesHaveTheEndsThatAnotherParserFinds(String name) throws IOException {
        Path log = Path.of("../shared/data/logs/" + name + ".log");
        Assumptions.assumeTrue(Files.exists(log), "the shared data is not here");
        List<String> expected = new ArrayList<>();
        com.fasterxml.jackson.databind.ObjectMapper json = new com.fasterxml.jackson.databind.ObjectMapper();
        for (String line : Files.readAllLines(Path.of("../shared/data/truth/" + name + ".expected.ndjson"))) {
            var truth = json.readTree(line).at("/expected");
            expected.add("%s %s:%s > %s:%s"
                    .formatted(
                            truth.at("/network/transport").asText("TCP").toLowerCase(java.util.Locale.ROOT),
                            truth.at("/source/ip").asText(),
                            truth.at("/source/port").asText(),
                            truth.at("/destination/ip").asText(),
                            truth.at("/destination/port").asText()));
        }
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            found.add(read(line + "\n", 1, 1 << 18)
                    .rows()
                    .getFirst()
                    .split(" ", 3)[2]
                    .split(" -?\\d+/")[0]);
        }
        assertEquals(expected, found);
    }

    private static String tier(String line) {
        String row = read(line, 1, 1 << 18).rows().getFirst();
        return row.substring(row.indexOf("packets ") + 8).split(" ")[0];
    }

    private static int likelihood(String text) {
        return new SuricataEve(() -> 0).likelihood(new Head(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Result read(String text, int threads, int chunkSize) {
        Problems problems = new Problems();
        ObservationTable table = new ObservationTable(new Input("-", "suricata-eve", 0), new Pools());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes))) {
            new SuricataEve(() -> 0, chunkSize).read(source, table, new Reading(threads, new Progress(), problems));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.add(row(table, row));
        }
        List<String> events = new ArrayList<>();
        for (int event = 0; event < table.events().count(); event++) {
            events.add(ZeekRead.event(table.events(), event));
        }
        return new Result(
                rows, events, problems.first().stream().map(Problem::toString).toList());
    }

    private static String row(ObservationTable table, int row) {
        StringBuilder text = new StringBuilder();
        for (Binding binding : table.conversation(row).bindings()) {
            text.append("%s %s %s"
                    .formatted(
                            binding.interfaceId().uuid(), binding.interfaceId().version(), binding.result()));
        }
        text.append("; ");
        for (Calls calls : table.conversation(row).calls()) {
            text.append("%d x%d faults %d".formatted(calls.opnum(), calls.count(), calls.faults()));
        }
        table.conversation(row)
                .authentications()
                .forEach(each -> text.append(" %s %s %s %s %s"
                        .formatted(each.type(), each.domain(), each.user(), each.workstation(), each.outcome())));
        String action = table.pools().texts().text(table.action(row));
        return Logs.row(table, row).replaceAll("\\[(\\w+) null (\\w+)]", "[null null null]") + " " + action + " "
                + text;
    }
}
