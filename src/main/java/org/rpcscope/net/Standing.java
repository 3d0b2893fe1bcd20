package org.rpcscope.net;

/** What an address is to the analyst: its zone, and of an external one whether it is a known partner's. */
public enum Standing {
    INTERNAL(Zone.INTERNAL),
    SPECIAL(Zone.SPECIAL),
    EXTERNAL(Zone.EXTERNAL),
    /** External as any other, but known: on the analyst's list of partners. */
    PARTNER(Zone.EXTERNAL);

    private static final Standing[] STANDINGS = values();

    private final Zone zone;

    Standing(Zone zone) {
        this.zone = zone;
    }

    public Zone zone() {
        return zone;
    }

    /** The number that stands for this in columns of bytes. */
    public byte code() {
        return (byte) ordinal();
    }

    /** The standing of a {@link #code}. */
    public static Standing of(byte code) {
        return STANDINGS[code];
    }
}
