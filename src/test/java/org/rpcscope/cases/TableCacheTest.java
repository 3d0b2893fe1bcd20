package org.rpcscope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problem;
import org.rpcscope.job.JobRunner;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.EventTable;
import org.rpcscope.session.Input;
import org.rpcscope.session.LogEvent;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.TableWords;

/** Opens files as a case does, closes it, and opens them again. */
class TableCacheTest {

    private static final EventJudge.Verdict SAID = new EventJudge.Verdict(List.of(3), Map.of("user", "u"));

    @TempDir
    private Path folder;

    private final AtomicInteger reads = new AtomicInteger();
    private long most = 1L << 30;
    private String version = "1";
    private CacheKey key = new CacheKey(Path.of(""));

    @BeforeEach
    void makeASecret() {
        key = new CacheKey(folder.resolve("state").resolve("cache.key"));
    }

    /** Texts that begin with "rows": a session and an event for each further character, by what that is. */
    private final class Rows implements InputFormat<ObservationTable> {
        @Override
        public String name() {
            return "rows";
        }

        @Override
        public int likelihood(Head head) {
            return new String(head.bytes(), StandardCharsets.UTF_8).startsWith("rows") ? 90 : 0;
        }

        @Override
        public void read(ByteSource source, ObservationTable target, Reading reading) {
            reads.incrementAndGet();
            ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
            try {
                source.read(0, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (int i = 4; i < bytes.capacity(); i++) {
                int what = bytes.get(i);
                int row = target.reserve(1);
                int from = target.pools().addresses().intern(what, i % 100);
                target.open(row, from, target.pools().addresses().intern(0, what), i << 16 | what, i * 7L, i);
                target.count(row, what, -1, i, ObservationTable.UNKNOWN);
                target.see(row, i * 9L, 0);
                target.describe(row, target.pools().texts().intern("a" + what), 0, 0, 0);
                target.events()
                        .add(new LogEvent(
                                i,
                                "H" + what,
                                IpAddress.v4(what),
                                null,
                                null,
                                new EventKind("process_creation", "windows", null, "1", "Process"),
                                "s" + i % 50,
                                i,
                                Map.of()));
                if (what == '!') {
                    reading.problems().add(Problem.at(i, "cut"));
                }
                if (what == 'z') {
                    reading.assumed().zone();
                }
            }
            target.packets(bytes.capacity());
            reading.progress().advance(source.size());
        }
    }

    /** A case that is opened with a file, looked at until nothing more happens, and closed. */
    private Import opened(Path file) {
        Imports imports = imports();
        imports.open(file);
        settle(imports);
        return imports.all().getFirst();
    }

    private Imports imports() {
        Imports imports = new Imports(
                JobRunner.direct(),
                new Formats<>(List.of(new Rows())),
                new Pools(),
                1,
                () -> event -> event.origin() % 2 == 0 ? SAID : null);
        imports.cache(new TableCache(folder.resolve("c.rpcscope-cache"), key, version, 1, most));
        return imports;
    }

    private static void settle(Imports imports) {
        try (SourceHashes hashes = new SourceHashes(JobRunner.direct(), imports);
                TableKeeping keeping = new TableKeeping(JobRunner.direct(), imports, hashes)) {
            for (int i = 0; i < 12; i++) {
                hashes.look();
                keeping.look();
            }
        }
    }

    private Path source(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String letters(int count) {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("rows");
        for (int i = 0; i < count; i++) {
            text.append((char) ('a' + random.nextInt(20)));
        }
        return text.toString();
    }

    private List<Path> kept() throws IOException {
        Path cache = folder.resolve("c.rpcscope-cache");
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.sorted().toList();
        }
    }

    private static List<String> said(Import input) {
        ObservationTable table = input.table();
        if (table == null) {
            return List.of("no table");
        }
        List<String> lines = new ArrayList<>(List.of(
                input.name()
                        + input.format()
                        + input.state()
                        + input.progress().done()
                        + input.progress().total()
                        + input.problems().count()
                        + input.notes(),
                table.input() + " " + table.rows() + " " + table.packets() + table.ended()));
        lines.addAll(TableWords.content(table));
        return lines;
    }

    @Test
    void aCaseThatIsOpenedAgainIsEqualInEveryColumnAndEvent() throws IOException {
        Path file = source("a", letters(10_000));
        List<String> fresh = said(opened(file));
        assertEquals(List.of(20_002, 1), List.of(fresh.size(), reads.get()));
        Import again = opened(file);
        assertEquals(fresh, said(again));
        assertEquals(1, reads.get(), "the source was not read");
        assertEquals(1, kept().size());
    }

    @Test
    void eventsOfAKeptTableAreToBeAskedAgain() throws IOException {
        Path file = source("a", letters(100));
        Import fresh = opened(file);
        Import again = opened(file);
        assertEquals(List.of(50, 0), List.of(matched(fresh), matched(again)));
        assertSame(EventJudge.NO_RULES, events(again).judges(), "these are not the rules of the case");
    }

    private static int matched(Import input) {
        return events(input).matched();
    }

    private static EventTable events(Import input) {
        ObservationTable table = input.table();
        if (table == null) {
            throw new AssertionError("no table");
        }
        return table.events();
    }

    @Test
    void aDamagedFileOfAnyKindMeansTheSource() throws IOException {
        Path file = source("a", letters(3000));
        List<String> fresh = said(opened(file));
        byte[] image = Files.readAllBytes(kept().getFirst());
        Random random = new Random(11);
        int read = reads.get();
        for (int i = 0; i < 60; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(image, random.nextInt(image.length)) : image.clone();
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(kept().getFirst(), damaged);
            assertEquals(fresh, said(opened(file)), "damage " + i);
            read++;
            assertEquals(read, reads.get(), "damage " + i);
        }
        assertEquals(fresh, said(opened(file)));
        assertEquals(read, reads.get(), "it was kept again after the damage");
    }

    /** A case that comes with a table from elsewhere, in which sessions may be missing. */
    @Test
    void aTableThatSomebodyElseKeptIsNotBelievedAndIsKeptAnew() throws IOException {
        String whole = letters(100_000); // beyond what the fingerprint is of
        Path file = source("a", whole);
        FileTime date = Files.getLastModifiedTime(file);
        source("a", whole.substring(0, 90_000) + "x".repeat(10_004));
        Files.setLastModifiedTime(file, date);
        CacheKey mine = key;
        key = new CacheKey(folder.resolve("theirs").resolve("cache.key"));
        List<String> theirs = said(opened(file));
        source("a", whole);
        Files.setLastModifiedTime(file, date);
        key = mine;
        Import fresh = opened(file);
        assertEquals(
                List.of(2, true, false),
                List.of(reads.get(), fresh.distrusted(), said(fresh).equals(theirs)));
        Import again = opened(file);
        assertEquals(said(fresh), said(again));
        assertEquals(List.of(2, false), List.of(reads.get(), again.distrusted()));
        Files.delete(mine.file());
        assertEquals(true, opened(file).distrusted(), "nobody knows who kept it");
        assertEquals(false, opened(file).distrusted());
        assertEquals(3, reads.get());
    }

    @Test
    void aTableOfTheSameUserIsNotBelievedOfAnotherSource() throws IOException {
        Path a = source("a", letters(300));
        opened(a);
        Path tableOfA = kept().getFirst();
        byte[] image = Files.readAllBytes(tableOfA);
        List<String> fresh = said(opened(a));
        opened(source("b", letters(200)));
        byte[] other = Files.readAllBytes(kept().stream()
                .filter(file -> !file.equals(tableOfA))
                .findFirst()
                .orElseThrow());
        Files.write(tableOfA, other);
        Import whole = opened(a);
        assertEquals(List.of(3, false, fresh), List.of(reads.get(), whole.distrusted(), said(whole)));
        ByteBuffer spliced = ByteBuffer.allocate(other.length + 100)
                .put(image, 0, head(image))
                .put(other, head(other), other.length - head(other));
        Files.write(tableOfA, Arrays.copyOf(spliced.array(), spliced.position()));
        Import forged = opened(a);
        assertEquals(List.of(4, true, fresh), List.of(reads.get(), forged.distrusted(), said(forged)));
    }

    /** How many bytes are before the first block: six lines, a hash, a seal. */
    private static int head(byte[] image) {
        int lines = 0;
        int at = 0;
        while (lines < 6) {
            lines += image[at++] == '\n' ? 1 : 0;
        }
        return at + 64 + 16;
    }

    @Test
    void aSourceThatChangesIsReadAgain() throws IOException {
        Path file = source("a", letters(200));
        opened(file);
        source("a", letters(300));
        assertEquals(302, said(opened(file)).size() - 300);
        assertEquals(2, reads.get());
    }

    /** Beginning, size and date are as they were: only the hash tells. */
    @Test
    void aSourceThatChangesUnseenIsFoundOutByItsHash() throws IOException {
        Path file = source("a", letters(100_000));
        FileTime date = Files.getLastModifiedTime(file);
        List<String> before = said(opened(file));
        byte[] bytes = Files.readAllBytes(file);
        bytes[99_000] = 'x';
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, date);
        Imports imports = imports();
        imports.open(file);
        assertEquals(before, said(imports.all().getFirst()), "as it was kept, at first");
        settle(imports);
        List<String> after = said(imports.all().getFirst());
        assertEquals(List.of(2, false), List.of(reads.get(), after.equals(before)));
        assertEquals(after, said(opened(file)), "and what is kept now is what is there now");
        assertEquals(2, reads.get());
    }

