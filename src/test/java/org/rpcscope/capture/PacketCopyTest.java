package org.rpcscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.export.PcapngWriter;
import org.rpcscope.job.Progress;
import org.rpcscope.session.ObservationTable;

/** Packets of chosen sessions as a capture of their own, read again by our reader and by others. */
class PacketCopyTest {

    @TempDir
    Path folder;

    private static byte[] copy(byte[] capture, boolean positional, ObservationTable table, long[] origins, int chunk) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PcapngWriter writer = new PcapngWriter(out, "test");
            new CaptureReplay(Dictation::telling, chunk)
                    .copy(
                            new BytesSource(capture, positional),
                            table,
                            origins,
                            writer.capture("a\u0000.pcap", origin -> "session " + origin),
                            new Progress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static long[] origins(ObservationTable table) {
        return origins(table, _ -> true);
    }

    private static long[] origins(ObservationTable table, IntPredicate wanted) {
        return IntStream.range(0, table.rows())
                .filter(wanted)
                .mapToLong(table::origin)
                .sorted()
                .toArray();
    }

    /** Some pairs of ends, with all sessions that they had: what is left out between two would make them one. */
    private static long[] some(ObservationTable table, int salt) {
        return origins(table, row -> ((table.sourcePort(row) ^ table.destinationPort(row) ^ salt) & 1) == 0);
    }

    /** All that the reader knows of a session but where it stands in the file. */
    private static String line(ObservationTable table, int row) {
        var addresses = table.pools().addresses();
        return String.join(
                " ",
                addresses.address(table.source(row)) + ":" + table.sourcePort(row),
                addresses.address(table.destination(row)) + ":" + table.destinationPort(row),
                "" + table.transport(row),
                table.start(row) + "-" + table.end(row),
                table.sourceBytes(row) + "/" + table.destinationBytes(row),
                table.sourcePackets(row) + "/" + table.destinationPackets(row),
                "" + table.evidence(row));
    }

    private static List<String> lines(ObservationTable table, Set<Long> origins) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            if (origins.contains(table.origin(row))) {
                lines.add(line(table, row));
            }
        }
        return lines;
    }

    private static Set<Long> set(long[] origins) {
        return new TreeSet<>(Arrays.stream(origins).boxed().toList());
    }

    @Property(tries = 200)
    void theSessionsThatWereChosenAreReadFromTheCopyAsTheyWereReadFromTheCapture(
            @ForAll long seed, @ForAll @IntRange(min = 64, max = 5000) int chunk) throws IOException {
        Random random = new Random(seed);
        byte[] capture = CaptureBytes.of(random, 1 + random.nextInt(60), 1);
        if (random.nextInt(3) == 0) {
            CapturePropertyTest.damage(capture, random);
        }
        ObservationTable table = Captures.table(new BytesSource(capture, true), Dictation.PLAIN, 1, 1 << 20);
        long[] all = origins(table);
        ObservationTable again = Captures.table(
                new BytesSource(copy(capture, random.nextBoolean(), table, all, chunk), true),
                Dictation.PLAIN,
                1,
                1 << 20);
        assertEquals(lines(table, set(all)), lines(again, set(origins(again))));

        long[] some = some(table, random.nextInt());
        ObservationTable part = Captures.table(
                new BytesSource(copy(capture, random.nextBoolean(), table, some, chunk), true),
                Dictation.PLAIN,
                1,
                1 << 20);
        List<String> read = lines(part, set(origins(part)));
        assertTrue(
                read.containsAll(lines(table, set(some))),
                () -> "seed " + seed + ": " + lines(table, set(some)) + " but " + read);
    }

    @Test
    void othersReadItTimesLengthsAndComments() throws IOException, InterruptedException {
        byte[] capture = new TalkCapture(135)
                .handshake()
                .client(TalkCapture.ACK, 1001, 5001, "ab")
                .packet(false, TalkCapture.ACK, 5001, 1003, "cdef", 2)
                .bytes();
        ObservationTable table = Captures.table(new BytesSource(capture, true), Dictation.PLAIN, 1, 1 << 20);
        Path file = Files.write(folder.resolve("copy.pcapng"), copy(capture, true, table, origins(table), 1 << 18));
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tshark")), "tshark is not installed");
        assertEquals(
                List.of(
                        "1\t1795500000.000000000\t40\t40\tsession 24\ta .pcap",
                        "2\t1795500000.001000000\t40\t40\t\ta .pcap",
                        "3\t1795500000.002000000\t40\t40\t\ta .pcap",
                        "4\t1795500000.003000000\t42\t42\t\ta .pcap",
                        "5\t1795500000.004000000\t44\t42\t\ta .pcap"),
                run(
                        "tshark",
                        "-r",
                        file.toString(),
                        "-T",
                        "fields",
                        "-e",
                        "frame.number",
                        "-e",
                        "frame.time_epoch",
                        "-e",
                        "frame.len",
                        "-e",
                        "frame.cap_len",
                        "-e",
                        "frame.comment",
                        "-e",
                        "frame.interface_name"));
    }

    @Test
    void tcpdumpCountsThePackets() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tcpdump")), "tcpdump is not installed");
        byte[] capture = new TalkCapture(135).handshake().bytes();
        ObservationTable table = Captures.table(new BytesSource(capture, true), Dictation.PLAIN, 1, 1 << 20);
        Path file = Files.write(folder.resolve("copy.pcapng"), copy(capture, false, table, origins(table), 300));
        assertEquals(3, run("tcpdump", "-n", "-r", file.toString()).size());
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), () -> command[0] + " failed");
        return lines;
    }
}
