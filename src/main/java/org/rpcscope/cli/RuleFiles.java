package org.rpcscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rpcscope.query.FieldNames;
import org.rpcscope.sigma.RuleBook;
import org.rpcscope.sigma.RuleFile;
import org.rpcscope.sigma.RuleReader;

/** Rule files and folders of them, by their paths. */
final class RuleFiles {

    /** A file of rules that is longer is a mistake. */
    private static final long LONGEST = 1 << 20;

    private RuleFiles() {}

    /**
     * Reads all files, and puts together what belongs together. A path that cannot be read is wrong usage.
     *
     * @param day filters that have expired on it are left aside
     */
    static RuleBook read(List<Path> paths, LocalDate day) throws UsageException {
        List<RuleFile> files =
                readEach(paths).stream().map(file -> file.asOf(day)).toList();
        return RuleBook.of(files, FieldNames.load());
    }

    /** Reads each file by itself. */
    static List<RuleFile> readEach(List<Path> paths) throws UsageException {
        RuleReader reader = new RuleReader(FieldNames.load());
        List<RuleFile> files = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : files(path)) {
                files.add(reader.read(file.toString(), text(file)));
            }
        }
        return files;
    }

    private static List<Path> files(Path path) throws UsageException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException(path + " cannot be read: " + e.getMessage());
        }
    }

    private static String text(Path file) throws UsageException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new UsageException(file + " is larger than " + (LONGEST >> 20) + " MB");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + e.getMessage());
        }
    }
}
