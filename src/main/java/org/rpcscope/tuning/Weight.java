package org.rpcscope.tuning;

import org.jspecify.annotations.Nullable;

/** What the score of a finding is made of, each with the points it is worth unless a profile says otherwise. */
public enum Weight {
    TIER_CONFIRMED("tier.confirmed", 30),
    TIER_ESTABLISHED("tier.established", 20),
    TIER_ATTEMPT("tier.attempt", 10),
    TIER_BLOCKED("tier.blocked", 5),
    LEVEL_CRITICAL("level.critical", 20),
    LEVEL_HIGH("level.high", 15),
    LEVEL_MEDIUM("level.medium", 10),
    LEVEL_LOW("level.low", 5),
    LEVEL_INFORMATIONAL("level.informational", 0),
    /** An operation was called that takes, changes or runs something. */
    OPERATION_HIGH("operation.high", 20),
    /** An operation was called that is for looking around, or for managing a host. */
    OPERATION_MEDIUM("operation.medium", 10),
    /** An operation was called that is worth a word. */
    OPERATION_LOW("operation.low", 4),
    /** Somebody's name and proof of identity went to an external host. */
    CREDENTIALS_OUT("credentials.out", 10),
    /** RPC came in from outside. */
    INITIAL_ACCESS("stage.initial_access", 10),
    /** The internal host then spoke RPC to internal hosts that it had not spoken to before. */
    LATERAL_MOVEMENT("stage.lateral_movement", 12),
    /** The server itself announced the port, when asked. */
    LEARNED_PORT("learned_port", 4),
    /** The endpoint mapper's port, TCP 135: what a dynamic port is asked from. */
    ENDPOINT_MAPPER("endpoint_mapper", 4),
    /** One internal host alone talks to the destination. */
    DESTINATION_ONE_HOST("destination.one_host", 8),
    /** A few internal hosts talk to the destination. */
    DESTINATION_FEW_HOSTS("destination.few_hosts", 4),
    /** So many internal hosts talk to the destination that it is likely to be a service all use. */
    DESTINATION_MANY_HOSTS("destination.many_hosts", -5),
    /** No internal host talked to the destination before. */
    DESTINATION_FIRST_SEEN("destination.first_seen", 3),
    /** An end is on the list of partners: expected, though not beyond doubt. */
    PARTNER("partner", -15),
    /** Both sides sent payload. */
    PAYLOAD_BOTH_WAYS("payload.both_ways", 5),
    /** So much payload left that it is more than the finding of an endpoint. */
    PAYLOAD_LARGE("payload.large", 5),
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
