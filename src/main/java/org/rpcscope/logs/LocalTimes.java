package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Assumed;

/**
 * Times that logs write without zone or year, from ASCII bytes to nanoseconds since 1970. What is missing is taken from
 * what the analyst assumes. One thread.
 */
public final class LocalTimes {

    private static final long HOUR = 3_600;
    private static final long SECOND = 1_000_000_000L;
    private static final byte[] MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec".getBytes(StandardCharsets.US_ASCII);

    private final Assumed assumed;
    private @Nullable ZoneId zone;
    private long cachedHour = Long.MIN_VALUE;
    private long cachedOffset;

    public LocalTimes(Assumed assumed) {
        this.assumed = assumed;
    }

    /** The moment of a local time, given in nanoseconds as if it were UTC; {@link Numbers#BAD} stays what it is. */
    public long moment(long local) {
        if (local == Numbers.BAD) {
            return Numbers.BAD;
        }
        long seconds = Math.floorDiv(local, SECOND);
        long hour = Math.floorDiv(seconds, HOUR);
        if (hour != cachedHour) { // clocks change at whole hours, nearly everywhere
            ZoneId known = zone;
            if (known == null) {
                known = assumed.zone();
                zone = known;
            }
            LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
            cachedOffset = time.atZone(known).getOffset().getTotalSeconds();
            cachedHour = hour;
        }
        long moment = local - cachedOffset * SECOND;
        return moment < 0 ? Numbers.BAD : moment;
    }

    /**
     * A date and a time as {@code 2026-03-24 17:15:25} with any fraction, any byte between the parts of the date, and a blank
     * or {@code T} between date and time. With a zone behind it, it is a moment as it stands.
     */
    public long dateTime(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 19) {
            return Numbers.BAD;
        }
        int end = from + 19;
        while (end < to && (bytes[end] == '.' || bytes[end] == ',' || bytes[end] >= '0' && bytes[end] <= '9')) {
            end++;
        }
        long local = parts(bytes, from, end);
        return end == to ? moment(local) : zoned(bytes, end, to, local);
    }

    private long zoned(byte[] bytes, int from, int to, long local) {
        int at = from < to && bytes[from] == ' ' ? from + 1 : from;
        long offset = Times.offset(bytes, at, to);
        return local == Numbers.BAD || offset == Numbers.BAD ? Numbers.BAD : local - offset * SECOND;
    }

    private static long parts(byte[] bytes, int from, int to) {
        long day = Times.date(
                Numbers.count(bytes, from, from + 4),
                Numbers.count(bytes, from + 5, from + 7),
                Numbers.count(bytes, from + 8, from + 10));
        long time = clock(bytes, from + 11, to);
        return day == Numbers.BAD || time == Numbers.BAD ? Numbers.BAD : day * 86_400 * SECOND + time;
    }

    /** {@code 17:15:25} with any fraction, in nanoseconds since midnight. */
    static long clock(byte[] bytes, int from, int to) {
        if (to - from < 8 || bytes[from + 2] != ':' || bytes[from + 5] != ':') {
            return Numbers.BAD;
        }
        long hour = Numbers.count(bytes, from, from + 2);
        long minute = Numbers.count(bytes, from + 3, from + 5);
        long second = Numbers.nanos(bytes, from + 6, to);
        boolean bad = hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second >= 61 * SECOND;
        return bad ? Numbers.BAD : (hour * 60 + minute) * 60 * SECOND + second;
    }

    /** The month of an English name of three letters, 1 to 12, or {@link Numbers#BAD}. */
    static long month(byte[] bytes, int from) {
        for (int month = 0; month < 12; month++) {
            int i = month * 3;
            if ((bytes[from] | 0x20) == MONTHS[i]
                    && (bytes[from + 1] | 0x20) == MONTHS[i + 1]
                    && (bytes[from + 2] | 0x20) == MONTHS[i + 2]) {
                return month + 1L;
            }
        }
        return Numbers.BAD;
    }

    /** What is taken for the time of a record that has none: the beginning of the day of its file. */
    long ofFile() {
        return assumed.day().toEpochDay() * 86_400 * SECOND;
    }

    /** {@code Mar 01 2021 21:06:06} with any fraction, and the same without a year. */
    public long named(byte[] bytes, int from, int to) {
        if (to - from < 14 || bytes[from + 3] != ' ') {
            return Numbers.BAD;
        }
        int day = bytes[from + 4] == ' ' ? from + 5 : from + 4;
        int dayEnd = Ascii.next(bytes, day, to, ' ');
        int next = Math.min(dayEnd + 1, to);
        int nextEnd = Ascii.next(bytes, next, to, ' ');
        boolean hasYear = nextEnd - next == 4;
        long year = hasYear ? Numbers.count(bytes, next, nextEnd) : Numbers.BAD;
        int clock = hasYear ? Math.min(nextEnd + 1, to) : next;
        long time = clock(bytes, clock, Ascii.next(bytes, clock, to, ' '));
        return moment(year, month(bytes, from), Numbers.count(bytes, day, dayEnd), time);
    }

    /** A date as {@code 20Dec2019} and a time as {@code 12:04:05} that stand apart. */
    public long compact(byte[] bytes, int from, int to, int clockFrom, int clockTo) {
        if (to - from < 8) {
            return Numbers.BAD;
        }
        long year = Numbers.count(bytes, to - 4, to);
        long day = Numbers.count(bytes, from, to - 7);
        return year == Numbers.BAD ? year : moment(year, month(bytes, to - 7), day, clock(bytes, clockFrom, clockTo));
    }

    /** The moment of a day and a time of day; a year that is {@link Numbers#BAD} is assumed. */
    long moment(long year, long month, long day, long clock) {
        if (month < 1 || day < 1 || clock == Numbers.BAD) {
            return Numbers.BAD;
        }
        long known = year == Numbers.BAD ? assumed.year((int) month, (int) Math.min(day, 31)) : year;
        long date = Times.date(known, month, day);
        return date == Numbers.BAD ? Numbers.BAD : moment(date * 86_400 * SECOND + clock);
    }
}
