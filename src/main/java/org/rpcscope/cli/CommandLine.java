package org.rpcscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.rpcscope.input.Formats;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.session.ObservationTable;

/**
 * The commands that need no window: {@code cli.md} is their contract. The words are read by hand, since no library for it
 * fits into the cache that lets a scan start at once.
 */
public final class CommandLine {

    /** Done, nothing flagged. */
    static final int NOTHING = 0;
    /** Done, something flagged. */
    static final int FLAGGED = 1;
    /** Wrong usage. */
    static final int USAGE = 2;
    /** A named input could not be read, or any problem under {@code --strict}. */
    static final int UNREADABLE = 3;

    private CommandLine() {}

    /**
     * What the commands work with.
     *
     * @param formats the formats that inputs may have
     * @param mappings by which one of the formats reads tables that nobody knows
     * @param version the lines that {@code --version} prints
     */
    public record Parts(
            Formats<ObservationTable> formats,
            SavedMappings mappings,
            Supplier<List<String>> version,
            InputStream in,
            PrintStream out,
            PrintStream err) {

        /** For tables that are read as they are guessed. */
        public Parts(
                Formats<ObservationTable> formats,
                List<String> version,
                InputStream in,
                PrintStream out,
                PrintStream err) {
            this(formats, new SavedMappings(), () -> version, in, out, err);
        }
    }

    /**
     * Runs a command line to its end.
     *
     * @return the exit code
     */
    public static int run(Parts parts, String... arguments) {
        List<String> words = Arrays.asList(arguments);
        String command = words.isEmpty() ? "" : words.getFirst();
        try {
            return switch (command) {
                case "scan" -> scan(parts, words.subList(1, words.size()));
                case "rules" -> new RulesCommand(parts.out()).run(words.subList(1, words.size()));
                case "--version", "-V" -> print(parts, parts.version().get());
                case "--help", "-h" -> print(parts, usage());
                default ->
                    throw new UsageException(
                            command.isEmpty() ? "a command is missing" : command + ": no such command or option");
            };
        } catch (UsageException e) {
            parts.err().println("rpcscope: " + e.getMessage() + " (rpcscope --help lists what there is)");
            return USAGE;
        }
    }

    private static int scan(Parts parts, List<String> words) throws UsageException {
        if (words.contains("--help")) {
            return print(parts, usage());
        }
        ScanWords read = ScanWords.read(words);
        if ("list".equals(read.value("--input-format"))) {
            return print(parts, parts.formats().names());
        }
        ScanRequest request = read.request(parts.formats().names());
        Mapping mapping = read.mapping();
        if (mapping != null) {
            parts.mappings().give(mapping);
        }
        return new Scan(parts, request).run();
    }

    private static int print(Parts parts, List<String> lines) {
        lines.forEach(parts.out()::println);
        return NOTHING;
    }

    private static List<String> usage() {
        try (InputStream in = CommandLine.class.getResourceAsStream("usage.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
