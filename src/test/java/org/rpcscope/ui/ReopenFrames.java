package org.rpcscope.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;

/**
 * Measures how long a case takes to open again whose input is kept beside it, in the real window: from the wish to open it to
 * the lines of the table, and to the numbers of all sessions above it.
 */
final class ReopenFrames {

    private static final int ROUNDS = 3;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    /** From so many bytes on an input is kept. */
    private static final int LARGE = 1 << 23;

    private final int sessions;
    private final Path folder;

    ReopenFrames(int sessions) throws IOException {
        this.sessions = sessions;
        this.folder = Files.createTempDirectory("rpcscope-frames");
    }

    void measure() throws IOException {
        try {
            Path last = keep();
            for (int round = 0; round < ROUNDS; round++) {
                last = reopen(last, "case" + round);
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** Reads the input once, and closes the window when it is kept. */
    private Path keep() {
        try (Bench bench = bench()) {
            String head = "sessions\nrandom " + sessions + "\n";
            Path input = bench.file("large.txt", head + "\n".repeat(LARGE - head.length()));
            long start = System.nanoTime();
            bench.open(input);
            until(() -> isShown(bench));
            say("read from its source", start, start);
            until(() -> isKept(folder.resolve("own.rpcscope-cache")));
        }
        return folder.resolve("own.rpcscope");
    }

    /** Opens the case under another name, as one that was not open before. */
    private Path reopen(Path before, String name) throws IOException {
        Path file = folder.resolve(name + ".rpcscope");
        Files.move(before, file);
        Files.move(cache(before), cache(file));
        try (Bench bench = bench()) {
            long start = System.nanoTime();
            bench.open(file);
            until(() -> !bench.table().getItems().isEmpty());
            long lines = System.nanoTime();
            until(() -> isShown(bench));
            if (!bench.format.reads.isEmpty()) {
                throw new IllegalStateException("the source was read again");
            }
            say("opened again", start, lines);
        }
        return file;
    }

    private Bench bench() {
        return new Bench(folder, null, Runtime.getRuntime().availableProcessors());
    }

    private static Path cache(Path file) {
        return Path.of(file.toString().replaceFirst("\\.rpcscope$", ".rpcscope-cache"));
    }

    private boolean isShown(Bench bench) {
        String all = String.format(Locale.ROOT, "%,d", sessions);
        return Bench.fx(() -> bench.scene().lookup("#scope-all") instanceof ToggleButton button
                && button.getText().contains(all)
                && !bench.table().getItems().isEmpty());
    }

    private static boolean isKept(Path cache) {
        try (Stream<Path> files = Files.list(cache)) {
            return files.anyMatch(file -> file.toString().endsWith(".table"));
        } catch (IOException e) { // not made yet
            return false;
        }
    }

    private static void until(Shown shown) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!shown.now()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nothing is shown");
            }
            Bench.pause();
        }
    }

    private interface Shown {
        boolean now();
    }

    private void say(String what, long start, long lines) {
        System.out.printf(
                Locale.ROOT,
                "%,d sessions %s: lines in the table after %.2f s, all of them counted after %.2f s%n",
                sessions,
                what,
                (lines - start) / 1e9,
                (System.nanoTime() - start) / 1e9);
    }
}
