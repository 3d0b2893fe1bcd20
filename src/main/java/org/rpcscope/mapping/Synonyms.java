package org.rpcscope.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names that columns have in exports of many products, and what they mean. */
final class Synonyms {

    private final Map<String, Meaning> meanings;

    private Synonyms(Map<String, Meaning> meanings) {
        this.meanings = meanings;
    }

    /** Reads the table that comes with the program: a meaning and its names, one line each. */
    static Synonyms load() {
        Map<String, Meaning> meanings = new HashMap<>();
        try (InputStream stream = Synonyms.class.getResourceAsStream("column-names.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", 2);
                if (cells.length == 2 && !line.startsWith("#")) {
                    for (String name : cells[1].split(",")) {
                        meanings.putIfAbsent(fold(name), Meaning.ofKey(cells[0]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Synonyms(meanings);
    }

    /** What a column of this name means; {@link Meaning#NONE} where nobody calls anything so. */
    Meaning of(String name) {
        return meanings.getOrDefault(fold(name), Meaning.NONE);
    }

    /** Without case, and without what stands between words. */
    private static String fold(String name) {
        StringBuilder folded = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }
}
