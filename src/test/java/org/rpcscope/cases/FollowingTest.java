package org.rpcscope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.capture.CaptureFormat;
import org.rpcscope.dcerpc.DcerpcInspection;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.job.JobRunner;
import org.rpcscope.logs.ZeekConn;
import org.rpcscope.logs.firewall.FirewallFormats;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Sessions;

/** Files that grow while they are followed, as loggers and capture programs write them. */
class FollowingTest {

    private static final String HEADER = "#separator \\x09\n#unset_field\t-\n#path\tconn\n"
            + "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\n";

    @TempDir
    private Path folder;

    private final Imports imports = imports();
    private final Following following = new Following(imports, 0);

    private static Imports imports() {
        Formats<ObservationTable> formats =
                new Formats<>(List.of(CaptureFormat.pcap(new DcerpcInspection()), new ZeekConn(() -> 0)));
        return new Imports(JobRunner.direct(), formats, new Pools(), 1);
    }

    private static String line(int number) {
        return number + ".5\tC" + number + "\t10.0.0.1\t" + (40000 + number) + "\t45.148.10.77\t135\ttcp\tSF\n";
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static void append(Path file, String text) throws IOException {
        append(file, text.getBytes(StandardCharsets.UTF_8), text.length());
    }

    private static void append(Path file, byte[] bytes, int length) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(bytes, 0, length);
        }
    }

    /** The open inputs: the end of the name, whether it is followed, and how many sessions and problems it has. */
    private List<String> inputs() {
        return imports.all().stream()
                .map(input -> folder.relativize(Path.of(input.name())) + (input.followed() ? " followed " : " ")
                        + rows(input) + " " + input.problems().count())
                .toList();
    }

    private static int rows(Import input) {
        ObservationTable table = input.table();
        return table == null ? -1 : table.rows();
    }

    @Test
    void whatIsAppendedIsReadAndAnUnfinishedLineWaits() throws IOException {
        Path log = file("conn.log");
        append(log, HEADER + line(1) + "2.5\tC2\t10.0.0.1\t40002\t45.148.10.7");
        following.follow(imports.open(log));
        following.step();
        assertEquals(List.of("conn.log followed 1 0"), inputs());
        append(log, "7\t135\ttcp\tSF\n" + line(3) + "4");
        following.step();
        assertEquals(List.of("conn.log followed 3 0"), inputs());
        Import before = imports.all().getFirst();
        following.step();
        assertEquals(List.of(before), imports.all(), "what has not changed is not read again");
        assertTrue(before.arriving());
    }

    @Test
    void aSessionKeepsItsKeyWhileTheFileGrows() throws IOException {
        Path log = file("conn.log");
        append(log, HEADER + line(1));
        following.follow(imports.open(log));
        ObservationTable before = table(imports.all().getFirst().table());
        append(log, line(2));
        following.step();
        ObservationTable after = table(imports.all().getFirst().table());
        assertEquals(
                List.of(before.input().fingerprint(), before.origin(0)),
                List.of(after.input().fingerprint(), after.origin(0)));
        assertEquals(2, after.rows());
        append(log, "what is no line yet");
        try (ByteSource source = Transcripts.open(after.input())) {
            assertEquals(log.toString(), source.name(), "its records can still be shown");
        }
    }

    @Test
    void aSessionKeepsItsKeyAndItsFollowedFileItsYearWhenAnotherOneIsAssumed() throws IOException {
        Imports firewall = new Imports(JobRunner.direct(), new Formats<>(FirewallFormats.all(() -> 0)), new Pools(), 1);
        Following follows = new Following(firewall, 0);
        Path log = file("kern.log");
        append(log, packet(1));
        follows.follow(firewall.open(log));
        ObservationTable first = table(firewall.all().getFirst().table());
        append(log, packet(2));
        follows.step();
        firewall.reread(firewall.all().getFirst(), new Assumed.Choice(null, 2019));
        assertEquals(List.of("2019-03-01T10:00:00Z", "2019-03-01T10:00:00Z"), starts(firewall));
        append(log, packet(3));
        follows.step();
        assertEquals(List.of("2019-03-01T10:00:00Z", "2019-03-01T10:00:00Z", "2019-03-01T10:00:00Z"), starts(firewall));
        Import last = firewall.all().getFirst();
        ObservationTable now = table(last.table());
        assertEquals(
                List.of(first.input().fingerprint(), first.origin(0)),
                List.of(now.input().fingerprint(), now.origin(0)));
        assertTrue(last.followed());
        assertEquals(1, firewall.all().size());
    }

    private static String packet(int number) {
        return "Mar  1 10:00:00 fw kernel: DROP IN=eth0 OUT=eth1 SRC=10.0.0." + number
                + " DST=45.148.10.77 LEN=52 PROTO=TCP SPT=40000 DPT=135 SYN \n";
    }

    private static List<String> starts(Imports imports) {
        ObservationTable table = table(imports.all().getFirst().table());
        return IntStream.range(0, table.rows())
                .mapToObj(row -> Instant.ofEpochSecond(0, table.start(row)).toString())
                .toList();
    }

    private static ObservationTable table(@Nullable ObservationTable table) {
        if (table == null) {
            throw new AssertionError("nothing was read");
        }
        return table;
    }

    @Test
    void aRenamedLogIsReadToItsEndAndTheNewOneToo() throws IOException {
        Path log = file("conn.log");
        append(log, HEADER + line(1));
        following.follow(imports.open(log));
        following.step();
        append(log, line(2));
        Files.move(log, file("conn.log.1"));
        following.step();
        assertEquals(List.of("conn.log followed 1 0"), inputs(), "between the two names");
        append(log, HEADER + line(3));
        following.step();
        assertEquals(List.of("conn.log.1 2 0", "conn.log followed 1 0"), inputs());
        append(log, line(4));
        following.step();
        assertEquals(List.of("conn.log.1 2 0", "conn.log followed 2 0"), inputs());
    }

    @Test
    void aLogThatIsCopiedAndEmptiedIsReadToItsEndAndOn() throws IOException {
        Path log = file("conn.log");
        append(log, HEADER + line(1) + line(2));
        following.follow(imports.open(log));
        following.step();
        append(log, line(3));
        Files.copy(log, file("conn-20261124.log"));
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
        append(log, HEADER + line(4));
        following.step();
        assertEquals(List.of("conn-20261124.log 3 0", "conn.log followed 1 0"), inputs());
    }

    @Test
    void aLogThatIsOnlyEmptiedKeepsWhatItHad() throws IOException {
        Path log = file("conn.log");
        append(log, HEADER + line(1) + line(2));
        following.follow(imports.open(log));
        following.step();
        Files.writeString(log, "");
        following.step();
        append(log, HEADER + line(3));
        following.step();
        assertEquals(List.of("conn.log 2 0", "conn.log followed 1 0"), inputs());
    }

    @Test
    void aGrowingCaptureIsAtEachMomentWhatOpeningItWouldShow() throws IOException {
        byte[] capture = Files.readAllBytes(Path.of("sample-data", "outbound-rpc-v4.pcap"));
        Path file = file("live.pcap");
        append(file, capture, 24);
        following.follow(imports.open(file));
        Random random = new Random(5);
        for (int written = 24; written < capture.length; ) {
            int more = Math.min(capture.length - written, 1 + random.nextInt(3000));
            append(file, Arrays.copyOfRange(capture, written, written + more), more);
            written += more;
            following.step();
            Imports anew = imports();
            Import fresh = anew.open(file);
            assertEquals(sessions(anew), sessions(imports), written + " bytes");
            assertEquals(0, imports.all().getFirst().problems().count(), "a packet that is not whole waits");
            assertEquals(Import.State.DONE, fresh.state());
        }
        assertEquals(9, sessions(imports).size());
    }

    private static List<String> sessions(Imports imports) {
        Sessions sessions = Sessions.grouped(imports.tables());
        List<String> all = new ArrayList<>();
        for (int i = 0; i < sessions.count(); i++) {
            var session = sessions.session(i);
            all.add(session.ends() + " " + session.counters() + " " + session.evidence() + " "
                    + session.conversation().calls());
        }
        return all;
    }

    @Test
    void whatComesUpInAFolderIsOpenedAndFollowed() throws IOException {
        append(file("conn.log"), HEADER + line(1));
        following.follow(folder);
        following.step();
        assertEquals(List.of("conn.log followed 1 0"), inputs());
        assertFalse(imports.all().getFirst().arriving(), "what was there is no news");
        append(file("a.log"), HEADER + line(2) + "3.5\tC3\t10.0.0.1\t4");
        following.step();
        assertEquals(List.of("conn.log followed 1 0", "a.log followed 1 0"), inputs());
        assertTrue(imports.all().getLast().arriving());
        append(file("a.log"), "0003\t45.148.10.77\t135\ttcp\tSF\n");
        following.step();
        assertEquals(List.of("conn.log followed 1 0", "a.log followed 2 0"), inputs());
    }

    @Test
    void aFolderOfRotatedLogsHasEachSessionOnce() throws IOException {
        append(file("conn.log"), HEADER + line(1));
        following.follow(folder);
        following.step();
        for (int i = 2; i < 5; i++) {
            append(file("conn.log"), line(i * 10));
            Files.move(file("conn.log"), file("conn.log." + i));
            append(file("conn.log"), HEADER + line(i));
            following.step();
            following.step();
        }
        assertEquals(
                List.of(
                        "conn.log.2 followed 2 0",
                        "conn.log.3 followed 2 0",
                        "conn.log.4 followed 2 0",
                        "conn.log followed 1 0"),
                inputs());
        assertEquals(7, Sessions.grouped(imports.tables()).count());
    }

    @Test
    void stoppingReadsTheLastLineAsItStandsAndNothingMore() throws IOException {
        Path log = file("conn.log");
        append(log, HEADER + line(1) + line(2).stripTrailing());
        Import input = imports.open(log);
        following.follow(input);
        following.step();
        assertEquals(List.of("conn.log followed 1 0"), inputs());
        following.stop(imports.all().getFirst());
        assertEquals(List.of("conn.log 2 0"), inputs());
        append(log, "\n" + line(3));
        following.step();
        assertEquals(List.of("conn.log 2 0"), inputs());
        assertFalse(following.active());
    }

    @Test
    void whatIsTakenOutOfTheCaseIsNotFollowed() throws IOException {
        Path log = file("conn.log");
        append(log, HEADER + line(1));
        following.follow(imports.open(log));
        following.step();
        imports.remove(imports.all().getFirst());
        append(log, line(2));
        following.step();
        assertEquals(List.of(), inputs());
        assertFalse(following.active());
    }

    @Test
    void anEmptyFileIsWaitedForAndOnlyFilesCanBeFollowed() throws IOException {
        Path log = file("conn.log");
        append(log, "");
        Import input = imports.open(log);
        assertTrue(following.canFollow(input));
        following.follow(input);
        following.step();
        append(log, HEADER + line(1));
        following.step();
        assertEquals(List.of("conn.log followed 1 0"), inputs());
        assertFalse(following.canFollow(imports.open(file("missing"))));
    }
}
