package org.rpcscope.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * How a table is written, and what its columns mean.
 *
 * @param dayFirst whether {@code 01/02/2026} is the first of February
 */
public record Mapping(Shape shape, List<Column> columns, boolean dayFirst) {

    /** More columns are not looked at. */
    public static final int MOST_COLUMNS = 512;

    private static final int SIGNATURE_BYTES = 12;

    /**
     * How rows are written.
     *
     * @param json whether each row is a JSON object, whose members are the columns, by their paths
     * @param separator between cells, where they are not JSON
     * @param header whether the first row has the names of the columns
     */
    public record Shape(boolean json, char separator, boolean header) {}

    /** @param name as the header writes it, a path with points in JSON, or the number of the column from 1 on */
    public record Column(String name, Meaning meaning) {}

    /** Why no connection can be read. */
    public enum Fault {
        NO_TIME,
        NO_SOURCE,
        NO_DESTINATION,
        NO_PORT,
        /** Two columns mean the same. */
        TWICE
    }

    public Mapping {
        columns = List.copyOf(columns);
    }

    /** The column of a meaning, or -1. */
    public int column(Meaning meaning) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).meaning() == meaning) {
                return i;
            }
        }
        return -1;
    }

    public boolean has(Meaning meaning) {
        return column(meaning) >= 0;
    }

    /** With another meaning of a column. */
    public Mapping with(int column, Meaning meaning) {
        List<Column> changed = new ArrayList<>(columns);
        changed.set(column, new Column(columns.get(column).name(), meaning));
        return new Mapping(shape, changed, dayFirst);
    }

    public Mapping withDayFirst(boolean first) {
        return new Mapping(shape, columns, first);
    }

    /** What keeps connections from being read by it; empty where nothing does. */
    public Set<Fault> faults() {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        Set<Meaning> seen = EnumSet.noneOf(Meaning.class);
        for (Column column : columns) {
            if (column.meaning() != Meaning.NONE && !seen.add(column.meaning())) {
                faults.add(Fault.TWICE);
            }
        }
        if (!seen.contains(Meaning.TIME) && !(seen.contains(Meaning.DATE) && seen.contains(Meaning.CLOCK))) {
            faults.add(Fault.NO_TIME);
        }
        if (!seen.contains(Meaning.SOURCE)) {
            faults.add(Fault.NO_SOURCE);
        }
        if (!seen.contains(Meaning.DESTINATION)) {
            faults.add(Fault.NO_DESTINATION);
        }
        if (!seen.contains(Meaning.DESTINATION_PORT)) {
            faults.add(Fault.NO_PORT);
        }
        return faults;
    }

    /** The same for all tables with these columns, however many rows they have and whatever their columns mean. */
    public String signature() {
        StringBuilder names = new StringBuilder();
        names.append(shape.json ? "json" : "table")
                .append(shape.json ? ' ' : shape.separator)
                .append(shape.header);
        columns.forEach(column -> names.append('\n').append(column.name()));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(names.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SIGNATURE_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
