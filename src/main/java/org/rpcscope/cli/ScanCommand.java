package org.rpcscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The words after {@code scan}, turned into a request; what they mean is in {@link Scan}. */
@Command(name = "scan", description = "Analyses captures and logs without a window.", mixinStandardHelpOptions = true)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // fields are set by picocli; some options concern later formats
final class ScanCommand implements Callable<Integer> {

    private final CommandLine.Parts parts;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--internal",
            paramLabel = "CIDR",
            description = "An internal network; the first replaces the default list.")
    private List<String> internal = new ArrayList<>();

    @Option(
            names = "--external",
            paramLabel = "CIDR",
            description = "Treat as external, even though special or internal.")
    private List<String> external = new ArrayList<>();

    @Option(names = "--rules", paramLabel = "PATH", description = "A rule file or folder; replaces the bundled rules.")
    private List<Path> rules = new ArrayList<>();

    @Option(names = "--profile", paramLabel = "FILE", description = "A tuning profile saved by the window.")
    private @Nullable Path profile;

    @Option(names = "--all", description = "A record for every session, flagged or not.")
    private boolean all;

    @Option(
            names = "--events",
            description = "Also a record for every rule match on a log event that is not a session.")
    private boolean events;

    @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone of logs that leave it out (UTC).")
    private @Nullable ZoneId zone;

    @Option(names = "--year", paramLabel = "YYYY", description = "The year of logs that leave it out.")
    private @Nullable Integer year;

    @Option(
            names = "--input-format",
            paramLabel = "NAME",
            description = "Read as NAME without detection; 'list' prints the names.")
    private @Nullable String inputFormat;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, jsonl or csv (table on a terminal, else jsonl).")
    private @Nullable String format;

    @Option(names = "--output", paramLabel = "FILE", description = "Write there instead of standard output.")
    private @Nullable Path output;

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads (all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--strict", description = "Exit 3 if any input had a problem.")
    private boolean strict;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Option(names = "--progress", description = "Progress on standard error, terminal or not.")
    private boolean progress;

    @Parameters(paramLabel = "INPUT", arity = "0..*", description = "A file, a folder (walked), or - (standard input).")
    private List<String> inputs = new ArrayList<>();

    ScanCommand(CommandLine.Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        if ("list".equals(inputFormat)) {
            parts.formats().names().forEach(parts.out()::println);
            return CommandLine.NOTHING;
        }
        if (inputs.isEmpty()) {
            throw wrong("an INPUT is missing");
        }
        if (threads < 1) {
            throw wrong("--threads " + threads + ": at least one is needed");
        }
        if (inputFormat != null && parts.formats().byName(inputFormat).isEmpty()) {
            throw wrong("--input-format " + inputFormat + ": not one of "
                    + String.join(", ", parts.formats().names()));
        }
        boolean terminal = onTerminal();
        ScanRequest request = new ScanRequest(
                inputs,
                inputFormat,
                new ScanRequest.Tuning(cidrs("--internal", internal), cidrs("--external", external), rules, profile),
                new ScanRequest.Printing(format(terminal), all, output, quiet ? false : progress || terminal),
                threads,
                strict);
        try {
            return new Scan(parts, request).run();
        } catch (UsageException e) {
            throw wrong(e.getMessage());
        } catch (IOException e) {
            parts.err().println("rpcscope: cannot write the records: " + e.getMessage());
            return CommandLine.UNREADABLE;
        }
    }

    private ParameterException wrong(@Nullable String message) {
        return new ParameterException(spec.commandLine(), String.valueOf(message));
    }

    private static boolean onTerminal() {
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }

    private ScanRequest.Format format(boolean terminal) {
        if (format == null) {
            return terminal && output == null ? ScanRequest.Format.TABLE : ScanRequest.Format.JSONL;
        }
        for (ScanRequest.Format known : ScanRequest.Format.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(format)) {
                return known;
            }
        }
        throw wrong("--format " + format + ": not one of table, jsonl, csv");
    }

    private List<Cidr> cidrs(String option, List<String> texts) {
        List<Cidr> cidrs = new ArrayList<>();
        for (String text : texts) {
            switch (Cidr.parse(text)) {
                case Cidr.Valid(Cidr cidr) -> cidrs.add(cidr);
                case Cidr.Faulty faulty -> throw wrong(option + " " + text + ": " + faulty.reason());
            }
        }
        return cidrs;
    }
}
