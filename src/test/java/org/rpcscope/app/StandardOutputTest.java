package org.rpcscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What becomes of the records of a scan where standard output does not take them, in a process of its own. */
class StandardOutputTest {

    /** All end with the summary; what it took is cut off. */
    private static List<String> ended(Process process) throws IOException, InterruptedException {
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return (said.replaceAll("seconds=.*", "") + "exit " + exit).lines().toList();
    }

    private static ProcessBuilder scan() {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "scan",
                "--all",
                Path.of("sample-data", "conn.log").toString());
    }

    @Test
    void aFullDiskIsSaidToBeFull() throws IOException, InterruptedException {
        File full = new File("/dev/full");
        Assumptions.assumeTrue(full.exists(), "no device that is always full");
        assertEquals(
                List.of(
                        "rpcscope: the records cannot be written: No space left on device",
                        "inputs=1 bytes=6163 packets=0 events=0 sessions=37 flagged=18 problems=0 ",
                        "exit 3"),
                ended(scan().redirectOutput(full).start()));
    }

    @Test
    void aReaderThatHasEnoughIsNoFault() throws IOException, InterruptedException {
        Process process = scan().start();
        process.getInputStream().close();
        assertEquals(
                List.of("inputs=1 bytes=6163 packets=0 events=0 sessions=37 flagged=18 problems=0 ", "exit 1"),
                ended(process));
    }
}
