package org.rpcscope.ui.fx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments as every surface of the window shows them. Which zone that is, {@link Texts#times} says, so that one switch
 * changes all of them; reports and tables that are written follow it; filters and what machines read (JSON, packets) stay in UTC. Immutable; any thread.
 */
public record Times(ZoneId zone) {

    /** Moments in UTC. */
    public static final Times UTC = new Times(ZoneOffset.UTC);

    /** The name of the zone of this machine, whichever it is. */
    public static final String LOCAL = "local";

    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter MINUTES = format("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter MILLIS = format("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter MICROS = format("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter NANOS = format("uuuu-MM-dd HH:mm:ss.SSSSSSSSS");
    private static final DateTimeFormatter OFFSET = format("xxx");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** Moments in the zone of that name, such as {@code Europe/Berlin}, {@link #LOCAL} or {@code UTC}; UTC for no zone. */
    public static Times named(String name) {
        if (name.equals(LOCAL)) {
            return new Times(ZoneId.systemDefault());
        }
        try {
            return name.equals(UTC.label()) ? UTC : new Times(ZoneId.of(name));
        } catch (DateTimeException e) { // a zone that this machine does not know
            return UTC;
        }
    }

    /** What the zone is called: beside times that are too narrow to say it themselves. */
    public String label() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** Date and time to the minute, always the same width. Nanoseconds since 1970. */
    public String minutes(long nanos) {
        return MINUTES.format(at(nanos));
    }

    /** Date and time to the millisecond, always the same width: for a column. Nanoseconds since 1970. */
    public String millis(long nanos) {
        return MILLIS.format(at(nanos));
    }

    /** Date and time to the last digit that is not zero, in steps of three; with the offset from UTC where there is one. */
    public String exact(long nanos) {
        DateTimeFormatter digits = nanos % 1_000_000 == 0 ? MILLIS : nanos % 1000 == 0 ? MICROS : NANOS;
        ZonedDateTime at = at(nanos);
        String offset = zone.equals(ZoneOffset.UTC) ? "" : " " + OFFSET.format(at);
        return digits.format(at) + offset;
    }

    /** A moment as a pattern of {@link DateTimeFormatter} has it. */
    public String text(long nanos, String pattern) {
        return format(pattern).format(at(nanos));
    }

    private ZonedDateTime at(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND))
                .atZone(zone);
    }
}
