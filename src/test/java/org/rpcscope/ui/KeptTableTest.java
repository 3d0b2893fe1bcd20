package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.ui.fx.Texts;

/** Opens a case again whose input was kept beside it, in the real window, without a display. */
class KeptTableTest {

    /** From so many bytes on an input is kept. */
    private static final int LARGE = 1 << 23;

    private static final String STOPPED = """
        title: Service Changed Its State
        id: 8a5c1f0e-55a2-4d5c-8b43-5f3d9c0a7701
        logsource:
            product: windows
            service: system
        detection:
            selection:
                EventID: 7036
            condition: selection
        level: low
        """;

    @TempDir
    Path folder;

    private @Nullable Bench bench;

    @AfterEach
    void closeTheWindow() {
        bench().close();
    }

    private Bench bench() {
        return Objects.requireNonNull(bench);
    }

    private List<String> lines() {
        return bench().lines("tier", "time", "source", "destination", "port", "score", "operation");
    }

    /** A file of which the reader knows the beginning; what follows makes it worth keeping. */
    private void open(String... events) {
        bench = new Bench(folder);
        List<String> all = Stream.of(
                        Stream.of("sessions", "confirmed 10.20.4.31 49812 45.148.10.77 135 epmapper/ept_map"),
                        IntStream.range(0, 300)
                                .mapToObj(i -> "attempt 10.20.9.200 " + (50_000 + i) + " 185.12.64.3 135"),
                        Stream.of(events))
                .flatMap(lines -> lines)
                .toList();
        int length = all.stream().mapToInt(line -> line.length() + 1).sum();
        Path file = bench().file(
                        "large.txt",
                        Stream.concat(all.stream(), Stream.of("\n".repeat(LARGE - length)))
                                .toArray(String[]::new));
        bench().open(file);
        bench().await(301, () -> lines().size());
    }

    /** Closes the case when all of it is kept, and opens it under another name. */
    private void again() throws IOException {
        Path cache = folder.resolve("own.rpcscope-cache");
        bench().await(true, () -> isKept(cache));
        bench().close();
        Files.move(folder.resolve("own.rpcscope"), folder.resolve("night.rpcscope"));
        Files.move(cache, folder.resolve("night.rpcscope-cache"));
        bench = new Bench(folder);
        bench().open(folder.resolve("night.rpcscope"));
        bench().await(301, () -> lines().size());
    }

    private static boolean isKept(Path cache) {
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.anyMatch(file -> file.toString().endsWith(".table"));
        } catch (IOException e) {
            return false;
        }
    }

    /** How often the file was read so that its sessions could be listed. */
    private long imports() {
        return bench().format.reads.stream()
                .filter(into -> into == bench().pools)
                .count();
    }

    private void click(String selector) {
        bench().await(true, () -> bench().scene().lookup(selector) != null);
        Bench.run(() -> ((ButtonBase) bench().scene().lookup(selector)).fire());
    }

    @Test
    void theTableIsThatOfTheFileAndTheFileIsNotReadUnlessSomebodyElseKeptIt() throws IOException {
        open();
        List<String> read = lines();
        assertEquals(1, imports());
        again();
        assertEquals(read, lines());
        assertEquals(List.of(), bench().format.reads, "neither for the table nor for anything beside it");
        bench().close();

        Path key = folder.resolve("cache.key");
        byte[] other = Files.readAllBytes(key);
        other[0]++;
        Files.write(key, other);
        bench = new Bench(folder);
        bench().open(folder.resolve("night.rpcscope"));
        bench().await(read, this::lines);
        bench().awaitWords("#banner", new Texts().get("case.distrusted"));
        assertEquals(1, imports());
    }

    @Test
    void rulesAreAskedAgainAboutWhatWasKept() throws IOException {
        open(
                "event -30 WS-0431.lab 10.20.4.31 7036 just before",
                "event 5 ws-0431 10.20.4.31 7040 another",
                "event 600 WS-0431 10.20.4.31 7036 later");
        Path own = Files.createDirectory(folder.resolve("own-rules"));
        Files.writeString(own.resolve("state.yml"), STOPPED);
        bench().chosen.add(own);
        click("#tuning-rules");
        click("#rules-folder");
        String told = "3 events on ws-0431 (10.20.4.31); rules match 2 of them";
        related(told);
        again();
        related(told);
        assertEquals(0, imports());
        assertFalse(bench().format.reads.isEmpty(), "the fields of events are not kept");
    }

    private void related(String told) {
        int confirmed = lines().indexOf(lines().stream()
                .filter(line -> line.startsWith("confirmed"))
                .findFirst()
                .orElseThrow());
        Bench.run(() -> bench().table().getSelectionModel().clearAndSelect(confirmed));
        click("#tab-inspector-related");
        bench().awaitWords(".related-top", told);
    }
}
