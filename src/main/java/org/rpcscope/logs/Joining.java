package org.rpcscope.logs;

/** How several records of one connection in one input become one observation. */
public enum Joining {
    /** Every record is an observation. */
    NONE,
    /** Records of the beginning, of now and then, and of the end, with the same ends: the counters of a later one hold all. */
    STAGES,
    /** As stages, and this is the last of them. */
    LAST_STAGE,
    /** Flow records, of one way or of both ways, each of its own span of time: their counters are added up. */
    SPANS
}
