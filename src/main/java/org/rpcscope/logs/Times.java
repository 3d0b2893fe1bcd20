package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Times of day as logs write them, from ASCII bytes to nanoseconds since 1970. */
public final class Times {

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    /** In nanoseconds. */
    static final long SECOND = 1_000_000_000L;

    private Times() {}

    /**
     * Seconds since 1970, in decimal notation, or ISO 8601. A number too large to be seconds is milliseconds, which Zeek
     * writes on request ({@code JSON::TS_MILLIS}).
     *
     * @return {@link Numbers#BAD} where it is neither, or beyond the years 1970 to 2262
     */
    public static long parse(byte[] bytes, int from, int to) {
        long nanos = Numbers.nanos(bytes, from, to);
        if (nanos != Numbers.BAD) {
            return nanos;
        }
        long millis = Numbers.count(bytes, from, to);
        if (millis != Numbers.BAD) {
            return millis <= Long.MAX_VALUE / 1_000_000 ? millis * 1_000_000 : Numbers.BAD;
        }
        return iso(bytes, from, to);
    }

    /**
     * A time in ISO 8601, in UTC where it states no offset.
     *
     * @return -1 where it is none, or beyond the years 1970 to 2262
     */
    public static long iso(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long nanos = iso(Arrays.copyOf(bytes, bytes.length + Words.PAD), 0, bytes.length);
        return nanos == Numbers.BAD ? -1 : nanos;
    }

    /** {@code 2026-03-24T17:15:25.396445Z}; the offset may be {@code +02:00}, {@code +0200}, {@code +02}; none is UTC. */
    public static long iso(byte[] bytes, int from, int to) {
        if (to - from < 19 || !punctuated(bytes, from)) {
            return Numbers.BAD;
        }
        long minute = minute(bytes, from);
        long second = digits(bytes, from + 17, 2);
        if (minute == Numbers.BAD || second < 0 || second > 60) {
            return Numbers.BAD;
        }
        int i = from + 19;
        long fraction = 0;
        if (i < to && (bytes[i] == '.' || bytes[i] == ',')) {
            int end = digitsEnd(bytes, i + 1, to);
            fraction = fraction(bytes, i + 1, end);
            i = end;
        }
        long offset = offset(bytes, i, to);
        if (fraction < 0 || offset == Numbers.BAD) {
            return Numbers.BAD;
        }
        long seconds = minute * 60 + second - offset;
        return seconds < 0 ? Numbers.BAD : seconds * SECOND + fraction;
    }

    /** Minutes since 1970 of {@code 2026-03-24T17:15} in UTC, or {@link Numbers#BAD}. */
    static long minute(byte[] bytes, int from) {
        long date = date(digits(bytes, from, 4), digits(bytes, from + 5, 2), digits(bytes, from + 8, 2));
        long hour = digits(bytes, from + 11, 2);
        long minute = digits(bytes, from + 14, 2);
        boolean bad = date == Numbers.BAD || hour < 0 || hour > 23 || minute < 0 || minute > 59;
        return bad ? Numbers.BAD : (date * 24 + hour) * 60 + minute;
    }

    private static boolean punctuated(byte[] bytes, int from) {
        boolean between = (bytes[from + 10] | 0x20) == 't' || bytes[from + 10] == ' ';
        return between
                && bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && bytes[from + 13] == ':'
                && bytes[from + 16] == ':';
    }

    /** A number of some digits, or {@link Numbers#BAD}. */
    private static long digits(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return Numbers.BAD;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int digitsEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    private static long fraction(byte[] bytes, int from, int to) {
        if (from == to) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < 9; i++) {
            value = value * 10 + (from + i < to ? bytes[from + i] - '0' : 0);
        }
        return value;
    }

    /** Seconds east of UTC; none is UTC. */
    public static long offset(byte[] bytes, int from, int to) {
        if (from == to || to - from == 1 && (bytes[from] | 0x20) == 'z') {
            return 0;
        }
        if (bytes[from] != '+' && bytes[from] != '-') {
            return Numbers.BAD;
        }
        int length = to - from;
        boolean colon = length == 6 && bytes[from + 3] == ':';
        if (length != 3 && length != 5 && !colon) {
            return Numbers.BAD;
        }
        long hours = digits(bytes, from + 1, 2);
        long minutes = length == 3 ? 0 : digits(bytes, to - 2, 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Numbers.BAD;
        }
        long seconds = (hours * 60 + minutes) * 60;
        return bytes[from] == '-' ? -seconds : seconds;
    }

    /** Days since 1970 of a date, or {@link Numbers#BAD} where there is no such day, or before 1970 or after 2261. */
    static long date(long year, long month, long day) {
        boolean bad = year < 1970 || year > 2261 || month < 1 || month > 12 || day < 1;
        return bad || day > daysIn(year, (int) month) ? Numbers.BAD : days(year, month, day);
    }

    private static int daysIn(long year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && !leap ? 28 : DAYS[month - 1];
    }

    /** Days since 1970 of a date of the Gregorian calendar; years count from March, so that the leap day comes last. */
    private static long days(long year, long month, long day) {
        long y = month <= 2 ? year - 1 : year;
        long dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
    }
}
