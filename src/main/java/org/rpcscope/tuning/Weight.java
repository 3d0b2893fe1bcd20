package org.rpcscope.tuning;

import org.jspecify.annotations.Nullable;

/** What the score of a finding is made of, each with the points it is worth unless a profile says otherwise. */
public enum Weight {
    TIER_CONFIRMED("tier.confirmed", 40),
    TIER_ESTABLISHED("tier.established", 25),
    TIER_ATTEMPT("tier.attempt", 10),
    TIER_BLOCKED("tier.blocked", 5),
    LEVEL_CRITICAL("level.critical", 25),
    LEVEL_HIGH("level.high", 20),
    LEVEL_MEDIUM("level.medium", 12),
    LEVEL_LOW("level.low", 5),
    LEVEL_INFORMATIONAL("level.informational", 0),
    /** One internal host alone talks to the destination. */
    DESTINATION_ONE_HOST("destination.one_host", 10),
    /** A few internal hosts talk to the destination. */
    DESTINATION_FEW_HOSTS("destination.few_hosts", 4),
    /** So many internal hosts talk to the destination that it is likely to be a service all use. */
    DESTINATION_MANY_HOSTS("destination.many_hosts", -5),
    /** Both sides sent payload. */
    PAYLOAD_BOTH_WAYS("payload.both_ways", 10),
    /** So much payload left that it is more than the finding of an endpoint. */
    PAYLOAD_LARGE("payload.large", 5),
    /** The endpoint mapper's port, TCP 135: what a dynamic port is asked from. */
    ENDPOINT_MAPPER("endpoint_mapper", 5),
    /** The same host tried the same destination again and again, without an answer. */
    REPEATED_ATTEMPTS("repeated_attempts", 5);

    private final String key;
    private final int points;

    Weight(String key, int points) {
        this.key = key;
        this.points = points;
    }

    /** The name in profiles and in records. */
    public String key() {
        return key;
    }

    /** The points unless a profile says otherwise. */
    public int points() {
        return points;
    }

    /** The weight of that {@link #key}, or null where there is none. */
    public static @Nullable Weight of(String key) {
        for (Weight weight : values()) {
            if (weight.key.equals(key)) {
                return weight;
            }
        }
        return null;
    }
}
