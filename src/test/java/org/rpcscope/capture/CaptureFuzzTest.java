package org.rpcscope.capture;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rpcscope.capture.Captures.Result;

/** Hostile captures: whatever the bytes are, reading ends and says what it found. */
class CaptureFuzzTest {

    @Test
    void tenThousandMutationsOfRealCapturesRaiseNoExceptionAndEnd() throws IOException {
        Random random = new Random(20261124);
        List<byte[]> seeds = realCaptures();
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int i = 0; i < 10_000; i++) {
                byte[] capture = seeds.get(i % seeds.size()).clone();
                CapturePropertyTest.damage(capture, random);
                Result result = Captures.read(new BytesSource(capture, i % 2 == 0), 1 + i % 2, 1 << (8 + i % 8));
                assertTrue(result.packets() <= capture.length / 12);
                assertTrue(result.sessions().size() <= result.packets());
            }
        });
    }

    /** The captures of the cases: all small. */
    private static List<byte[]> realCaptures() throws IOException {
        Path folder = CaptureCasesTest.resource("cases.tsv").getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".tsv"))
                    .sorted()
                    .map(CaptureFuzzTest::bytes)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
