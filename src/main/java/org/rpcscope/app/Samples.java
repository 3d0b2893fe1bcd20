package org.rpcscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rpcscope.input.Archive;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Sources;
import org.rpcscope.session.ObservationTable;

/** Files that come with the program, and those in folders that are named when it starts. */
final class Samples {

    private Samples() {}

    /** The folder of the sample data beside the program, or none where it is not installed. */
    static List<Path> bundled() {
        String home = System.getProperty("rpcscope.home");
        Path folder = Path.of(home == null ? "" : home, "sample-data").toAbsolutePath();
        return Files.isDirectory(folder) ? List.of(folder) : List.of();
    }

    /** The files named, and of folders those that a reader knows. */
    static List<Path> expand(List<String> names, Formats<ObservationTable> formats) {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            Path path = Path.of(name);
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> walk = Files.walk(path)) {
                walk.filter(Files::isRegularFile)
                        .sorted()
                        .filter(file -> known(file, formats))
                        .forEach(files::add);
            } catch (IOException | UncheckedIOException e) {
                files.add(path); // the window tells what is wrong with it
            }
        }
        return files;
    }

    private static boolean known(Path file, Formats<ObservationTable> formats) {
        try (ByteSource source = Sources.open(file)) {
            InputFormat.Head head = Sources.head(source);
            return Archive.begins(head) || formats.detect(head).isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
