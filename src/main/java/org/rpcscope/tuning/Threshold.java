package org.rpcscope.tuning;

import org.jspecify.annotations.Nullable;

/** What a session has to reach, or must not exceed, for a rule's match to be an alert. */
public enum Threshold {
    /** Payload bytes of the session, both ways together. */
    BYTES("min_bytes", true),
    /** Packets of the session, both ways together. */
    PACKETS("min_packets", true),
    /** Sessions between the same two ends that rules match, this one included. */
    REPEATS("min_repeats", true),
    /** Hosts with sessions to the same destination that rules match: what many use is rather a service. */
    PREVALENCE("max_hosts", false);

    private final String key;
    private final boolean least;

    Threshold(String key, boolean least) {
        this.key = key;
        this.least = least;
    }

    /** The name in a profile's file. */
    public String key() {
        return key;
    }

    /** Whether the bound is the least value that stays an alert; else it is the greatest. */
    public boolean least() {
        return least;
    }

    /**
     * Whether a value stays an alert.
     *
     * @param value negative where nobody knows it: then it does
     */
    public boolean keeps(long value, long bound) {
        return value < 0 || (least ? value >= bound : value <= bound);
    }

    /** The threshold of that name in a profile's file, or null. */
    static @Nullable Threshold of(String key) {
        for (Threshold threshold : values()) {
            if (threshold.key.equals(key)) {
                return threshold;
            }
        }
        return null;
    }
}
