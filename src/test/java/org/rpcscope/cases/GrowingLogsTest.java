package org.rpcscope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Onward;
import org.rpcscope.job.JobRunner;
import org.rpcscope.logs.SuricataEve;
import org.rpcscope.logs.TableFormat;
import org.rpcscope.logs.ZeekConn;
import org.rpcscope.logs.ZeekLog;
import org.rpcscope.logs.firewall.FirewallFormats;
import org.rpcscope.logs.flow.FlowFormats;
import org.rpcscope.logs.windows.WindowsJson;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.session.EventTable;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/** Of a log that grows, only what has come is read; what is shown is the same as if it had been read at once. */
class GrowingLogsTest {

    private static final int STEPS = 3;

    /** What the formats look at before one is chosen; a shorter file is read again, since it may turn out to be another. */
    private static final int HEAD = 1 << 16;

    @TempDir
    private Path folder;

    private final List<long[]> reads = new ArrayList<>(); // position and length, by readers that began anew or read on

    private Imports imports() {
        List<InputFormat<ObservationTable>> all = new ArrayList<>(List.of(
                new ZeekConn(() -> 0),
                new ZeekLog(() -> 0),
                new SuricataEve(() -> 0),
                new WindowsJson(() -> 0),
                TableFormat.ecs(() -> 0),
                TableFormat.any(() -> 0, new SavedMappings())));
        all.addAll(FirewallFormats.all(() -> 0));
        all.addAll(FlowFormats.all(() -> 0));
        List<InputFormat<ObservationTable>> counted =
                all.stream().<InputFormat<ObservationTable>>map(Counted::new).toList();
        return new Imports(JobRunner.direct(), new Formats<>(counted), new Pools(), 2);
    }

    /** A sample again and again, up to a length, with a damaged line here and there. */
    private static byte[] log(String sample, int length, Random random) throws IOException {
        String all = Files.readString(Path.of("sample-data", sample));
        List<String> lines = all.lines().toList();
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            for (String line : lines) {
                text.append(random.nextInt(50) == 0 && !line.startsWith("#") ? line.substring(line.length() / 2) : line)
                        .append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conn.log",
                "conn-v6.json",
                "eve.json",
                "dc1-winlogbeat.json",
                "ecs.ndjson",
                "firewall.csv",
                "firewalls/cisco-asa.log",
                "firewalls/netfilter.log",
                "firewalls/fortigate.log",
                "firewalls/aws-vpc-flow.log",
                "firewalls/pfirewall.log",
                "firewalls/nfdump.csv"
            })
    void aLogThatGrowsIsAtEachMomentWhatReadingItAtOnceShows(String sample) throws IOException {
        Random random = new Random(sample.hashCode());
        byte[] whole = log(sample, 2 * HEAD, random);
        Path file = folder.resolve("grows.log");
        int written = HEAD + 1 + random.nextInt(HEAD / 2);
        write(file, whole, 0, written);
        Imports growing = imports();
        Following following = new Following(growing, 0);
        following.follow(growing.open(file));
        following.step();
        for (int step = 0; step < STEPS; step++) {
            int more = step == STEPS - 1 ? whole.length - written : 1 + random.nextInt((whole.length - written) / 2);
            long before = lastLineEnd(whole, written);
            write(file, whole, written, more);
            written += more;
            reads.clear();
            following.step();
            assertEquals(before, first(reads), "only what has come is read, at step " + step);
            assertEquals(lastLineEnd(whole, written), end(reads));
            Imports anew = imports();
            assertEquals(shown(anew.openGrowing(file)), shown(growing.all().getFirst()), written + " bytes");
        }
        reads.clear();
        following.stop(growing.all().getFirst());
        assertEquals(shown(imports().open(file)), shown(growing.all().getFirst()), "followed no longer");
    }

