package org.rpcscope.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Status;
import org.rpcscope.session.Verdict;

/** What is written into a case is there again, whatever happened meanwhile. */
class CaseFileTest {

    private static final SessionKey A = new SessionKey(Long.MIN_VALUE, 24);
    private static final SessionKey B = new SessionKey(7, Long.MAX_VALUE);
    private static final Mark ESCALATED =
            new Mark(Status.ESCALATED, Verdict.MALICIOUS, new TreeSet<>(List.of("case 12", "dc")), 0);

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("first.rpcscope");
    }

    private static CaseFile open(Path path) {
        CaseOpening.Open open = assertInstanceOf(CaseOpening.Open.class, CaseOpening.open(path));
        assertNull(open.notice());
        return open.file();
    }

    private static String refused(Path path) {
        return assertInstanceOf(CaseOpening.Refused.class, CaseOpening.open(path))
                .reason();
    }

    private static Entry entry(String text) {
        return new Entry("ana", 5, text);
    }

    @Test
    void whatIsWrittenIsThereAgain() throws IOException {
        Note note =
                new Note(new UUID(1, 2), "ana", 1_700_000_000_000_000_001L, "asked the owner;\n'; DROP TABLE note; --");
        try (CaseFile file = open(path())) {
            file.write(
                    entry("escalated"),
                    List.of(
                            new Change.Marked(A, ESCALATED),
                            new Change.Noted(A, note),
                            new Change.Noted(B, new Note(new UUID(3, 4), "bob", 9, "?")),
                            new Change.Kept("profile", "{}")));
            file.write(entry("again"), List.of(new Change.Kept("profile", "{1}"), new Change.Unnoted(new UUID(3, 4))));
        }
        try (CaseFile file = open(path())) {
            assertEquals(ESCALATED.noted(1), file.marks().of(A));
            assertEquals(Mark.NONE, file.marks().of(B));
            assertEquals(1, file.marks().size());
            assertEquals(List.of(note), file.notes(A));
            assertEquals(List.of(), file.notes(B));
            assertEquals(Map.of("profile", "{1}"), file.kept());
            assertEquals(List.of(entry("again"), entry("escalated")), file.log(9));
        }
    }

    @Test
    void aSecondProgramIsTold() {
        try (CaseFile file = open(path())) {
            assertTrue(file.writable());
            assertEquals(path() + ": the case is open in another window", refused(path()));
        }
        open(path()).close();
    }

    @Test
    void whatIsNoCaseIsNotTouched() throws IOException, SQLException {
        Path text = Files.writeString(
                folder.resolve("notes.txt"), "not a database at all, but long enough to be one".repeat(99));
        byte[] before = Files.readAllBytes(text);
        assertEquals(text + ": this is not a case", refused(text));
        assertArrayEquals(before, Files.readAllBytes(text));
        Path other = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE mark (a)");
        }
        assertEquals(other + " is not a case", refused(other));
        assertTrue(refused(folder).contains("cannot be opened"), refused(folder));
    }

    @Test
    void aCaseOfANewerVersionIsOnlyLookedAt() throws IOException, SQLException {
        try (CaseFile file = open(path())) {
            file.write(entry("one"), List.of(new Change.Marked(A, ESCALATED)));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 2");
        }
        CaseOpening.Open open = assertInstanceOf(CaseOpening.Open.class, CaseOpening.open(path()));
        assertEquals("the case was made by a newer version: it can be looked at, not changed", open.notice());
        try (CaseFile file = open.file()) {
            assertFalse(file.writable());
            assertEquals(ESCALATED, file.marks().of(A));
            assertThrows(IOException.class, () -> file.write(entry("no"), List.of()));
        }
    }

    @Test
    void onAFullDiskNothingChangesAndNothingIsLost() throws IOException, SQLException {
        try (CaseFile file = open(path())) {
            Triage triage = new Triage(file, "ana", () -> 1, () -> 1);
            triage.mark(_ -> "one", List.of(A), mark -> mark.with(Status.ESCALATED));
            fillTheDisk(file);
            List<SessionKey> many = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                many.add(new SessionKey(i, i));
            }
            IOException refused = assertThrows(
                    IOException.class, () -> triage.mark(_ -> "many", many, mark -> mark.with(Status.SUPPRESSED)));
            assertEquals("the case could not be written: there is no room left on the disk", refused.getMessage());
            assertEquals(1, triage.marks().size());
            assertEquals(Status.ESCALATED, triage.marks().of(A).status());
        }
        try (CaseFile file = open(path())) {
            assertEquals(1, file.marks().size());
            assertEquals(1, file.log(99).size());
        }
    }

    /** SQLite takes a limit of pages as it takes the end of a disk. */
    private static void fillTheDisk(CaseFile file) throws SQLException {
        try (Statement statement = file.connection().createStatement()) {
            statement.execute("PRAGMA max_page_count = 20");
        }
    }

    @Test
    void aDamagedCaseIsBackedUpAndSavedAsFarAsItGoes() throws IOException {
        List<Change> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(new Change.Marked(new SessionKey(i, i), ESCALATED));
        }
        try (CaseFile file = open(path())) {
            file.write(entry("many"), many);
        }
        long size = Files.size(path());
        try (RandomAccessFile damage = new RandomAccessFile(path().toFile(), "rw")) {
            damage.seek(size / 2);
            byte[] noise = new byte[3 * 4096];
            new Random(1).nextBytes(noise);
            damage.write(noise);
        }
        byte[] damaged = Files.readAllBytes(path());
        CaseOpening.Open open = assertInstanceOf(CaseOpening.Open.class, CaseOpening.open(path()));
        try (CaseFile file = open.file()) {
            Marks marks = file.marks();
            assertTrue(marks.size() > 15_000 && marks.size() < 20_000, marks.size() + " saved");
            assertEquals(ESCALATED, marks.of(new SessionKey(0, 0)));
            assertEquals(ESCALATED, marks.of(new SessionKey(19_999, 19_999)));
            assertEquals(
                    "the case was damaged: " + (marks.size() + 1) + " records were saved, the damaged file is " + path()
                            + ".damaged-1",
                    open.notice());
        }
        assertArrayEquals(damaged, Files.readAllBytes(folder.resolve("first.rpcscope.damaged-1")));
        open(path()).close();
    }

    @Test
    void anyDamageEndsInACaseOrARefusal() throws IOException {
        try (CaseFile file = open(path())) {
            for (int i = 0; i < 50; i++) {
                file.write(entry("step " + i), List.of(new Change.Marked(new SessionKey(i, i), ESCALATED)));
            }
        }
        byte[] whole = Files.readAllBytes(path());
        Random random = new Random(7);
        int opened = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = whole.clone();
            for (int flip = 0; flip <= random.nextInt(20); flip++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            Path copy = Files.write(folder.resolve("damage-" + i), Arrays.copyOf(bytes, length));
            if (CaseOpening.open(copy) instanceof CaseOpening.Open open) {
                opened++;
                try (CaseFile file = open.file()) {
                    assertTrue(file.marks().size() <= 300);
                } catch (IOException e) {
                    assertTrue(e.getMessage().startsWith("the case could not be read"), e.getMessage());
                }
            }
        }
        assertTrue(opened > 100, opened + " opened");
    }

    @Test
    void aCopyIsWholeAndReplacesWhatWasThere() throws IOException {
        Path target = Files.writeString(folder.resolve("copy.rpcscope"), "old");
        try (CaseFile file = open(path())) {
            file.write(entry("one"), List.of(new Change.Marked(A, ESCALATED)));
            file.copyTo(target);
        }
        try (CaseFile copy = open(target)) {
            assertEquals(ESCALATED, copy.marks().of(A));
        }
        assertFalse(Files.exists(folder.resolve("copy.rpcscope.part")));
    }

    @Test
    void everyStepIsTakenBackAndDoneAgain() throws IOException {
        try (CaseFile file = open(path())) {
            Triage triage = new Triage(file, "ana", () -> 1, () -> 1);
            triage.mark(number -> number + " acknowledged", List.of(A, B), mark -> mark.with(Status.ACKNOWLEDGED));
            triage.mark(_ -> "tagged", List.of(B), mark -> mark.tagged("dc").with(Verdict.AUTHORISED));
            triage.note("noted", A, "hello");
            Marks all = triage.marks();
            assertEquals(1, all.of(A).notes());
            assertEquals(new Mark(Status.ACKNOWLEDGED, Verdict.AUTHORISED, new TreeSet<>(List.of("dc")), 0), all.of(B));
            triage.undo();
            triage.undo();
            assertEquals(
                    new Mark(Status.ACKNOWLEDGED, null, new TreeSet<>(), 0),
                    triage.marks().of(B));
            assertEquals(0, triage.marks().of(A).notes());
            triage.undo();
            assertEquals(0, triage.marks().size());
            assertEquals(List.of(), triage.undo());
            triage.redo();
            triage.redo();
            triage.redo();
            assertEquals(all.of(A), triage.marks().of(A));
            assertEquals(all.of(B), triage.marks().of(B));
            assertEquals(triage.marks().of(A), file.marks().of(A));
            assertEquals("done again: noted", file.log(1).getFirst().text());
            triage.mark(_ -> "nothing", List.of(A), mark -> mark);
            assertEquals(
                    List.of("done again: noted", "done again: tagged", "done again: 2 acknowledged"),
                    file.log(3).stream().map(Entry::text).toList());
        }
    }

    @Test
    void aTextThatIsReplacedComesBackAndACopyOfTheCaseGoesOnWithTheSteps() throws IOException {
        AtomicLong order = new AtomicLong();
        Path target = folder.resolve("copy.rpcscope");
        try (CaseFile file = open(path())) {
            Triage triage = new Triage(file, "ana", () -> 1, order::incrementAndGet);
            triage.replace("first applied", "profile", "none", "first");
            triage.replace("second applied", "profile", "first", "second");
            assertEquals(List.of(new Change.Kept("profile", "first")), triage.undo());
            assertEquals("first", file.kept().get("profile"));
            file.copyTo(target);
            try (CaseFile copy = open(target)) {
                Triage next = triage.on(copy);
                assertEquals(
                        List.of(1L, 2L),
                        List.of(next.last().order(), next.next().order()));
                assertEquals(List.of(new Change.Kept("profile", "second")), next.redo());
                next.undo();
                next.undo();
                assertEquals("none", copy.kept().get("profile"));
                assertEquals("undone: first applied", copy.log(1).getFirst().text());
                next.forget();
                assertEquals(List.of(), next.redo());
            }
            assertEquals("first", file.kept().get("profile"), "the case that was copied stays as it was");
        }
    }
}
