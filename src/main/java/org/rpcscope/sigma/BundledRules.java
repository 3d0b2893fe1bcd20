package org.rpcscope.sigma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rpcscope.query.FieldNames;

/** The rules that come with the program. */
public final class BundledRules {

    private static final String FOLDER = "rules/";
    private static final String SESSIONS = "sessions";

    private BundledRules() {}

    /** Reads them, in the order of their index. A rule that is rejected is a fault of the program, and thrown. */
    public static List<BundledRule> load() {
        return load(true);
    }

    /** Reads those about sessions alone, which are few: no correlation keeps one of them silent. */
    public static List<BundledRule> ofSessions() {
        return load(false);
    }

    private static List<BundledRule> load(boolean events) {
        RuleReader reader = new RuleReader(FieldNames.load());
        List<BundledRule> rules = new ArrayList<>();
        for (String line : lines("index.tsv")) {
            String[] cells = line.split("\t", -1);
            if (!events && !cells[2].equals(SESSIONS)) {
                continue;
            }
            RuleFile file = reader.read(cells[0], resource(cells[0]));
            if (!file.rejected().isEmpty() || file.rules().size() != 1) {
                throw new IllegalStateException("a bundled rule cannot be used: " + file.rejected());
            }
            rules.add(new BundledRule(file.rules().getFirst(), cells[1].equals("on")));
        }
        return List.copyOf(rules);
    }

    /**
     * Reads the correlations that come with the program, and looks up the rules that they name.
     *
     * @param rules those that are on; a correlation that names another one is off, and so is what names that
     */
    public static List<Correlation> correlations(List<Rule> rules) {
        return with(rules, List.of()).correlations();
    }

    /**
     * Puts the correlations that come with the program together with the files of an analyst, which may name and filter what
     * comes with it.
     *
     * @param rules those that come with the program and are on; the first ones of the book
     */
    public static RuleBook with(List<Rule> rules, List<RuleFile> own) {
        FieldNames names = FieldNames.load();
        RuleReader reader = new RuleReader(names);
        List<RuleFile> files = new ArrayList<>();
        files.add(new RuleFile(rules, List.of(), List.of(), List.of(), List.of()));
        for (String file : lines("correlations.tsv")) {
            RuleFile read = reader.read(file, resource(file));
            if (!read.rejected().isEmpty()) {
                throw new IllegalStateException("a bundled correlation cannot be used: " + read.rejected());
            }
            files.add(read);
        }
        files.addAll(own);
        return RuleBook.of(files, names);
    }

    private static List<String> lines(String name) {
        return resource(name).lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static String resource(String name) {
        try (InputStream in = BundledRules.class.getResourceAsStream(FOLDER + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
