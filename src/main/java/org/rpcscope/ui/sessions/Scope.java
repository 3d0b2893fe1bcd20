package org.rpcscope.ui.sessions;

/** Which sessions the table lists. */
public enum Scope {
    FLAGGED,
    ALL
}
