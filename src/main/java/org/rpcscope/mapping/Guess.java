package org.rpcscope.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a table seems to be, by its first rows.
 *
 * @param rows the first rows, without the header, as texts, a cell for each column
 */
public record Guess(Mapping mapping, List<List<String>> rows) {

    /** How many rows are looked at. */
    public static final int MOST_ROWS = 50;

    private static final char[] SEPARATORS = {'\t', ',', ';', '|'};
    private static final int LEAST_COLUMNS = 3;

    /** Guesses by the first bytes of an input; null where they are no table. */
    public static @Nullable Guess of(byte[] head) {
        List<String> lines = lines(head);
        if (lines.isEmpty()) {
            return null;
        }
        return lines.getFirst().startsWith("{") ? json(lines) : separated(lines);
    }

    /** The first rows of a table that has the columns of a mapping; null where it has others. */
    public static @Nullable Guess by(Mapping mapping, byte[] head) {
        List<String> lines = lines(head);
        List<String> names =
                mapping.columns().stream().map(Mapping.Column::name).toList();
        if (lines.isEmpty()) {
            return null;
        }
        if (mapping.shape().json()) {
            List<Map<String, String>> objects =
                    lines.stream().map(FlatJson::read).filter(Objects::nonNull).toList();
            boolean has = objects.stream().anyMatch(object -> names.stream().anyMatch(object::containsKey));
            return has ? new Guess(mapping, rows(objects, names)) : null;
        }
        List<List<String>> rows = lines.stream()
                .map(line -> cells(line, mapping.shape().separator()))
                .filter(row -> row.size() == names.size())
                .toList();
        boolean header = mapping.shape().header();
        boolean same = !rows.isEmpty()
                && (!header
                        || rows.getFirst().stream().map(String::strip).toList().equals(names));
        return same ? new Guess(mapping, rows.subList(header ? 1 : 0, rows.size())) : null;
    }

    private static List<List<String>> rows(List<Map<String, String>> objects, List<String> columns) {
        return objects.stream()
                .map(object -> columns.stream()
                        .map(name -> object.getOrDefault(name, ""))
                        .toList())
                .toList();
    }

    /** The whole lines, as far as there are; the last may be cut. */
    private static List<String> lines(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        while (from < text.length() && lines.size() <= MOST_ROWS) {
            int end = text.indexOf('\n', from);
            boolean cut = end < 0 && !lines.isEmpty();
            String line = text.substring(from, end < 0 ? text.length() : end).stripTrailing();
            if (!line.isBlank() && !line.startsWith("#") && !cut) {
                lines.add(line);
            }
            from = end < 0 ? text.length() : end + 1;
        }
        return lines;
    }

    private static @Nullable Guess json(List<String> lines) {
        List<Map<String, String>> objects = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (String line : lines) {
            Map<String, String> object = FlatJson.read(line);
            if (object != null && !object.isEmpty()) {
                objects.add(object);
                names.addAll(object.keySet());
            }
        }
        if (objects.isEmpty()) {
            return null;
        }
        List<String> columns = names.stream().limit(Mapping.MOST_COLUMNS).toList();
        return ColumnGuess.of(new Mapping.Shape(true, ',', true), columns, rows(objects, columns));
    }

    private static @Nullable Guess separated(List<String> lines) {
        @Nullable List<List<String>> best = null;
        char separator = ',';
        for (char each : SEPARATORS) {
            List<List<String>> rows =
                    lines.stream().map(line -> cells(line, each)).toList();
            int columns = rows.getFirst().size();
            long same = rows.stream().filter(row -> row.size() == columns).count();
            boolean table = columns >= LEAST_COLUMNS && same * 10 >= rows.size() * 8L;
            if (table && (best == null || columns > best.getFirst().size())) {
                best = rows;
                separator = each;
            }
        }
        if (best == null) {
            return null;
        }
        boolean header = ColumnGuess.isHeader(best.getFirst());
        List<String> first = best.getFirst();
        int columns = first.size();
        List<List<String>> rows = best.subList(header ? 1 : 0, best.size()).stream()
                .filter(row -> row.size() == columns && (!header || !row.equals(first)))
                .toList();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add(header ? best.getFirst().get(i).strip() : String.valueOf(i + 1));
        }
        return ColumnGuess.of(new Mapping.Shape(false, separator, header), names, rows);
    }

    private static List<String> cells(String line, char separator) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Cells cells = new Cells();
        cells.split(bytes, 0, bytes.length, separator);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.count(); i++) {
            texts.add(cells.text(i));
        }
        return texts;
    }

    /** The same rows by another mapping. */
    public Guess with(Mapping other) {
        return new Guess(other, rows);
    }
}
