package org.rpcscope.mapping;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rpcscope.net.IpAddress;

/** Gives each column its meaning: by its name where that is known and its values fit, else by its values. */
final class ColumnGuess {

    private static final Synonyms SYNONYMS = Synonyms.load();
    private static final Set<String> PROTOCOLS =
            Set.of("tcp", "udp", "icmp", "igmp", "gre", "esp", "icmpv6", "ipv6-icmp");
    private static final Set<String> ACTIONS = Set.of(
            "allow",
            "allowed",
            "accept",
            "accepted",
            "permit",
            "permitted",
            "pass",
            "deny",
            "denied",
            "drop",
            "dropped",
            "block",
            "blocked",
            "reject",
            "rejected",
            "close",
            "timeout",
            "teardown",
            "built");

    private ColumnGuess() {}

    /** Whether a first row has names: no address, time or number, and at least two words that columns are called. */
    static boolean isHeader(List<String> row) {
        long known =
                row.stream().filter(name -> SYNONYMS.of(name) != Meaning.NONE).count();
        boolean values = row.stream()
                .map(String::strip)
                .anyMatch(cell -> IpAddress.parse(cell) != null
                        || Meaning.isNumber(cell, 20)
                        || TimeText.parse(cell, false) != null);
        return known >= 2 || !values && row.stream().noneMatch(String::isBlank);
    }

    static Guess of(Mapping.Shape shape, List<String> names, List<List<String>> rows) {
        boolean dayFirst = dayFirst(rows);
        Meaning[] meanings = new Meaning[names.size()];
        Set<Meaning> taken = EnumSet.noneOf(Meaning.class);
        for (int i = 0; i < meanings.length; i++) {
            Meaning named = shape.header() ? SYNONYMS.of(names.get(i)) : Meaning.NONE;
            if (named == Meaning.TIME && isClock(rows, i)) {
                named = Meaning.CLOCK;
            }
            boolean fits = named != Meaning.NONE && fits(rows, i, named, dayFirst) && taken.add(named);
            meanings[i] = fits ? named : Meaning.NONE;
        }
        for (int i = 0; i < meanings.length; i++) {
            if (meanings[i] == Meaning.NONE) {
                Meaning meaning = byContent(rows, i, meanings, taken, dayFirst, shape.header());
                meanings[i] = meaning != Meaning.NONE && taken.add(meaning) ? meaning : Meaning.NONE;
            }
        }
        List<Mapping.Column> columns = new ArrayList<>();
        for (int i = 0; i < meanings.length; i++) {
            columns.add(new Mapping.Column(names.get(i), meanings[i]));
        }
        return new Guess(new Mapping(shape, columns, dayFirst), rows);
    }

    /** What the values look like; numbers only where nothing is named, since anything may be a number. */
    private static Meaning byContent(
            List<List<String>> rows,
            int column,
            Meaning[] meanings,
            Set<Meaning> taken,
            boolean dayFirst,
            boolean named) {
        List<String> values = values(rows, column);
        if (values.isEmpty()) {
            return Meaning.NONE;
        }
        if (values.stream().allMatch(value -> IpAddress.parse(value) != null)) {
            return free(taken, Meaning.SOURCE, Meaning.DESTINATION);
        }
        if (values.stream().allMatch(value -> PROTOCOLS.contains(value.toLowerCase(Locale.ROOT)))) {
            return Meaning.TRANSPORT;
        }
        if (values.stream().allMatch(value -> ACTIONS.contains(value.toLowerCase(Locale.ROOT)))) {
            return Meaning.ACTION;
        }
        boolean hasTime = taken.contains(Meaning.TIME) || taken.contains(Meaning.DATE);
        if (!hasTime && values.stream().allMatch(value -> TimeText.parse(value, dayFirst) != null)) {
            return Meaning.TIME;
        }
        boolean ports = values.stream().allMatch(value -> Meaning.SOURCE_PORT.accepts(value, dayFirst));
        if (!named && ports) {
            Meaning before = column == 0 ? Meaning.NONE : meanings[column - 1];
            return switch (before) {
                case SOURCE -> free(taken, Meaning.SOURCE_PORT);
                case DESTINATION, SOURCE_PORT -> free(taken, Meaning.DESTINATION_PORT);
                default -> Meaning.NONE;
            };
        }
        return Meaning.NONE;
    }

    private static Meaning free(Set<Meaning> taken, Meaning... wanted) {
        for (Meaning meaning : wanted) {
            if (!taken.contains(meaning)) {
                return meaning;
            }
        }
        return Meaning.NONE;
    }

    private static boolean fits(List<List<String>> rows, int column, Meaning meaning, boolean dayFirst) {
        List<String> values = values(rows, column);
        long fitting = values.stream()
                .filter(value -> meaning.accepts(value, dayFirst))
                .count();
        return fitting * 10 >= values.size() * 8L;
    }

    private static boolean isClock(List<List<String>> rows, int column) {
        List<String> values = values(rows, column);
        return !values.isEmpty()
                && values.stream()
                        .allMatch(value -> TimeText.parse(value, false) == null && Meaning.CLOCK.accepts(value, false));
    }

    /** Whether a day above 12 stands first in any cell with strokes. */
    private static boolean dayFirst(List<List<String>> rows) {
        boolean first = false;
        for (List<String> row : rows) {
            for (String cell : row) {
                int stroke = cell.indexOf('/');
                if (stroke >= 1 && stroke <= 2 && Meaning.isNumber(cell.substring(0, stroke), 2)) {
                    first |= Integer.parseInt(cell.substring(0, stroke)) > 12;
                }
            }
        }
        return first;
    }

    private static List<String> values(List<List<String>> rows, int column) {
        return rows.stream()
                .map(row -> row.get(column).strip())
                .filter(value -> !value.isEmpty() && !value.equals("-"))
                .toList();
    }
}
