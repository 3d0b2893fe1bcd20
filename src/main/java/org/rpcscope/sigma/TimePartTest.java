package org.rpcscope.sigma;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.ValueTest;

/**
 * A part of a point in time is a number: the modifiers {@code minute} to {@code year}. Read are ISO 8601 (its zone turned
 * into UTC; without one it is UTC) and seconds or milliseconds since 1970. Weeks are those of ISO 8601. A date without a
 * time of day has no hour. Whatever is no point in time does not pass.
 */
record TimePartTest(Part part, long wanted) implements ValueTest {

    /** From here on a number counts milliseconds: as seconds it would lie beyond the year 5100. */
    private static final long LEAST_MILLISECONDS = 100_000_000_000L;

    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
                    + " ?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern EPOCH = Pattern.compile("(\\d{1,15})(?:\\.\\d{1,9})?");
    private static final int LONGEST = 64;

    /** The parts, each as the calendar names it. */
    enum Part {
        MINUTE(ChronoField.MINUTE_OF_HOUR),
        HOUR(ChronoField.HOUR_OF_DAY),
        DAY(ChronoField.DAY_OF_MONTH),
        WEEK(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
        MONTH(ChronoField.MONTH_OF_YEAR),
        YEAR(ChronoField.YEAR);

        private final TemporalField field;

        Part(TemporalField field) {
            this.field = field;
        }
    }

    @Override
    public boolean text(String value) {
        Temporal time = value.length() > LONGEST ? null : time(value);
        return time != null && is(time);
    }

    @Override
    public boolean number(long value) {
        return value >= 0 && is(epoch(value));
    }

    private boolean is(Temporal time) {
        return time.isSupported(part.field) && time.getLong(part.field) == wanted;
    }

    private static @Nullable Temporal time(String text) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return epoch(Long.parseLong(epoch.group(1)));
        }
        Matcher iso = ISO.matcher(text);
        try {
            return iso.matches() ? time(iso) : null;
        } catch (DateTimeException e) {
            return null; // a 31st of February is no point in time
        }
    }

    private static Temporal time(Matcher iso) {
        LocalDate date = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        if (iso.group(4) == null) {
            return date;
        }
        LocalDateTime local = date.atTime(LocalTime.of(number(iso, 4), number(iso, 5)));
        String zone = iso.group(7);
        return zone == null || zone.equals("Z") || zone.equals("UTC")
                ? local
                : local.minusSeconds(ZoneOffset.of(zone).getTotalSeconds());
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Temporal epoch(long value) {
        Instant instant = value < LEAST_MILLISECONDS ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
        return instant.atOffset(ZoneOffset.UTC).toLocalDateTime();
    }
}
