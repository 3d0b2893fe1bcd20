package org.rpcscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs that a command line names, folders opened up.
 *
 * @param named whether the input stands on the command line itself: then it must be readable
 */
record InputList(List<Entry> entries, List<String> faults) {

    /** One input; {@code -} is standard input. */
    record Entry(String path, boolean named) {}

    /** Walks the folders, each in the order of names. */
    static InputList of(List<String> inputs) {
        List<Entry> entries = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String input : inputs) {
            if (input.equals("-") || !Files.isDirectory(Path.of(input))) {
                entries.add(new Entry(input, true));
                continue;
            }
            try (Stream<Path> walk = Files.walk(Path.of(input))) {
                walk.filter(Files::isRegularFile)
                        .sorted()
                        .forEach(file -> entries.add(new Entry(file.toString(), false)));
            } catch (IOException | UncheckedIOException e) {
                faults.add(input + ": offset 0: the folder cannot be read: " + e.getMessage());
            }
        }
        return new InputList(entries, faults);
    }
}