    private static void write(Path file, byte[] bytes, int from, int length) throws IOException {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(bytes, from, length));
        }
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-11-24T12:00:00Z").plusNanos(from)));
    }

    private static long lastLineEnd(byte[] bytes, int length) {
        int end = length;
        while (bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static long first(List<long[]> reads) {
        return reads.stream().mapToLong(read -> read[0]).min().orElse(-1);
    }

    private static long end(List<long[]> reads) {
        return reads.stream().mapToLong(read -> read[0] + read[1]).max().orElse(-1);
    }

    /** All that is shown of an input. */
    private static List<String> shown(Import input) {
        ObservationTable table = input.table();
        assertNotNull(table);
        List<String> all = new ArrayList<>(List.of(
                input.state() + " " + input.format() + " " + input.notes(),
                input.problems().count() + " " + input.problems().kinds() + " "
                        + input.problems().first()));
        for (int row = 0; row < table.rows(); row++) {
            all.add(row(table, row));
        }
        EventTable events = table.events();
        for (int event = 0; event < events.count(); event++) {
            all.add(events.time(event) + " " + events.origin(event) + " " + events.kind(event) + " "
                    + events.hostName(event) + " " + events.user(event) + " " + events.subject(event) + " "
                    + events.hostAddress(event) + " " + events.peerAddress(event));
        }
        assertTrue(all.size() > 6, "something was read");
        return all;
    }

    private static String row(ObservationTable table, int row) {
        Pools pools = table.pools();
        List<@Nullable String> words = new ArrayList<>();
        for (int word : new int[] {table.action(row), table.state(row), table.history(row), table.service(row)}) {
            words.add(pools.texts().text(word));
        }
        return table.origin(row) + " " + pools.addresses().address(table.source(row)) + ":" + table.sourcePort(row)
                + " "
                + pools.addresses().address(table.destination(row)) + ":" + table.destinationPort(row) + " "
                + table.start(row) + " " + table.end(row) + " " + table.evidence(row) + " " + table.sourceBytes(row)
                + " " + table.destinationBytes(row) + " " + table.sourcePackets(row) + " "
                + table.destinationPackets(row) + " " + words + " " + table.conversation(row);
    }

    @Test
    void aLogThatIsEmptiedAndWrittenFurtherThanBeforeIsReadAnew() throws IOException {
        Random random = new Random(3);
        byte[] first = log("conn.log", 2 * HEAD, random);
        byte[] second = new String(log("conn.log", 3 * HEAD, random), StandardCharsets.UTF_8)
                .replace("#separator", "#set_separator\t,\n#separator")
                .getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("conn.log");
        write(file, first, 0, 2 * HEAD);
        Imports growing = imports();
        Following following = new Following(growing, 0);
        following.follow(growing.open(file));
        following.step();
        Files.delete(file);
        write(file, second, 0, second.length);
        reads.clear();
        following.step();
        assertEquals(0, first(reads));
        assertEquals(shown(imports().openGrowing(file)), shown(growing.all().getLast()));
        assertEquals(2, growing.all().size(), "what the former one had stays");
    }

    /** A format that notes what its reader asks its source for. */
    private final class Counted implements InputFormat<ObservationTable> {
        private final InputFormat<ObservationTable> inner;

        Counted(InputFormat<ObservationTable> inner) {
            this.inner = inner;
        }

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public int likelihood(Head head) {
            return inner.likelihood(head);
        }

        @Override
        public void read(ByteSource source, ObservationTable table, Reading reading) {
            inner.read(new Source(source), table, reading);
        }

        @Override
        public @Nullable Onward<ObservationTable> readGrowing(
                ByteSource source, ObservationTable table, Reading reading) {
            Onward<ObservationTable> onward = inner.readGrowing(new Source(source), table, reading);
            return onward == null
                    ? null
                    : new Onward<>() {
                        @Override
                        public long end() {
                            return onward.end();
                        }

                        @Override
                        public ObservationTable read(ByteSource grown, Reading again) {
                            return onward.read(new Source(grown), again);
                        }
                    };
        }
    }

    private final class Source implements ByteSource {
        private final ByteSource inner;

        Source(ByteSource inner) {
            this.inner = inner;
        }

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public long size() {
            return inner.size();
        }

        @Override
        public boolean positional() {
            return inner.positional();
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            int count = inner.read(position, into);
            synchronized (reads) {
                reads.add(new long[] {position, count});
            }
            return count;
        }

        @Override
        public long consumed() {
            return inner.consumed();
        }

        @Override
        public long packedSize() {
            return inner.packedSize();
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
