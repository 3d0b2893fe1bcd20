package org.rpcscope.logs;

/** Decimal numbers from ASCII bytes: counters, and seconds as whole nanoseconds, never by way of a double. */
public final class Numbers {

    /** What is not a number, or too large for one. */
    public static final long BAD = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000_000L;
    private static final long MOST_SECONDS = Long.MAX_VALUE / SECOND;
    private static final int MOST_EXPONENT = 40;

    private Numbers() {}

    /** A number without sign and fraction, or {@link #BAD}. */
    public static long count(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= 0) {
            return BAD;
        }
        if (length <= 8) {
            long value = Words.number(bytes, from, length);
            return value < 0 ? BAD : value;
        }
        return longCount(bytes, from, to);
    }

    private static long longCount(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return BAD;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Nanoseconds from seconds in decimal notation, cut after the ninth digit; {@link #BAD} beyond the year 2262. */
    public static long nanos(byte[] bytes, int from, int to) {
        int whole = to - from - 7;
        if (whole < 1 || whole > 8 + 2 || bytes[to - 7] != '.') {
            return anyNanos(bytes, from, to);
        }
        long seconds = whole <= 8
                ? Words.number(bytes, from, whole)
                : tens(Words.number(bytes, from, whole - 8), Words.number(bytes, to - 15, 8));
        long micros = Words.number(bytes, to - 6, 6);
        boolean bad = seconds < 0 || micros < 0 || seconds >= MOST_SECONDS;
        return bad ? anyNanos(bytes, from, to) : seconds * SECOND + micros * 1000;
    }

    private static long tens(long high, long low) {
        return high < 0 || low < 0 ? -1 : high * 100_000_000 + low;
    }

    /** Any number of digits on either side of the point, and an exponent as JSON writers use for small numbers. */
    private static long anyNanos(byte[] bytes, int from, int to) {
        int end = exponentAt(bytes, from, to);
        int exponent = end == to ? 0 : exponent(bytes, end + 1, to);
        if (exponent == Integer.MIN_VALUE) {
            return BAD;
        }
        int point = from;
        while (point < end && bytes[point] != '.') {
            point++;
        }
        long value = 0;
        int digits = 0;
        int wanted = point - from + exponent + 9; // how many leading digits are whole nanoseconds
        for (int i = from; i < end; i++) {
            if (i == point) {
                continue;
            }
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || digits < wanted && value > (Long.MAX_VALUE - digit) / 10) {
                return BAD;
            }
            value = digits < wanted ? value * 10 + digit : value;
            digits++;
        }
        for (int i = digits; i < wanted && value != 0; i++) {
            if (value > Long.MAX_VALUE / 10) {
                return BAD;
            }
            value *= 10;
        }
        return digits == 0 || point == from ? BAD : value;
    }

    private static int exponentAt(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] | 0x20) != 'e') {
            i++;
        }
        return i;
    }

    private static int exponent(byte[] bytes, int from, int to) {
        boolean signed = from < to && (bytes[from] == '-' || bytes[from] == '+');
        long value = count(bytes, signed ? from + 1 : from, to);
        if (value == BAD || value > MOST_EXPONENT) {
            return Integer.MIN_VALUE;
        }
        return signed && bytes[from] == '-' ? (int) -value : (int) value;
    }
}
