package org.rpcscope.ui.fx;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in UTC, as every surface of the window shows them. Pure; any thread. */
public final class Times {

    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter MINUTES = format("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter MILLIS = format("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter MICROS = format("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter NANOS = format("uuuu-MM-dd HH:mm:ss.SSSSSSSSS");

    private Times() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** Date and time to the minute, always the same width. Nanoseconds since 1970. */
    public static String minutes(long nanos) {
        return MINUTES.format(instant(nanos));
    }

    /** Date and time to the millisecond, always the same width: for a column. Nanoseconds since 1970. */
    public static String millis(long nanos) {
        return MILLIS.format(instant(nanos));
    }

    /** Date and time to the last digit that is not zero, in steps of three. */
    public static String exact(long nanos) {
        if (nanos % 1_000_000 == 0) {
            return MILLIS.format(instant(nanos));
        }
        return (nanos % 1000 == 0 ? MICROS : NANOS).format(instant(nanos));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
