package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.InputFormat.Head;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.mapping.Guess;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.mapping.Meaning;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

class TableFormatTest {

    private static final String CSV = """
        Start,Source,Source port,Target,Port,Protocol,Action,Bytes sent,Bytes received,Duration,Hits
        2026-11-24 10:00:00,10.0.7.80,49201,198.51.100.7,135,TCP,Allowed,1200,900,2.5,7
        24.11.2026 10:00:01,10.0.7.80,49202,198.51.100.8,135,6,blocked by rule,60,0,,7
        Nov 24, 2026 10:00:02,oops
        2026-11-24 10:00:03,10.0.7.80,,198.51.100.8,135,TCP,Allowed,,,,7
        2026-11-24 10:00:04,10.0.7.80,8,198.51.100.8,0,ICMP,Allowed,,,,7
        2026-11-24T10:00:05Z,::ffff:10.0.7.80,49203,198.51.100.9,135,DCERPC,,,,,7
        Start,Source,Source port,Target,Port,Protocol,Action,Bytes sent,Bytes received,Duration,Hits
        1795514406000,10.0.7.80,49204,198.51.100.9,135,tcp,no answer,60,,,7
        """;

    /** What a table gives, in text. */
    private record Result(List<String> rows, List<String> problems) {}

    @Test
    void rowsAreReadByTheirColumns() {
        Result result = read(CSV, 1, 1 << 18);
        assertEquals(
                List.of(
                        "1795514400000000000 +2500000000 tcp 10.0.7.80:49201 > 198.51.100.7:135 1200/900 bytes"
                                + " established",
                        "1795514401000000000 +0 tcp 10.0.7.80:49202 > 198.51.100.8:135 60/0 bytes blocked",
                        "1795514405000000000 +0 tcp 10.0.7.80:49203 > 198.51.100.9:135 -1/-1 bytes confirmed",
                        "1795514406000000000 +0 tcp 10.0.7.80:49204 > 198.51.100.9:135 60/-1 bytes attempt"),
                result.rows());
        assertEquals(
                List.of("offset 252: line 4: 3 of 11 columns", "offset 279: line 5: there is no port"),
                result.problems());
    }

    @Test
    void threadsAndChunksChangeNothing() {
        Result once = read(CSV, 1, 1 << 18);
        for (int chunk : new int[] {64, 100, 300}) {
            assertEquals(once, read(CSV, 3, chunk));
        }
    }

    @Test
    void theAnalystsMappingStandsBeforeTheGuess() {
        SavedMappings saved = new SavedMappings();
        Mapping guessed = Guess.of(bytes(CSV)).mapping();
        Mapping turned = guessed.with(1, Meaning.DESTINATION).with(3, Meaning.SOURCE);
        saved.put(turned);
        TableFormat format = TableFormat.any(saved, 1 << 18);
        assertEquals(95, format.likelihood(new Head(bytes(CSV))));
        assertEquals(15, TableFormat.any(new SavedMappings(), 1 << 18).likelihood(new Head(bytes(CSV))));
        assertTrue(read(format, CSV, 1).rows().getFirst().contains("198.51.100.7:49201 > 10.0.7.80:135"));
        SavedMappings given = new SavedMappings();
        given.give(turned.with(0, Meaning.NONE));
        assertEquals(List.of(), read(TableFormat.any(given, 1 << 18), CSV, 1).rows(), "there is no time by that one");
    }

