package org.rpcscope.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.FieldNames;
import org.rpcscope.sigma.RejectedRule;
import org.rpcscope.sigma.RuleFile;
import org.rpcscope.sigma.RuleReader;

/** The analyst's own rules on disk: the YAML files of a folder. All methods block: for jobs. */
public final class RuleFolder {

    /** A file of rules that is longer is a mistake. */
    public static final long LONGEST = 1 << 20;

    private RuleFolder() {}

    /**
     * What was read of a folder.
     *
     * @param files by path, in the order of their names; one that cannot be read is a rejected rule
     * @param fault why the folder cannot be read; null where it can
     */
    public record Read(Map<Path, RuleFile> files, @Nullable String fault) {}

    /**
     * Reads the files of a folder and of those in it. Never throws for what is there.
     *
     * @param day in UTC; filters that have expired on it are left aside
     */
    public static Read read(Path folder, LocalDate day) {
        Map<Path, RuleFile> files = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            RuleReader reader = new RuleReader(FieldNames.load());
            walk.filter(Files::isRegularFile)
                    .filter(RuleFolder::isYaml)
                    .sorted()
                    .forEach(file -> files.put(file, read(reader, file).asOf(day)));
        } catch (IOException | UncheckedIOException e) {
            return new Read(files, folder + " cannot be read: " + e.getMessage());
        }
        return new Read(files, null);
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    private static RuleFile read(RuleReader reader, Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                return rejected(file, "the file is larger than " + (LONGEST >> 20) + " MB");
            }
            return reader.read(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            return rejected(file, "the file is not UTF-8 text");
        } catch (IOException e) {
            return rejected(file, "the file cannot be read: " + e.getMessage());
        }
    }

    private static RuleFile rejected(Path file, String fault) {
        RejectedRule rule = new RejectedRule(file.toString(), 1, "", List.of("line 1: " + fault));
        return new RuleFile(List.of(), List.of(rule), List.of(), List.of(), List.of());
    }

    /** The text of a file; empty where it cannot be read or is too long. */
    public static Optional<String> text(Path file) {
        try {
            return Files.size(file) > LONGEST ? Optional.empty() : Optional.of(Files.readString(file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Writes beside the file and moves over it, so that no half of a rule is ever there. */
    public static void write(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path beside = whole.resolveSibling(whole.getFileName() + ".tmp");
        Files.writeString(beside, text);
        try {
            Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A path in the folder for a rule of that title, which no file has yet. */
    public static Path fresh(Path folder, String title) {
        StringBuilder name = new StringBuilder();
        for (char c : title.toLowerCase(Locale.ROOT).toCharArray()) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                name.append(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
                name.append('-');
            }
        }
        name.setLength(Math.min(name.length(), 80));
        String stem = name.isEmpty() ? "rule" : name.toString();
        Path free = folder.resolve(stem + ".yml");
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(stem + "-" + i + ".yml");
        }
        return free;
    }
}
