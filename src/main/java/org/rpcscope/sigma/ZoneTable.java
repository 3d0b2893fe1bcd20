package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rpcscope.net.Standing;
import org.rpcscope.query.FieldNames;
import org.rpcscope.session.Direction;

/** For which standings of a session's two ends questions about zones hold: a bit for each pair. */
record ZoneTable(int pairs) {

    private static final Standing[] STANDINGS = Standing.values();
    private static final int ALL = (1 << STANDINGS.length * STANDINGS.length) - 1;

    /** Holds for all. */
    static final ZoneTable EVERYWHERE = new ZoneTable(ALL);

    /** Where a question about zones holds. */
    static ZoneTable of(Expression question) {
        int pairs = 0;
        for (Standing source : STANDINGS) {
            for (Standing destination : STANDINGS) {
                Event event = new ZonedEvent(Event.of(Map.of()), fields(source, destination));
                if (EventEvaluator.matches(question, event)) {
                    pairs |= bit(source, destination);
                }
            }
        }
        return new ZoneTable(pairs);
    }

    /** The values of the fields about zones. */
    static Map<String, String> fields(Standing source, Standing destination) {
        return Map.of(
                FieldNames.DIRECTION,
                        Direction.of(source.zone(), destination.zone()).label(),
                FieldNames.SOURCE_ZONE, source.zone().label(),
                FieldNames.DESTINATION_ZONE, destination.zone().label(),
                FieldNames.SOURCE_PARTNER, String.valueOf(source == Standing.PARTNER),
                FieldNames.DESTINATION_PARTNER, String.valueOf(destination == Standing.PARTNER));
    }

    private static int bit(Standing source, Standing destination) {
        return 1 << source.ordinal() * STANDINGS.length + destination.ordinal();
    }

    ZoneTable and(ZoneTable other) {
        return new ZoneTable(pairs & other.pairs);
    }

    boolean always() {
        return pairs == ALL;
    }

    boolean never() {
        return pairs == 0;
    }

    /** The same where no address is of some standings: what is said of those is said of no session. */
    ZoneTable without(List<Standing> absent) {
        int none = 0;
        for (Standing standing : absent) {
            for (Standing other : STANDINGS) {
                none |= bit(standing, other) | bit(other, standing);
            }
        }
        boolean rest = (pairs & ~none) == (ALL & ~none);
        return rest ? EVERYWHERE : new ZoneTable(pairs & ~none);
    }

    /**
     * The same as a condition: sources that have the same destinations are put together.
     *
     * @param source the condition that the source is of such a standing
     * @param destination the same of the destination
     * @param absent standings that no address has, which this table was taken {@link #without}
     */
    String condition(Words source, Words destination, List<Standing> absent) {
        Map<Integer, List<Standing>> byDestinations = new LinkedHashMap<>();
        for (Standing from : STANDINGS) {
            int row = pairs >>> from.ordinal() * STANDINGS.length & (1 << STANDINGS.length) - 1;
            if (row != 0) {
                byDestinations.computeIfAbsent(row, _ -> new ArrayList<>()).add(from);
            }
        }
        return byDestinations.entrySet().stream()
                .map(entry -> both(
                        within(entry.getValue()::contains, source, absent),
                        within(to -> (entry.getKey() >>> to.ordinal() & 1) != 0, destination, absent)))
                .collect(Collectors.joining(" or "));
    }

    /** The name of the search that says that an address is of a standing. */
    interface Words {
        String of(Standing standing);
    }

    private static String both(String source, String destination) {
        if (source.isEmpty() || destination.isEmpty()) {
            return source + destination;
        }
        return source + " and " + destination;
    }

    /** External is what is in no list: it is said by what it is not. */
    private static String within(Predicate<Standing> wanted, Words words, List<Standing> absent) {
        boolean external = wanted.test(Standing.EXTERNAL);
        List<String> parts = new ArrayList<>();
        for (Standing standing : List.of(Standing.INTERNAL, Standing.SPECIAL, Standing.PARTNER)) {
            if (wanted.test(standing) != external && !absent.contains(standing)) {
                parts.add(external ? "not " + words.of(standing) : words.of(standing));
            }
        }
        boolean alternatives = !external && parts.size() > 1;
        String joined = String.join(external ? " and " : " or ", parts);
        return alternatives ? "(" + joined + ")" : joined;
    }
}
