package org.rpcscope.session;

import java.util.Locale;

/** What a session turned out to be. */
public enum Verdict {
    MALICIOUS,
    /** Not meant as an attack, and not meant to be at all. */
    MISCONFIGURATION,
    /** Wanted and known. */
    AUTHORISED,
    /** It is not what the rule took it for. */
    FALSE_POSITIVE;

    /** The word that is stored, shown and filtered by. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
