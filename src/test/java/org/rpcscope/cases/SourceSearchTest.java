package org.rpcscope.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.cases.SourceSearch.Found;
import org.rpcscope.cases.SourceSearch.State;
import org.rpcscope.input.Assumed;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;

class SourceSearchTest {

    /** FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Path away;

    @BeforeEach
    void makeAFolder() throws IOException {
        away = Files.createDirectory(folder.resolve("away"));
    }

    private static <R> R run(Job<R> job) {
        try {
            return job.run(new Progress());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private KeptSource abc(String name) {
        return new KeptSource(folder.resolve("gone").resolve(name).toString(), 3, ABC);
    }

    @Test
    void theHashIsThatOfTheWholeFileAndACancelledOneIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "abc");
        Progress progress = new Progress();
        assertEquals(Optional.of(ABC), ContentHash.compute(file, progress));
        assertEquals(List.of(3L, 3L), List.of(progress.done(), progress.total()));
        progress.cancel();
        assertEquals(Optional.empty(), ContentHash.compute(file, progress));
    }

    @Test
    void sourcesAreLookedForWhereTheyWereAndBesideTheCase() throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "abc");
        Path other = Files.writeString(folder.resolve("other"), "abcd");
        Path beside = Files.writeString(away.resolve("beside"), "abc");
        Files.writeString(away.resolve("false"), "abd");
        List<KeptSource> sources = List.of(
                new KeptSource(there.toString(), 3, ABC),
                new KeptSource(other.toString(), 3, ABC),
                abc("beside"),
                abc("false"),
                abc("nowhere"),
                new KeptSource("C:\\captures\\nul\0.pcap", 3, ABC));
        assertEquals(
                List.of(
                        new Found(sources.get(0), there, State.THERE),
                        new Found(sources.get(1), other, State.DIFFERS),
                        new Found(sources.get(2), beside, State.FOUND),
                        new Found(sources.get(3), away.resolve("false"), State.DIFFERS),
                        new Found(sources.get(4), null, State.MISSING),
                        new Found(sources.get(5), null, State.MISSING)),
                run(SourceSearch.of(sources, away.resolve("x.rpcscope"))));
    }

    @Test
    void oneThatIsChosenBringsThoseBesideIt() throws IOException {
        Path renamed = Files.writeString(away.resolve("renamed"), "abc");
        Path second = Files.writeString(away.resolve("second"), "abc");
        List<Found> missed = List.of(
                new Found(abc("first"), null, State.MISSING),
                new Found(abc("second"), null, State.MISSING),
                new Found(abc("third"), null, State.MISSING));
        assertEquals(
                List.of(
                        new Found(abc("first"), renamed, State.FOUND),
                        new Found(abc("second"), second, State.FOUND),
                        missed.get(2)),
                run(SourceSearch.taking(missed, abc("first"), renamed)));
        assertEquals(
                List.of(missed.get(0), new Found(abc("second"), second, State.FOUND), missed.get(2)),
                run(SourceSearch.in(missed, away)));
    }

    @Test
    void whatIsWrittenIsReadAndOlderCasesAreReadToo() {
        List<KeptSource> sources = List.of(
                abc("one\ntwo \"three\""),
                new KeptSource("C:\\a\\b.pcap", -1, ""),
                new KeptSource("/asa.log", 5, ABC, new Assumed.Choice(ZoneId.of("Europe/Berlin"), 2024)),
                new KeptSource("/pf.log", 5, ABC, new Assumed.Choice(ZoneOffset.ofHours(-3), null)),
                new KeptSource("/ios.log", 5, ABC, new Assumed.Choice(null, 1999)));
        assertEquals(sources, KeptSources.read(KeptSources.write(sources)));
        assertEquals("b.pcap", sources.get(1).fileName());
        assertEquals("C:\\a", sources.get(1).folder());
        assertEquals(
                List.of(new KeptSource("/a/b", -1, ""), new KeptSource("/c", -1, "")), KeptSources.read("/a/b\n/c\n"));
        assertEquals(List.of(), KeptSources.read(""));
        assertEquals(List.of(), KeptSources.read("[{\"path\": \"x\""));
        assertEquals(
                List.of(new KeptSource("x", 7, "")),
                KeptSources.read("[1, {}, {\"path\": \"x\", \"size\": 7, \"sha256\": \"zz\"}]"));
        assertEquals(
                List.of(new KeptSource("x", 7, "")),
                KeptSources.read("[{\"path\": \"x\", \"size\": 7, \"zone\": \"Mars/Olympus\", \"year\": 99999}]"),
                "what no clock has is not assumed");
    }
}