    @Test
    void ecsIsReadNestedOrWithPoints() {
        String nested =
                "{\"@timestamp\":\"2026-11-24T10:00:00.5Z\",\"event\":{\"type\":[\"connection\",\"denied\"],\"duration\":7},\"source\":{\"ip\":\"10.0.7.80\",\"port\":49201},\"destination\":{\"ip\":[\"198.51.100.7\"],\"port\":135},\"network\":{\"transport\":\"tcp\"}}\n";
        String flat = "{\"@timestamp\":\"2026-11-24T10:00:01Z\",\"source.ip\":\"10.0.7.80\",\"source.port\":\"49202\","
                + "\"destination.ip\":\"198.51.100.7\",\"destination.port\":135,\"network.transport\":\"tcp\","
                + "\"network.protocol\":\"dce_rpc\",\"source\":{\"bytes\":5}}\n";
        String other =
                "{\"@timestamp\":\"2026-11-24T10:00:02Z\",\"event\":{\"category\":[\"process\"]},\"process\":{\"name\":\"x\"}}\n";
        String zeek =
                "{\"@timestamp\":\"2026-11-24T10:00:03Z\",\"source\":{\"ip\":\"10.0.7.80\",\"port\":49203},\"destination\":{\"ip\":\"198.51.100.7\",\"port\":445},\"network\":{\"transport\":\"tcp\",\"protocol\":\"dce_rpc\"},\"zeek\":{\"session_id\":\"C1\",\"dce_rpc\":{\"endpoint\":\"svcctl\",\"operation\":\"CreateServiceW\",\"named_pipe\":\"\\\\PIPE\\\\svcctl\"}}}\n";
        TableFormat ecs = TableFormat.ecs(() -> 0);
        assertEquals(60, ecs.likelihood(new Head(bytes(nested))));
        assertEquals(60, ecs.likelihood(new Head(bytes(flat))));
        assertEquals(0, ecs.likelihood(new Head(bytes(CSV))));
        Result result = read(ecs, nested + flat + other + zeek + "{\"a\n", 1);
        assertEquals(
                List.of(
                        "1795514400500000000 +7 tcp 10.0.7.80:49201 > 198.51.100.7:135 -1/-1 bytes blocked",
                        "1795514401000000000 +0 tcp 10.0.7.80:49202 > 198.51.100.7:135 5/-1 bytes confirmed",
                        "1795514403000000000 +0 tcp 10.0.7.80:49203 > 198.51.100.7:445 -1/-1 bytes confirmed"
                                + " svcctl.CreateServiceW [svcctl]"),
                result.rows());
        int offset = (nested + flat + other + zeek).length();
        assertEquals(List.of("offset " + offset + ": line 5: not a JSON object: \"{\"a\""), result.problems());
    }

    @Test
    void deepJsonAndLongLinesAreRefused() {
        String start = "{\"@timestamp\":\"2026-11-24T10:00:00Z\",\"source.ip\":\"10.0.7.80\",\"source.port\":1,"
                + "\"destination.ip\":\"198.51.100.7\",\"destination.port\":135,\"network.transport\":\"tcp\"";
        String deep = start + ",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";
        String open = start + ",\"source\":" + "{\"ip\":".repeat(50_000) + "\n";
        String wide = start + ",\"x\":\"" + "y".repeat(1 << 21) + "\"}\n";
        Result result = read(TableFormat.ecs(() -> 0), start + "}\n" + deep + open + wide, 1);
        assertEquals(2, result.rows().size());
        assertEquals(2, result.problems().size());
        assertTrue(
                result.problems().getFirst().contains("not a JSON object"),
                result.problems().getFirst());
        assertTrue(
                result.problems().getLast().endsWith("a line of more than 1 MiB is skipped"),
                result.problems().getLast());
    }

    @Test
    void mutatedTablesNeitherFailNorHang() {
        byte[] json = bytes(
                "{\"time\":1795514400,\"src\":\"10.0.0.1\",\"dst\":{\"ip\":\"10.0.0.2\"},\"dport\":135}\n".repeat(4));
        Random random = new Random(20261124);
        long rows = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = (i % 2 == 0 ? bytes(CSV) : json).clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            InputFormat<ObservationTable> format = TableFormat.any(new SavedMappings(), 1 << (7 + i % 6));
            format.likelihood(new Head(bytes));
            rows += read(format, new String(bytes, StandardCharsets.ISO_8859_1), 1)
                    .rows()
                    .size();
        }
        assertTrue(rows > 5_000, "most rows survive: " + rows);
    }

    private static Result read(String text, int threads, int chunkSize) {
        return read(TableFormat.any(new SavedMappings(), chunkSize), text, threads);
    }

    private static Result read(InputFormat<ObservationTable> format, String text, int threads) {
        Problems problems = new Problems();
        ObservationTable table = new ObservationTable(new Input("-", "table", 0), new Pools());
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes(text)))) {
            format.read(source, table, new Reading(threads, new Progress(), problems));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            StringBuilder said = new StringBuilder();
            table.conversation(row)
                    .calls()
                    .forEach(calls -> said.append(" " + calls.interfaceName() + "." + calls.operationName()));
            said.append(
                    table.conversation(row).pipes().isEmpty()
                            ? ""
                            : " " + table.conversation(row).pipes());
            rows.add(Logs.row(table, row).replaceAll("-?\\d+/-?\\d+ packets (\\w+) .*", "$1") + said);
        }
        return new Result(rows, problems.first().stream().map(Problem::toString).toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
