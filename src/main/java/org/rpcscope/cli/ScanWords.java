package org.rpcscope.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Filter;
import org.rpcscope.input.Assumed;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.mapping.MappingFile;
import org.rpcscope.net.Cidr;

/**
 * The words after {@code scan}, sorted into options and inputs. What is wrong with one is said of that one.
 *
 * @param values of the options that take one, in the order given
 * @param flags the options that stand alone
 */
record ScanWords(Map<String, List<String>> values, Set<String> flags, List<String> inputs) {

    private static final int FIRST_YEAR = 1970; // of which times are nanoseconds in 64 bits
    private static final int LAST_YEAR = 2261;
    private static final long LARGEST_MAPPING = 1 << 20;
    private static final Set<String> REPEATABLE = Set.of("--internal", "--external", "--rules");
    private static final Set<String> SINGLE = Set.of(
            "--profile",
            "--interfaces",
            "--filter",
            "--mapping",
            "--zone",
            "--year",
            "--input-format",
            "--format",
            "--output",
            "--threads");
    private static final Set<String> FLAGS = Set.of("--all", "--events", "--strict", "--quiet", "--progress");

    /** Sorts the words: {@code --name value} and {@code --name=value}; behind {@code --} all are inputs. */
    static ScanWords read(List<String> words) throws UsageException {
        ScanWords read = new ScanWords(new HashMap<>(), new HashSet<>(), new ArrayList<>());
        boolean options = true;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!options || !word.startsWith("-") || word.equals("-")) {
                read.inputs.add(word);
            } else if (word.equals("--")) {
                options = false;
            } else if (FLAGS.contains(word)) {
                read.flags.add(word);
            } else {
                int sign = word.indexOf('=');
                String name = sign < 0 ? word : word.substring(0, sign);
                boolean follows = sign < 0 && i + 1 < words.size();
                read.take(name, sign >= 0 ? word.substring(sign + 1) : follows ? words.get(++i) : null);
            }
        }
        return read;
    }

    private void take(String name, @Nullable String value) throws UsageException {
        if (!REPEATABLE.contains(name) && !SINGLE.contains(name)) {
            throw new UsageException(name + ": no such option of scan");
        }
        if (value == null) {
            throw new UsageException(name + ": a value is missing");
        }
        List<String> given = values.computeIfAbsent(name, _ -> new ArrayList<>());
        if (SINGLE.contains(name) && !given.isEmpty()) {
            throw new UsageException(name + " is given twice");
        }
        given.add(value);
    }

    /** The value of an option that may be given once, or null. */
    @Nullable
    String value(String name) {
        List<String> given = values.get(name);
        return given == null ? null : given.getFirst();
    }

    /** What the words ask for. */
    ScanRequest request(List<String> formats) throws UsageException {
        if (inputs.isEmpty()) {
            throw new UsageException("an INPUT is missing");
        }
        String inputFormat = value("--input-format");
        if (inputFormat != null && !formats.contains(inputFormat)) {
            throw new UsageException("--input-format " + inputFormat + ": not one of " + String.join(", ", formats));
        }
        for (String input : inputs) {
            path("INPUT", input);
        }
        Assumed.Choice times = new Assumed.Choice(zone(value("--zone")), year());
        return new ScanRequest(inputs, inputFormat, times, tuning(), printing(), threads(), flags.contains("--strict"));
    }

    /** The mapping of a file that was named; null where none was. */
    @Nullable
    Mapping mapping() throws UsageException {
        Path file = optionalPath("--mapping");
        if (file == null) {
            return null;
        }
        try {
            if (Files.size(file) > LARGEST_MAPPING) {
                throw new UsageException("--mapping " + file + ": is too large");
            }
            return MappingFile.read(Files.readString(file));
        } catch (MappingFile.BadMapping e) {
            throw new UsageException("--mapping " + file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UsageException("--mapping " + file + ": cannot be read");
        }
    }

    private ScanRequest.Tuning tuning() throws UsageException {
        List<Path> rules = new ArrayList<>();
        for (String text : values.getOrDefault("--rules", List.of())) {
            rules.add(path("--rules", text));
        }
        return new ScanRequest.Tuning(
                cidrs("--internal"),
                cidrs("--external"),
                rules,
                optionalPath("--profile"),
                optionalPath("--interfaces"));
    }

    private ScanRequest.Printing printing() throws UsageException {
        String output = value("--output");
        boolean terminal = onTerminal();
        boolean progress = !flags.contains("--quiet") && (flags.contains("--progress") || terminal);
        return new ScanRequest.Printing(
                format(terminal && output == null),
                flags.contains("--all"),
                flags.contains("--events"),
                filter(),
                output == null ? null : path("--output", output),
                progress);
    }

    private Filter filter() throws UsageException {
        String text = value("--filter");
        Filter filter = text == null ? Filter.EMPTY : Filter.parse(text);
        if (!filter.valid()) {
            throw new UsageException("--filter " + text + ": "
                    + filter.faults().stream()
                            .map(fault -> "at character " + (fault.from() + 1) + ": " + fault.reason())
                            .collect(Collectors.joining("; ")));
        }
        return filter;
    }

    private ScanRequest.Format format(boolean forPeople) throws UsageException {
        String name = value("--format");
        if (name == null) {
            return forPeople ? ScanRequest.Format.TABLE : ScanRequest.Format.JSONL;
        }
        for (ScanRequest.Format known : ScanRequest.Format.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(name)) {
                return known;
            }
        }
        throw new UsageException("--format " + name + ": not one of table, jsonl, csv");
    }

    private int threads() throws UsageException {
        int threads = number("--threads", Runtime.getRuntime().availableProcessors());
        if (threads < 1) {
            throw new UsageException("--threads " + threads + ": at least one is needed");
        }
        return threads;
    }

    private int number(String name, int otherwise) throws UsageException {
        String text = value(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UsageException(name + " " + text + ": not a number");
        }
    }

    private List<Cidr> cidrs(String name) throws UsageException {
        List<Cidr> cidrs = new ArrayList<>();
        for (String text : values.getOrDefault(name, List.of())) {
            switch (Cidr.parse(text)) {
                case Cidr.Valid(Cidr cidr) -> cidrs.add(cidr);
                case Cidr.Faulty faulty -> throw new UsageException(name + " " + text + ": " + faulty.reason());
            }
        }
        return cidrs;
    }

    private @Nullable Path optionalPath(String name) throws UsageException {
        String text = value(name);
        return text == null ? null : path(name, text);
    }

    private static Path path(String name, String text) throws UsageException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException(name + ": no path: " + e.getReason());
        }
    }

    private @Nullable Integer year() throws UsageException {
        int year = number("--year", 0);
        if (value("--year") != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new UsageException("--year " + year + ": not from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return year == 0 ? null : year;
    }

    private static @Nullable ZoneId zone(@Nullable String text) throws UsageException {
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new UsageException("--zone " + text + ": no time zone");
        }
    }

    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
