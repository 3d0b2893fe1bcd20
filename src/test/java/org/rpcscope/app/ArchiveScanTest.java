package org.rpcscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.cli.CommandLine;

/** Scans archives of the sample data: each member is an input, and its sessions are those of the file itself. */
class ArchiveScanTest {

    private static final Path SAMPLES = Path.of("sample-data");

    @TempDir
    Path folder;

    private record Answer(int exit, String records, List<String> errors) {

        /** Without the order of the inputs of a session, which follows from their hashes. */
        List<String> sessions(String folder) {
            List<String> sessions = new ArrayList<>();
            for (String line : records.lines().toList()) {
                int from = line.indexOf("\"inputs\":[") + 10;
                int to = line.indexOf(']', from);
                String inputs = Stream.of(line.substring(from, to).split("(?<=}),"))
                        .sorted()
                        .collect(Collectors.joining(","));
                sessions.add(line.substring(0, from) + inputs.replace('"' + folder, '"' + "") + line.substring(to));
            }
            return sessions;
        }

        String summary() {
            return errors.getLast().replaceAll("bytes=\\d+|seconds=.*", "").strip();
        }
    }

    @Test
    void theMembersGiveWhatTheFilesGive() throws IOException {
        List<String> names = List.of("outbound-rpc-v4.pcap", "conn.log");
        Path file = Files.write(folder.resolve("all.zip"), zip(names));
        Answer plain = scan(InputStream.nullInputStream(), "outbound-rpc-v4.pcap", "conn.log");
        Answer packed = scan(InputStream.nullInputStream(), file.toString());
        assertEquals(plain.sessions("sample-data/"), packed.sessions(file + "/"));
        assertEquals(plain.summary(), packed.summary());
        assertEquals(1, packed.exit());
        Answer piped = scan(new ByteArrayInputStream(zip(names)), "-");
        assertEquals(plain.sessions("sample-data/"), piped.sessions("-/"));
        Answer one = scan(InputStream.nullInputStream(), file + "/conn.log");
        assertEquals(
                scan(InputStream.nullInputStream(), "conn.log").sessions("sample-data/"), one.sessions(file + "/"));
    }

    @Test
    void whatNoReaderKnowsIsSkippedAndCounted() throws IOException {
        byte[] archive = zip(List.of("conn.log", "README.md"));
        Path file = Files.write(folder.resolve("some.zip"), archive);
        Answer some = scan(InputStream.nullInputStream(), file.toString());
        assertTrue(some.errors().contains("skipped=1 files in folders and archives that no reader knows"), some + "");
        Path none = Files.write(folder.resolve("none.zip"), zip(List.of("README.md")));
        Answer nothing = scan(InputStream.nullInputStream(), none.toString());
        assertEquals(3, nothing.exit());
        assertTrue(
                nothing.errors().contains(none + ": offset 0: no reader knows anything in this archive"), nothing + "");
    }

    private static byte[] zip(List<String> names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(SAMPLES.resolve(name), zip);
            }
        }
        return out.toByteArray();
    }

    private static Answer scan(InputStream in, String... inputs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLine.Parts parts = new CommandLine.Parts(
                Main.formats(),
                List.of(),
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        String[] words = new String[4 + inputs.length];
        System.arraycopy(new String[] {"scan", "--all", "--format", "jsonl"}, 0, words, 0, 4);
        for (int i = 0; i < inputs.length; i++) {
            boolean given = inputs[i].equals("-") || Path.of(inputs[i]).isAbsolute();
            words[4 + i] = given ? inputs[i] : SAMPLES.resolve(inputs[i]).toString();
        }
        int exit = CommandLine.run(parts, words);
        return new Answer(
                exit,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