    @Test
    void anotherVersionReadsForItself() throws IOException {
        Path file = source("a", letters(100));
        opened(file);
        version = "2";
        opened(file);
        opened(file);
        assertEquals(2, reads.get());
        assertEquals(1, kept().size(), "in the place of the former");
    }

    @Test
    void whatIsNotTheWholeInputIsNotKept() throws IOException {
        for (String ending : List.of("!", "z")) {
            Path file = source("a", letters(100) + ending);
            opened(file);
            assertEquals(List.of(), kept(), ending);
        }
    }

    @Test
    void aFileThatIsReadOnPurposeIsNotTakenFromTheCache() throws IOException {
        Path file = source("a", letters(100));
        opened(file);
        Imports imports = imports();
        Import input = imports.open(file);
        imports.reread(input);
        assertEquals(2, reads.get());
    }

    @Test
    void theOldestGoWhereThereIsNoRoom() throws IOException {
        Path a = source("a", letters(5000));
        Path b = source("b", letters(6000));
        Path c = source("c", letters(7000));
        opened(a);
        Path oldest = kept().getFirst();
        most = 3 * Files.size(oldest);
        Files.setLastModifiedTime(oldest, FileTime.fromMillis(1));
        opened(b);
        assertEquals(2, kept().size());
        opened(c);
        assertFalse(kept().contains(oldest), "nobody has asked for it longer than for the other");
        assertEquals(2, kept().size());
        most = 100;
        opened(a);
        assertFalse(kept().contains(oldest), "one that is larger than all room is not kept");
    }

