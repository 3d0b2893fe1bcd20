package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.InputFormat.Head;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/**
 * Ten thousand mutations of the lines of sensors and tables, always the same: no exception, no hang, and the same for any
 * number of threads and any chunk size.
 */
class ReadersFuzzTest {

    private static final Path SAMPLES = Path.of("sample-data");
    private static final int MUTATIONS = 10_000;
    private static final int A_TIME = 200;
    private static final String DCE_RPC = """
        #separator \\x09
        #set_separator\t,
        #empty_field\t(empty)
        #unset_field\t-
        #path\tdce_rpc
        #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\trtt\tnamed_pipe\tendpoint\toperation
        1772438400.029194\tC1\t10.0.7.80\t41892\t198.51.100.7\t135\t0.1\t135\tepmapper\tept_map
        1772438401.029194\tC2\t10.0.7.80\t41893\t198.51.100.7\t49152\t-\t49152\tsvcctl\tCreateService\\x57
        {"_path":"dce_rpc","ts":1.5,"uid":"C1","id":{"orig_h":"10.0.7.80","orig_p":1,"resp_h":"::1","resp_p":135}}
        {"_path":"notice","ts":"2026-03-02T08:00:00Z","note":"X::Y","msg":"a\\u0041","src":"10.0.7.80","x":[1,{"a":2}]}
        """;

    static List<Arguments> logs() throws IOException {
        return List.of(
                Arguments.of(new ZeekConn(() -> 0, 1000), sample("conn.log")),
                Arguments.of(new ZeekConn(() -> 0, 1000), sample("conn-v6.json")),
                Arguments.of(new ZeekLog(() -> 0, 1000), DCE_RPC.getBytes(StandardCharsets.UTF_8)),
                Arguments.of(new SuricataEve(() -> 0, 1000), sample("eve.json")),
                Arguments.of(TableFormat.ecs(() -> 0), sample("ecs.ndjson")),
                Arguments.of(TableFormat.any(new SavedMappings(), 1000), sample("firewall.csv")));
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SAMPLES.resolve(name));
    }

    @ParameterizedTest
    @MethodSource("logs")
    @Timeout(60)
    void mutationsNeverThrow(InputFormat<ObservationTable> format, byte[] log) throws IOException {
        MutatedLogs mutated = new MutatedLogs(log);
        long sound = records(read(format, log, 1));
        long more = 0;
        for (int i = 0; i < MUTATIONS; i += A_TIME) {
            byte[] lines = mutated.next(A_TIME);
            byte[] bytes = Arrays.copyOf(log, log.length + lines.length); // the sound lines say how to read the others
            System.arraycopy(lines, 0, bytes, log.length, lines.length);
            List<String> read = read(format, bytes, 3);
            if (i % (10 * A_TIME) == 0) {
                assertEquals(read(format, bytes, 1), read);
            }
            format.likelihood(new Head(Arrays.copyOf(lines, Math.min(lines.length, Sources.HEAD))));
            more += records(read) - sound;
        }
        assertTrue(more > 100, "some mutations are still records: " + more);
    }

    private static long records(List<String> read) {
        return read.stream().filter(line -> line.contains(" at ")).count();
    }

    private static List<String> read(InputFormat<ObservationTable> format, byte[] bytes, int threads)
            throws IOException {
        ObservationTable table = new ObservationTable(new Input("-", format.name(), 0), new Pools());
        Problems problems = new Problems();
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes))) {
            format.read(source, table, new Reading(threads, new Progress(), problems));
        }
        List<String> all = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            all.add(ZeekRead.row(table, row));
        }
        for (int event = 0; event < table.events().count(); event++) {
            all.add(ZeekRead.event(table.events(), event));
        }
        Stream<Problem> first = problems.first().stream();
        all.addAll(first.map(Problem::toString).toList());
        all.add(problems.count() + " problems");
        return all;
    }
}
