package org.rpcscope.net;

/** On which side of the analyst's boundary an address lies. */
public enum Zone {
    /** In the analyst's list of own networks. */
    INTERNAL("internal"),
    /** Never the Internet: a block that IANA calls not globally reachable, or multicast. */
    SPECIAL("special"),
    /** Everything else. */
    EXTERNAL("external");

    private static final Zone[] ZONES = values();

    private final String label;

    Zone(String label) {
        this.label = label;
    }

    /** The word used in records, filters and rules. */
    public String label() {
        return label;
    }

    /** The number that stands for this zone in columns of bytes. */
    public byte code() {
        return (byte) ordinal();
    }

    /** The zone of a {@link #code}. */
    public static Zone of(byte code) {
        return ZONES[code];
    }
}
