package org.rpcscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.rpcscope.capture.Captures.Result;
import org.rpcscope.session.ObservationTable;

/** What holds for every capture, sound or damaged. */
class CapturePropertyTest {

    @Property(tries = 150)
    void theAnswerDoesNotDependOnThreadsChunksOrTheWayOfReading(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int threads,
            @ForAll @IntRange(min = 20, max = 5000) int chunk)
            throws IOException {
        Random random = new Random(seed);
        byte[] capture = CaptureBytes.of(random, 1 + random.nextInt(60), 1);
        if (random.nextInt(3) == 0) {
            damage(capture, random);
        }
        Result whole = Captures.read(new BytesSource(capture, true), 1, 1 << 20);
        assertEquals(whole, Captures.read(new BytesSource(capture, true), threads, chunk));
        assertEquals(whole, Captures.read(new BytesSource(capture, false), threads, chunk));
    }

    /** With patience and memory so small that streams end, begin again and are dropped. */
    @Property(tries = 150)
    void anInspectorIsToldTheSameForAnyThreadsChunksAndWayOfReading(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int threads,
            @ForAll @IntRange(min = 20, max = 5000) int chunk,
            @ForAll @IntRange(min = 1, max = 2000) int patience,
            @ForAll @IntRange(min = 0, max = 1000) int appetite)
            throws IOException {
        Random random = new Random(seed);
        byte[] capture = CaptureBytes.of(random, 1 + random.nextInt(60), 1);
        Dictation inspection = new Dictation(patience, appetite);
        Result whole = Captures.read(new BytesSource(capture, true), inspection, 1, 1 << 20);
        assertEquals(whole, Captures.read(new BytesSource(capture, true), inspection, threads, chunk));
        assertEquals(whole, Captures.read(new BytesSource(capture, false), inspection, threads, chunk));
    }

    @Property(tries = 150)
    void everyConversationIsReadAgainAsItWasTheFirstTime(
            @ForAll long seed, @ForAll @IntRange(min = 64, max = 5000) int chunk) throws IOException {
        Random random = new Random(seed);
        byte[] capture = CaptureBytes.of(random, 1 + random.nextInt(60), 1);
        ObservationTable table = Captures.table(new BytesSource(capture, true), Dictation.PLAIN, 1, 1 << 20);
        for (int row = 0; row < table.rows(); row++) {
            CaptureReplayTest.assertFound(
                    CaptureReplayTest.again(capture, random.nextBoolean(), table, row, chunk),
                    table,
                    row,
                    "seed " + seed);
        }
    }

    @Property(tries = 100)
    void whatIsBeforeACutIsReadAsBefore(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] capture = CaptureBytes.of(random, 20, 0);
        Result whole = Captures.read(new BytesSource(capture, true), 1, 1 << 20);
        byte[] cut = Arrays.copyOf(capture, 28 + random.nextInt(capture.length - 28));
        Result part = Captures.read(new BytesSource(cut, true), 2, 512);
        assertTrue(part.packets() <= whole.packets());
        assertTrue(part.problems().size() <= 1);
        List<Long> origins =
                part.sessions().stream().map(s -> s.seen().getFirst().origin()).toList();
        assertEquals(
                whole.sessions().stream()
                        .map(s -> s.seen().getFirst().origin())
                        .filter(origins::contains)
                        .toList(),
                origins);
    }

    /** Overwrites a few bytes, mostly behind the file header, with random or telling values. */
    static void damage(byte[] capture, Random random) {
        int[] telling = {0, 1, 0x7F, 0x80, 0xFF, 5, 11, 44, 47, 60};
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(8) == 0 ? 0 : Math.min(24, capture.length - 1);
            int at = from + random.nextInt(capture.length - from);
            capture[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : telling[random.nextInt(telling.length)]);
        }
    }
}
