package org.rpcscope.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Excerpt;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Packet;
import org.rpcscope.session.PacketSink;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Replay;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Transcript;
import org.rpcscope.session.Transport;

class TranscriptsTest {

    private static final IpAddress CLIENT = IpAddress.v4(0x0A14041F);
    private static final IpAddress SERVER = IpAddress.v4(0x2D940A4D);
    private static final Packet PACKET = new Packet(2, 5, true, 1, 6, 4, 3);

    @TempDir
    private Path folder;

    private final Imports imports = new Imports(JobRunner.direct(), new Formats<>(List.of(new One())), new Pools(), 1);
    private final Transcripts transcripts = new Transcripts(JobRunner.direct(), new Echo(), imports::tables);

    /** Any input is one session of three packets whose record begins at offset 7, seen by its responder first. */
    private record One() implements InputFormat<ObservationTable> {
        @Override
        public String name() {
            return "one";
        }

        @Override
        public int likelihood(Head head) {
            return 1;
        }

        @Override
        public void read(ByteSource source, ObservationTable table, Reading reading) {
            int row = table.reserve(1);
            int server = table.pools().addresses().intern(SERVER);
            int client = table.pools().addresses().intern(CLIENT);
            table.open(row, server, client, 135 << 16 | 50_000, 20, 7);
            table.count(row, 10, 11, 1, 2);
            table.see(row, 30, Evidence.UDP | Evidence.TURNED);
            table.end();
        }
    }

    /** Says back what it is asked. */
    private record Echo() implements Replay {
        @Override
        public boolean reads(String format) {
            return format.equals("one");
        }

        @Override
        public Transcript read(ByteSource source, String format, Excerpt excerpt, Progress progress) {
            return Transcript.missing(format + " " + source.name() + " " + excerpt);
        }

        @Override
        public void copy(
                ByteSource source, ObservationTable table, long[] origins, PacketSink sink, Progress progress) {
            throw new AssertionError("nothing is copied here");
        }
    }

    private Session.Seen seen(Path file) {
        ObservationTable table = imports.open(file).table();
        assertEquals(1, table == null ? 0 : table.rows());
        Session session = Sessions.single(List.of(table), new int[] {1}).session(0);
        List<Session.Seen> captures = transcripts.captures(session);
        assertEquals(session.seen(), captures);
        return captures.getFirst();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path packed(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private static String problem(Transcript transcript) {
        return String.valueOf(transcript.problem());
    }

    @Test
    void aSessionIsReadAgainFromItsFileAsThatInputSawIt() throws IOException {
        Path file = file("a", "abcdefghij");
        Excerpt excerpt = new Excerpt(new Session.Ends(CLIENT, 50_000, SERVER, 135, Transport.UDP), 20, 30, 3, 7);
        assertEquals(
                "one " + file + " " + excerpt,
                problem(transcripts.read(seen(file)).result().join()));
    }

    @Test
    void aFileThatIsGoneOrAnotherOneIsSaidToBeSo() throws IOException {
        Path file = file("a", "abcdefghij");
        Session.Seen seen = seen(file);
        file("a", "abcdefghix");
        assertEquals(
                file + ": the file is not the one that was read",
                problem(transcripts.read(seen).result().join()));
        assertEquals(0, transcripts.bytes(seen, PACKET).result().join().length);
        Files.delete(file);
        assertEquals(
                file + ": no such file", problem(transcripts.read(seen).result().join()));
        imports.remove(imports.all().getFirst());
        assertEquals(
                "the input is not in the case any more",
                problem(transcripts.read(seen).result().join()));
    }

    @Test
    void thePacketsBytesAreReadFromAPlainAndFromAPackedFile() throws IOException {
        for (Path file : List.of(file("a", "abcdefghij"), packed("b.gz", "abcdefghij"))) {
            assertArrayEquals(
                    "defg".getBytes(StandardCharsets.US_ASCII),
                    transcripts.bytes(seen(file), PACKET).result().join());
        }
    }

    @Test
    void thePacketsBytesAreFoundFarIntoAPackedFile() throws IOException {
        Path file = packed("b.gz", "x".repeat(200_000) + "yz");
        Packet far = new Packet(2, 5, true, 1, 2, 2, 200_000);
        assertArrayEquals(
                "yz".getBytes(StandardCharsets.US_ASCII),
                transcripts.bytes(seen(file), far).result().join());
    }

    @Test
    void bytesThatTheFileDoesNotHaveAreNone() throws IOException {
        Packet beyond = new Packet(2, 5, true, 1, 6, 4, 8);
        for (Path file : List.of(file("a", "abcdefghij"), packed("b.gz", "abcdefghij"))) {
            assertEquals(0, transcripts.bytes(seen(file), beyond).result().join().length);
        }
    }
}
