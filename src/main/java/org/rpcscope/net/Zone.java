package org.rpcscope.net;

/** On which side of the analyst's boundary an address lies. */
public enum Zone {
    /** In the analyst's list of own networks. */
    INTERNAL("internal", 0),
    /** Never the Internet: a block that IANA calls not globally reachable, or multicast. */
    SPECIAL("special", 1),
    /** Everything else. */
    EXTERNAL("external", 2);

    private static final Zone[] ZONES = values();

    private final String label;
    private final byte code;

    Zone(String label, int code) {
        this.label = label;
        this.code = (byte) code;
    }

    /** The word used in records, filters and rules. */
    public String label() {
        return label;
    }

    /** The number that stands for this zone in columns of bytes. */
    public byte code() {
        return code;
    }

    /** The zone of a {@link #code}. */
    public static Zone of(byte code) {
        return ZONES[code];
    }
}
