package org.rpcscope.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rpcscope.app.Main;
import org.rpcscope.capture.CaptureReplay;
import org.rpcscope.dcerpc.DcerpcInspection;

/**
 * Measures in the real window, without a display, how long it is from the wish to open a file to the first flagged session in
 * the table. Arguments: the file, and how often, each time in a new window; the first time is that of code that has not run
 * before, as after a start, but without the AOT cache of the image.
 */
final class FirstRows {

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private FirstRows() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
            Path folder = Files.createTempDirectory("rpcscope-rows");
            try {
                measure(folder, file);
            } finally {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.sorted(Comparator.reverseOrder())
                            .forEach(each -> each.toFile().delete());
                }
            }
        }
        System.exit(0);
    }

    private static void measure(Path folder, Path file) {
        Bench.Real real = new Bench.Real(Main.formats(), new CaptureReplay(DcerpcInspection::new), List.of());
        long begin = System.nanoTime();
        try (Bench bench = new Bench(folder, real, Runtime.getRuntime().availableProcessors())) {
            long start = System.nanoTime();
            bench.open(file);
            while (Bench.fx(() -> bench.table().getItems().isEmpty())) {
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IllegalStateException("nothing is flagged");
                }
                Bench.pause();
            }
            System.out.printf(
                    Locale.ROOT,
                    "window made in %.2f s; first flagged session shown %.2f s after the wish to open %s%n",
                    (start - begin) / 1e9,
                    (System.nanoTime() - start) / 1e9,
                    file.getFileName());
        }
    }
}
