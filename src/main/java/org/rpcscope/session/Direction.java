package org.rpcscope.session;

import org.rpcscope.net.Zone;

/** Which way a session goes across the boundary: {@code network.direction} of {@code cli.md}. */
public enum Direction {
    OUTBOUND("outbound"),
    INBOUND("inbound"),
    INTERNAL("internal"),
    EXTERNAL("external"),
    UNKNOWN("unknown");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /** The lower-case name, as in records and rules. */
    public String label() {
        return label;
    }

    /** The direction between the zones of the originator and the responder; unknown where one of them is special. */
    public static Direction of(Zone source, Zone destination) {
        if (source == Zone.SPECIAL || destination == Zone.SPECIAL) {
            return UNKNOWN;
        }
        if (source == Zone.INTERNAL) {
            return destination == Zone.INTERNAL ? INTERNAL : OUTBOUND;
        }
        return destination == Zone.INTERNAL ? INBOUND : EXTERNAL;
    }
}
