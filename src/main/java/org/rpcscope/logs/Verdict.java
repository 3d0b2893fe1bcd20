package org.rpcscope.logs;

/** What a log says was done with a connection, or became of it. */
public enum Verdict {
    /** It says nothing. */
    NONE,
    /** It was let pass; whether anybody answered is not said. */
    ALLOWED,
    /** A state or a reason of its end that only an established connection has. Counters, where there are some, know better. */
    ESTABLISHED,
    /** Nobody answered. */
    UNANSWERED,
    /** The other end answered with a reset. */
    REFUSED,
    /** Denied, dropped, rejected or blocked. */
    DENIED
}
