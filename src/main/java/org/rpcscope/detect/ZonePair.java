package org.rpcscope.detect;

import org.rpcscope.net.Zone;
import org.rpcscope.session.Direction;
import org.rpcscope.sigma.Expression.Item;

/**
 * The zones of a session's two ends, as a number below {@link #COUNT}. Rules depend on the boundary through these alone,
 * so that a boundary is judged by nine cases and not by addresses.
 */
final class ZonePair {

    static final int COUNT = 9;

    private static final Zone[] ZONES = Zone.values();

    private ZonePair() {}

    /** The pair of two {@link Zone#code}s. */
    static int of(byte source, byte destination) {
        return source * 3 + destination;
    }

    static Zone source(int pair) {
        return ZONES[pair / 3];
    }

    static Zone destination(int pair) {
        return ZONES[pair % 3];
    }

    static Direction direction(int pair) {
        return Direction.of(source(pair), destination(pair));
    }

    /** What an item about zones says of the pair. */
    static boolean test(int pair, Item item) {
        String value = switch (item.field()) {
            case "network.direction" -> direction(pair).label();
            case "rpcscope.source_zone" -> source(pair).label();
            case "rpcscope.destination_zone" -> destination(pair).label();
            default -> throw new IllegalArgumentException(item.field() + " does not follow from the zones");
        };
        return item.test().text(value);
    }
}
