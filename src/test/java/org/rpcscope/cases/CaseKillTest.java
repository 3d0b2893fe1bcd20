package org.rpcscope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Status;

/** Kills a program at random moments while it writes a case: what it had confirmed is there. */
class CaseKillTest {

    private static final int KILLS = 100;
    private static final int NOTES_EVERY = 10;

    @TempDir
    Path folder;

    /** Marks one session after the other, and prints the number of each when it is written. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] words) throws IOException {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
            if (CaseOpening.open(Path.of(words[0])) instanceof CaseOpening.Open(CaseFile file, var _)) {
                Triage triage = new Triage(file, "ana", () -> 1, () -> 1);
                for (int i = Integer.parseInt(words[1]); ; i++) {
                    SessionKey key = new SessionKey(1, i);
                    String text = "step " + i;
                    triage.mark(_ -> text, List.of(key), mark -> mark.with(Status.ESCALATED));
                    if (i % NOTES_EVERY == 0) {
                        triage.note("note " + i, key, "words ".repeat(500));
                    }
                    out.println(i);
                }
            }
        }
    }

    @Test
    void whatWasConfirmedSurvivesEveryKill() throws IOException, InterruptedException {
        Path path = folder.resolve("killed.rpcscope");
        Random random = new Random(20_261_124);
        int confirmed = -1;
        for (int kill = 0; kill < KILLS; kill++) {
            Path printed = folder.resolve("printed");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            path.toString(),
                            Integer.toString(confirmed + 1))
                    .redirectOutput(printed.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            long begun = System.nanoTime();
            while (Files.size(printed) == 0 && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(60)) {
                Thread.sleep(2);
            }
            Thread.sleep(random.nextInt(40));
            process.destroyForcibly().waitFor();
            List<String> lines = Files.readAllLines(printed);
            assertTrue(!lines.isEmpty(), "the writer wrote nothing");
            String text = Files.readString(printed);
            String last = text.endsWith("\n") || lines.size() == 1 ? lines.getLast() : lines.get(lines.size() - 2);
            confirmed = Integer.parseInt(last);
            CaseOpening.Open open = assertInstanceOf(CaseOpening.Open.class, CaseOpening.open(path), "kill " + kill);
            assertEquals(null, open.notice());
            try (CaseFile file = open.file()) {
                Marks marks = file.marks();
                for (int i = 0; i <= confirmed; i++) {
                    Mark mark = marks.of(new SessionKey(1, i));
                    assertEquals(Status.ESCALATED, mark.status(), "step " + i + " after kill " + kill);
                    assertTrue(mark.notes() >= (i % NOTES_EVERY == 0 ? 1 : 0), "note " + i + " after kill " + kill);
                }
            }
        }
    }
}
