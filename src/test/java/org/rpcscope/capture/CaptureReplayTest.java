package org.rpcscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rpcscope.capture.TalkCapture.ACK;
import static org.rpcscope.capture.TalkCapture.SYN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.input.ByteSource;
import org.rpcscope.job.Progress;
import org.rpcscope.rpc.Step;
import org.rpcscope.session.Excerpt;
import org.rpcscope.session.LinkType;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Packet;
import org.rpcscope.session.Transcript;

/** Conversations of captures, read again. */
class CaptureReplayTest {

    /** A source that counts the bytes that are asked of it. */
    private static final class Counting implements ByteSource {
        private final BytesSource bytes;
        private long read;

        Counting(byte[] bytes) {
            this.bytes = new BytesSource(bytes, true);
        }

        @Override
        public String name() {
            return bytes.name();
        }

        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public boolean positional() {
            return true;
        }

        @Override
        public int read(long position, java.nio.ByteBuffer into) {
            int count = bytes.read(position, into);
            read += count;
            return count;
        }

        @Override
        public long consumed() {
            return read;
        }

        @Override
        public long packedSize() {
            return bytes.size();
        }

        @Override
        public void close() {}
    }

    static Transcript again(byte[] capture, boolean positional, ObservationTable table, int row, int chunk) {
        return new CaptureReplay(Dictation::telling, chunk)
                .read(
                        new BytesSource(capture, positional),
                        table.input().format(),
                        Excerpt.of(table, row),
                        new Progress());
    }

    private static List<String> lines(Transcript transcript) {
        return transcript.steps().stream().map(Step::kind).toList();
    }

    @Test
    void aConversationIsToldAndListedAsItWasTheFirstTime() throws IOException {
        byte[] capture = new TalkCapture(135)
                .handshake()
                .from(50_001)
                .client(ACK, 1, 1, "another one")
                .from(50_000)
                .client(ACK, 1001, 5001, "ab")
                .packet(false, ACK, 5001, 1003, "cdef", 2)
                .bytes();
        ObservationTable table = Captures.table(new BytesSource(capture, true), Dictation.PLAIN, 1, 1 << 20);
        Transcript transcript = again(capture, true, table, 0, 1 << 18);
        assertEquals(List.of("> ab", "< cd", "< gap 2"), lines(transcript));
        long time = 1_795_500_000_000_000_000L;
        assertEquals(
                List.of(
                        new Packet(24, time, true, LinkType.RAW, 40, 40, 40),
                        new Packet(80, time + 1_000_000, false, LinkType.RAW, 40, 40, 96),
                        new Packet(136, time + 2_000_000, true, LinkType.RAW, 40, 40, 152),
                        new Packet(259, time + 4_000_000, true, LinkType.RAW, 42, 42, 275),
                        new Packet(317, time + 5_000_000, false, LinkType.RAW, 44, 42, 333)),
                transcript.packets());
        assertNull(transcript.problem());
    }

    @Test
    void theSameEndsUsedAgainAreAnotherConversation() throws IOException {
        byte[] capture = new TalkCapture(135)
                .handshake()
                .client(ACK, 1001, 5001, "ab")
                .client(SYN, 9000, 0, "")
                .client(ACK, 9001, 5001, "cd")
                .bytes();
        ObservationTable table = Captures.table(new BytesSource(capture, true), Dictation.PLAIN, 1, 1 << 20);
        for (boolean positional : new boolean[] {true, false}) {
            Transcript first = again(capture, positional, table, 0, 1 << 18);
            Transcript second = again(capture, positional, table, 1, 1 << 18);
            assertEquals(List.of("> ab"), lines(first));
            assertEquals(4, first.packets().size());
            assertEquals(List.of("> cd"), lines(second));
            assertEquals(2, second.packets().size());
        }
    }

    @Test
    void onlyItsPartOfTheFileIsRead() throws IOException {
        TalkCapture talk = new TalkCapture(135);
        for (int i = 0; i < 2000; i++) {
            talk.from(40_000 + i).client(ACK, 1, 1, "x".repeat(1000));
        }
        byte[] capture = talk.bytes();
        ObservationTable table = Captures.table(new BytesSource(capture, true), Dictation.PLAIN, 1, 1 << 20);
        Counting source = new Counting(capture);
        CaptureReplay replay = new CaptureReplay(Dictation::telling, 1 << 14);
        Transcript transcript = replay.read(source, CaptureFormat.PCAP, Excerpt.of(table, 1900), new Progress());
        assertEquals(1, transcript.packets().size());
        assertTrue(source.read < 50_000, source.read + " of " + capture.length + " bytes were read");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 333, 1 << 18})
    void everyConversationOfEveryCaptureIsFoundAgain(int chunk) throws IOException {
        try (Stream<Path> files =
                Files.list(CaptureCasesTest.resource("cases.tsv").getParent())) {
            for (Path file : files.filter(name -> name.toString().contains(".pcap"))
                    .sorted()
                    .toList()) {
                byte[] capture = Files.readAllBytes(file);
                ObservationTable table = Captures.table(new BytesSource(capture, true), Dictation.PLAIN, 1, 1 << 20);
                for (int row = 0; row < table.rows(); row++) {
                    for (boolean positional : new boolean[] {true, false}) {
                        assertFound(again(capture, positional, table, row, chunk), table, row, file.toString());
                    }
                }
            }
        }
    }

    static void assertFound(Transcript transcript, ObservationTable table, int row, String name) {
        List<Packet> packets = transcript.packets();
        assertNull(transcript.problem(), name);
        assertEquals(table.origin(row), packets.getFirst().origin(), name);
        assertEquals(table.start(row), packets.getFirst().time(), name);
        assertEquals(
                table.end(row), packets.stream().mapToLong(Packet::time).max().orElse(0), name);
        List<String> told = table.conversation(row).pipes();
        List<String> expected = told.subList(Math.min(1, told.size()), told.size());
        List<String> lines = lines(transcript);
        assertEquals(expected, lines.subList(lines.size() - expected.size(), lines.size()), name);
    }

    @Test
    void aCaptureThatIsAnotherOneByNowHasNothingToTell() throws IOException {
        byte[] capture = new TalkCapture(135).handshake().bytes();
        ObservationTable table = Captures.table(new BytesSource(capture, true), Dictation.PLAIN, 1, 1 << 20);
        byte[] other = Arrays.copyOf(capture, 24);
        assertEquals(
                Transcript.missing("the conversation is not where it was in the capture"),
                again(other, true, table, 0, 1 << 18));
        byte[] shorter = Arrays.copyOf(capture, 24 + 56);
        assertEquals(
                "not all of its packets were found again",
                again(shorter, true, table, 0, 1 << 18).problem());
    }
}
