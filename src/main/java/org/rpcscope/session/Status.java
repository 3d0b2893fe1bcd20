package org.rpcscope.session;

import java.util.Locale;

/** How far the analyst is with a session. */
public enum Status {
    /** Nobody has looked at it. */
    NEW,
    /** Somebody has seen it, and it stays. */
    ACKNOWLEDGED,
    /** It was handed on to those who act. */
    ESCALATED,
    /** It is of no interest, and out of the way. */
    SUPPRESSED;

    /** The word that is stored, shown and filtered by. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
