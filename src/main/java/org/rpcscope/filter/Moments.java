package org.rpcscope.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as they are typed into a filter, in UTC: {@code 2024}, {@code 2024-06}, {@code 2024-06-01},
 * {@code 2024-06-01T10:20}, to the nanosecond. Each stands for all of the year, month, day, hour, minute or second it names.
 */
final class Moments {

    private static final int LONGEST = 40;
    private static final long SECOND = 1_000_000_000L;
    private static final Pattern TIME = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2})"
            + "(?:[Tt ](\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)?)?)?)?[Zz]?");

    private Moments() {}

    /** Nanoseconds since 1970, from the first to the last that the text names; null where it is no time. */
    static @Nullable Interval read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        try {
            return interval(time);
        } catch (DateTimeException | ArithmeticException e) { // a thirteenth month, or a year that no clock here counts
            return null;
        }
    }

    private static Interval interval(Matcher time) {
        LocalDateTime from = LocalDateTime.of(
                number(time, 1, 0),
                number(time, 2, 1),
                number(time, 3, 1),
                number(time, 4, 0),
                number(time, 5, 0),
                number(time, 6, 0));
        String fraction = time.group(7);
        long start = nanos(from);
        if (fraction != null) {
            long unit = Math.powExact(10L, 9 - fraction.length());
            long first = start + Long.parseLong(fraction) * unit;
            return new Interval(first, first + unit - 1);
        }
        return new Interval(start, nanos(next(from, time)) - 1);
    }

    private static LocalDateTime next(LocalDateTime from, Matcher time) {
        if (time.group(2) == null) {
            return from.plusYears(1);
        }
        if (time.group(3) == null) {
            return from.plusMonths(1);
        }
        return from.plus(
                time.group(4) == null
                        ? Duration.ofDays(1)
                        : time.group(5) == null
                                ? Duration.ofHours(1)
                                : time.group(6) == null ? Duration.ofMinutes(1) : Duration.ofSeconds(1));
    }

    private static int number(Matcher time, int group, int otherwise) {
        return time.group(group) == null ? otherwise : Integer.parseInt(time.group(group));
    }

    private static long nanos(LocalDateTime time) {
        Instant instant = time.toInstant(ZoneOffset.UTC);
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }
}
