package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Head;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/** Ten thousand mutations of a sample of each format, always the same, in several inputs: no exception, no hang. */
class TextLogsFuzzTest {

    private static final Path SAMPLES = Path.of("sample-data", "firewalls");
    private static final int MUTATIONS = 10_000;
    private static final int A_TIME = 100;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyFormatHasASample() throws IOException {
        List<String> formats =
                samples().stream().map(TextLogsFuzzTest::format).sorted().toList();
        assertEquals(TextLogs.formats().names().stream().sorted().toList(), formats);
    }

    private static String format(Path sample) {
        try {
            return TextLogs.formats()
                    .detect(new Head(Files.readAllBytes(sample)))
                    .orElseThrow()
                    .name();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Timeout(60)
    void mutationsNeverThrow(Path sample) throws IOException {
        byte[] text = Files.readAllBytes(sample);
        String format = format(sample);
        MutatedLogs mutated = new MutatedLogs(text);
        int rows = 0;
        for (int i = 0; i < MUTATIONS; i += A_TIME) {
            byte[] bytes = mutated.next(A_TIME);
            rows += TextLogs.table(format, bytes, new Problems(), TextLogs.assumed())
                    .rows();
            TextLogs.formats().detect(new Head(Arrays.copyOf(bytes, Math.min(bytes.length, Sources.HEAD))));
        }
        assertTrue(rows > 0, "some mutations are still records");
    }

    @Test
    @Timeout(120)
    void aLineThatNeverEndsIsRefused() throws IOException {
        Problems problems = new Problems();
        ObservationTable table = new ObservationTable(new Input("x", "netfilter", 0), new Pools());
        try (ByteSource source = Sources.standardInput(new Endless(1L << 30))) {
            TextLogs.formats()
                    .byName("netfilter")
                    .orElseThrow()
                    .read(source, table, new Reading(2, new Progress(), problems, Assumed.nothing()));
        }
        assertEquals(
                List.of("offset 0: line 1: a line of more than 1 MiB is skipped"),
                problems.first().stream().map(Problem::toString).toList());
    }

    /** So many bytes without a line end. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(bytes, from, from + count, (byte) 'a');
            left -= count;
            return count;
        }
    }
}
