package org.rpcscope.ui.hosts;

import java.util.Locale;

/** What of the story of a host is listed. */
public enum Chapter {
    /** All of it. */
    EVERYTHING,
    /** The flagged sessions, and the events that a rule matches. */
    FLAGGED,
    /** The sessions in which the host met an address or a user for the first time. */
    FIRSTS,
    /** What logs tell. */
    EVENTS;

    /** The last part of the key of its name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
