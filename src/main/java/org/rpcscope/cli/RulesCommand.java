package org.rpcscope.cli;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.query.FieldNames;
import org.rpcscope.sigma.RejectedRule;
import org.rpcscope.sigma.RuleBook;
import org.rpcscope.sigma.RuleFile;

/** {@code rules test} and {@code rules check}. */
final class RulesCommand {

    private final PrintStream out;

    RulesCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the words behind {@code rules}.
     *
     * @return the exit code
     */
    int run(List<String> words) throws UsageException {
        String what = words.isEmpty() ? "" : words.getFirst();
        return switch (what) {
            case "test" -> new RuleTests(out).run(paths(words, "CASES"));
            case "check" -> check(paths(words, "PATH"));
            default -> throw new UsageException("rules: 'test CASES...' or 'check PATH...' has to follow");
        };
    }

    private static List<Path> paths(List<String> words, String name) throws UsageException {
        List<Path> paths = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            if (word.startsWith("-")) {
                throw new UsageException(word + ": no such option of rules " + words.getFirst());
            }
            try {
                paths.add(Path.of(word));
            } catch (InvalidPathException e) {
                throw new UsageException(word + " is no path");
            }
        }
        if (paths.isEmpty()) {
            throw new UsageException("rules " + words.getFirst() + ": " + name + " is missing");
        }
        return paths;
    }

    private int check(List<Path> paths) throws UsageException {
        List<RuleFile> files = RuleFiles.readEach(paths);
        RuleBook book = RuleBook.of(files, FieldNames.load());
        for (RejectedRule rejected : book.rejected()) {
            String title = rejected.title().isEmpty() ? "" : " '" + rejected.title() + "'";
            for (String fault : rejected.faults()) {
                out.println(rejected.file() + ": rejected" + title + ": " + fault);
            }
        }
        int filters = files.stream().mapToInt(file -> file.filters().size()).sum();
        files.forEach(file -> file.warnings().forEach(warning -> out.println("warning: " + warning)));
        book.warnings().forEach(warning -> out.println("warning: " + warning));
        out.println(book.rules().size() + " rules, " + book.correlations().size() + " correlations, " + filters
                + " filters, " + book.rejected().size() + " rejected");
        return book.rejected().isEmpty() ? CommandLine.NOTHING : CommandLine.FLAGGED;
    }
}
