package org.rpcscope.detect;

import java.util.Map;
import org.rpcscope.net.Standing;
import org.rpcscope.net.Zone;
import org.rpcscope.query.FieldNames;
import org.rpcscope.session.Direction;
import org.rpcscope.sigma.Expression.Item;

/**
 * The zones of a session's two ends, and whether they are a partner's, as a number below {@link #COUNT}. Rules depend on
 * the networks through these alone, so that a boundary is judged by sixteen cases and not by addresses.
 */
final class ZonePair {

    private static final int STANDINGS = Standing.values().length;

    static final int COUNT = STANDINGS * STANDINGS;

    private ZonePair() {}

    /** The pair of two {@link Standing#code}s. */
    static int of(byte source, byte destination) {
        return source * STANDINGS + destination;
    }

    static Zone source(int pair) {
        return sourceStanding(pair).zone();
    }

    static Zone destination(int pair) {
        return destinationStanding(pair).zone();
    }

    /** Whether either end is a partner's. */
    static boolean partner(int pair) {
        return sourceStanding(pair) == Standing.PARTNER || destinationStanding(pair) == Standing.PARTNER;
    }

    static Direction direction(int pair) {
        return Direction.of(source(pair), destination(pair));
    }

    /** What an item about zones says of the pair. */
    static boolean test(int pair, Item item) {
        String value = fields(pair).get(item.field());
        if (value == null) {
            throw new IllegalArgumentException(item.field() + " does not follow from the zones");
        }
        return item.test().text(value);
    }

    /** The values of the fields about zones. */
    static Map<String, String> fields(int pair) {
        return Map.of(
                FieldNames.DIRECTION, direction(pair).label(),
                FieldNames.SOURCE_ZONE, source(pair).label(),
                FieldNames.DESTINATION_ZONE, destination(pair).label(),
                FieldNames.SOURCE_PARTNER, String.valueOf(sourceStanding(pair) == Standing.PARTNER),
                FieldNames.DESTINATION_PARTNER, String.valueOf(destinationStanding(pair) == Standing.PARTNER));
    }

    private static Standing sourceStanding(int pair) {
        return Standing.of((byte) (pair / STANDINGS));
    }

    private static Standing destinationStanding(int pair) {
        return Standing.of((byte) (pair % STANDINGS));
    }
}
