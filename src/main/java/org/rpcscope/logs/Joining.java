package org.rpcscope.logs;

/** How several records of one connection in one input become one observation. */
public enum Joining {
    /** Every record is an observation. */
    NONE,
    /** Of the beginning of a connection: later ones with the same ends go with it. */
    FIRST,
    /** Of a connection that may be known: its counters hold all so far. */
    NEXT,
    /** Of its end. */
    LAST,
    /** Of one packet of many, such as each try of a client: those of the same way go together, until there is silence. */
    REPEATS,
    /** A flow record, of one way or of both ways, of its own span of time: the counters of several are added up. */
    SPANS
}
