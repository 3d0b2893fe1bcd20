package org.rpcscope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Sources;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.PooledRunner;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.SessionKey;

class ImportsTest {

    @TempDir
    private Path folder;

    private final Pools pools = new Pools();

    /** Reads texts that begin with "rows": one row for each further character. What else it does is up to the test. */
    private record Rows(Consumer<Reading> before) implements InputFormat<ObservationTable> {
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
            int count = (int) source.size() - 4;
            target.reserve(count);
            int address = target.pools().addresses().intern(0, 1);
            for (int row = 0; row < count; row++) {
                target.open(row, address, address, 135, row, row);
            }
            target.publish();
            before.accept(reading);
            reading.progress().advance(source.size());
        }
    }

    private Imports imports(JobRunner runner, Consumer<InputFormat.Reading> before) {
        return new Imports(runner, new Formats<>(List.of(new Rows(before))), pools, 1);
    }

    @Test
    void aSessionIsTheSameWhateverIsAssumedOfItsTimesAndTheChoiceStays() throws IOException {
        Imports imports = imports(JobRunner.direct(), _ -> {});
        Import first = imports.open(file("asa.log", "rows12"));
        Assumed.Choice choice = new Assumed.Choice(ZoneOffset.ofHours(2), 2024);
        Import second = imports.reread(first, choice);
        assertEquals(keys(first), keys(second));
        assertEquals(choice, choice(second));
        assertEquals(choice, choice(imports.reread(second)), "other columns, the same times");
        assertEquals(
                List.of(choice),
                imports.files().stream().map(Imports.OfFile::times).toList());

        Imports later = imports(JobRunner.direct(), _ -> {});
        KeptSource source = new KeptSource(first.name(), 6, "", choice);
        later.assume(List.of(
                new SourceSearch.Found(source, Path.of(first.name()), SourceSearch.State.THERE),
                new SourceSearch.Found(source, null, SourceSearch.State.MISSING)));
        Import third = later.open(Path.of(first.name()));
        assertEquals(keys(first), keys(third));
        assertEquals(choice, choice(third));
        assertEquals(Assumed.Choice.NONE, choice(later.open(file("other.log", "rows1"))));
    }

    @Test
    void whatIsSaidOfSessionsStaysWhenTheFileHasGrownSinceTheCaseWasMade() throws IOException {
        Path log = file("asa.log", "rows12");
        Import first = imports(JobRunner.direct(), _ -> {}).open(log);
        Files.writeString(log, "34", StandardOpenOption.APPEND);
        Imports later = imports(JobRunner.direct(), _ -> {});
        KeptSource source = new KeptSource(log.toString(), 6, "", Assumed.Choice.NONE);
        later.assume(List.of(new SourceSearch.Found(source, log, SourceSearch.State.DIFFERS)));
        Import second = later.open(log);
        assertEquals(keys(first), keys(second).subList(0, keys(first).size()));
        assertEquals(
                List.of(true), later.files().stream().map(Imports.OfFile::grown).toList());
        assertEquals(6, later.files().getFirst().size());
        Transcripts.open(table(second).input()).close();

        Files.writeString(log, "rows98765");
        assertThrows(IOException.class, () -> Transcripts.open(table(second).input()));
        assertNotEquals(
                keys(first), keys(later.reread(second)).subList(0, keys(first).size()));
    }

    private static Assumed.Choice choice(Import input) {
        return Objects.requireNonNull(input.assumed()).choice();
    }

    private static List<SessionKey> keys(Import input) {
        ObservationTable table = Objects.requireNonNull(input.table());
        return IntStream.range(0, table.rows())
                .mapToObj(row -> new SessionKey(table.input().fingerprint(), table.origin(row)))
                .toList();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static ObservationTable table(Import input) {
        return assertNotNull(input.table(), "no table");
    }

    private static <T> T assertNotNull(T value, String message) {
        org.junit.jupiter.api.Assertions.assertNotNull(value, message);
        return value;
    }

    @Test
    void aFileIsReadToItsEnd() throws IOException {
        Imports imports = imports(JobRunner.direct(), _ -> {});
        Path file = file("a", "rows123");
        Import input = imports.open(file);
        assertEquals(
                List.of(file.toString(), "rows", Import.State.DONE, 7L, 7L, 0L),
                List.of(
                        input.name(),
                        input.format(),
                        input.state(),
                        input.progress().done(),
                        input.progress().total(),
                        input.problems().count()));
        assertEquals(List.of(3, true), List.of(table(input).rows(), table(input).ended()));
        assertNull(input.message());
        assertEquals(List.of(input), imports.all());
        assertEquals(List.of(table(input)), imports.tables());
        assertNotEquals(0, input.startedNanos());
    }

    @Test
    void theSameFileIsOpenedOnce() throws IOException {
        Imports imports = imports(JobRunner.direct(), _ -> {});
        Path file = file("a", "rows123");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        Import input = imports.open(file);
        assertSame(input, imports.open(folder.resolve("x/../a").normalize()));
        assertSame(input, imports.open(link));
        assertEquals(List.of(input), imports.all());
    }

    @Test
    void aFileThatFailedMayBeOpenedAgain() throws IOException {
        Imports imports = imports(JobRunner.direct(), _ -> {});
        Import failed = imports.open(folder.resolve("later"));
        assertEquals(List.of(Import.State.FAILED, "no such file"), List.of(failed.state(), failed.message()));
        file("later", "rows1");
        Import input = imports.open(folder.resolve("later"));
        assertNotSame(failed, input);
        assertEquals(Import.State.DONE, input.state());
        assertEquals(List.of(input), imports.all());
    }

    @Test
    void contentThatNoReaderKnowsSaysSo() throws IOException {
        Imports imports = imports(JobRunner.direct(), _ -> {});
        Import input = imports.open(file("a", "something else"));
        assertEquals(
                List.of(Import.State.UNKNOWN_FORMAT, "no reader knows this content"),
                List.of(input.state(), input.message()));
        assertEquals(
                List.of(Problem.at(0, "no reader knows this content")),
                input.problems().first());
        assertEquals(List.of(), imports.tables());
    }

    @Test
    void anEmptyFileIsNoProblem() throws IOException {
        Import input = imports(JobRunner.direct(), _ -> {}).open(file("a", ""));
        assertEquals(
                List.of(Import.State.UNKNOWN_FORMAT, "the input is empty", 0L),
                List.of(input.state(), input.message(), input.problems().count()));
    }

    @Test
    void aDefectOfTheReaderIsShownAndWhatItReadStays() throws IOException {
        Consumer<InputFormat.Reading> defect = _ -> {
            throw new IllegalStateException("row 7 has two heads");
        };
        Import input = imports(JobRunner.direct(), defect).open(file("a", "rows123"));
        assertEquals(
                List.of(
                        Import.State.FAILED,
                        "the reader failed: java.lang.IllegalStateException: row 7 has two heads",
                        3,
                        true,
                        false),
                List.of(
                        input.state(),
                        input.message(),
                        table(input).rows(),
                        table(input).ended(),
                        input.handle().result().isCompletedExceptionally()));
    }

    @Test
    void standardInputIsReadLikeAFile() throws IOException {
        byte[] text = "something else".getBytes(StandardCharsets.UTF_8);
        ByteSource source = Sources.standardInput(new ByteArrayInputStream(text));
        Import input = imports(JobRunner.direct(), _ -> {}).open("-", source);
        assertEquals(List.of("-", Import.State.UNKNOWN_FORMAT), List.of(input.name(), input.state()));
    }

    @Test
    void openingDoesNotWaitAndRemovingStops() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        Consumer<InputFormat.Reading> untilCancelled = given -> {
            reading.countDown();
            while (!given.progress().cancelled()) {
                Thread.onSpinWait();
            }
        };
        try (PooledRunner runner = new PooledRunner("test")) {
            Imports imports = imports(runner, untilCancelled);
            Import input = imports.open(file("a", "rows123"));
            assertEquals(true, reading.await(30, TimeUnit.SECONDS));
            assertEquals(
                    List.of(Import.State.READING, 3),
                    List.of(input.state(), table(input).rows()));
            imports.remove(input);
            input.handle().result().get(30, TimeUnit.SECONDS);
            assertEquals(
                    List.of(Import.State.CANCELLED, true),
                    List.of(input.state(), table(input).ended()));
            assertEquals(List.of(), imports.all());
        }
    }

    @Test
    void inputsAreToldApartByContentAndSize() {
        byte[] head = {1, 2, 3};
        long fingerprint = ImportJob.fingerprint(head, 3);
        assertEquals(fingerprint, ImportJob.fingerprint(head.clone(), 3));
        assertNotEquals(fingerprint, ImportJob.fingerprint(head, 4));
        assertNotEquals(fingerprint, ImportJob.fingerprint(new byte[] {1, 2, 4}, 3));
    }
}
