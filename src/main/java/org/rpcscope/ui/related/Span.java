package org.rpcscope.ui.related;

import java.util.Locale;

/** How far before and after a session the analyst wants to look. */
public enum Span {
    MINUTE(60),
    FIVE_MINUTES(300),
    QUARTER(900),
    HOUR(3600),
    SIX_HOURS(21_600),
    DAY(86_400);

    private final long seconds;

    Span(long seconds) {
        this.seconds = seconds;
    }

    /** The last part of the key of its name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    long nanos() {
        return seconds * 1_000_000_000L;
    }
}