    @Test
    void aCaseUnderAnotherNameKeepsItsTablesBesideThat() throws IOException {
        Path file = source("a", letters(100));
        Imports imports = imports();
        imports.open(file);
        try (SourceHashes hashes = new SourceHashes(JobRunner.direct(), imports);
                TableKeeping keeping = new TableKeeping(JobRunner.direct(), imports, hashes)) {
            for (int i = 0; i < 8; i++) {
                hashes.look();
                keeping.look();
                if (i == 4) {
                    imports.cache(new TableCache(folder.resolve("d.rpcscope-cache"), key, version, 1, most));
                }
            }
        }
        assertEquals(1, kept().size());
        Path other =
                folder.resolve("d.rpcscope-cache").resolve(kept().getFirst().getFileName());
        assertEquals(-1, Files.mismatch(kept().getFirst(), other));
    }

    @Test
    void aFolderThatCannotBeMadeIsNoFault() throws IOException {
        Files.writeString(folder.resolve("c.rpcscope-cache"), "a file");
        Import input = opened(source("a", letters(100)));
        assertEquals(Import.State.DONE, input.state());
    }

    @Test
    void theFolderIsNamedAfterTheCase() {
        assertEquals(
                List.of(folder.resolve("night.rpcscope-cache"), folder.resolve("x.rpcscope-cache")),
                List.of(
                        TableCache.beside(folder.resolve("night.rpcscope"), key, "1")
                                .folder(),
                        TableCache.beside(folder.resolve("x"), key, "1").folder()));
    }

    @Test
    void nothingIsLookedForWhereNothingIsKept() throws IOException {
        Input input = new Input("a", "rows", 1);
        TableCache.Source source = new TableCache.Source(input, 100, 1);
        assertFalse(TableCache.NONE.keeps(source, "0".repeat(64)));
    }
}
