package org.rpcscope.logs;

/** What the fields of a record of a connection are for, whatever a format calls them. */
public enum Part {
    /** Of the sender, before translation of addresses where the format knows both. */
    SOURCE,
    /** As the sender addressed it. */
    DESTINATION,
    SOURCE_PORT,
    DESTINATION_PORT,
    TRANSPORT,
    START,
    END,
    /** The time of the record. */
    TIME,
    DATE,
    CLOCK,
    ZONE,
    DURATION,
    /** Which kind of record it is, coarse and fine. */
    TYPE,
    SUBTYPE,
    ACTION,
    /** Why it ended, or was denied. */
    REASON,
    /** What the producer recognised in the traffic, not what the port stands for. */
    APPLICATION,
    SERVICE,
    FLAGS,
    SOURCE_BYTES,
    DESTINATION_BYTES,
    TOTAL_BYTES,
    SOURCE_PACKETS,
    DESTINATION_PACKETS,
    /** How the producer tells connections apart. */
    SESSION,
    USER,
    HOST,
    PROCESS,
    POLICY
}
