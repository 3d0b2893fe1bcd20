package org.rpcscope.ui.fx;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers as people read them: grouped by thousands, with decimal (SI) units. Pure; any thread. */
public final class Amounts {

    /** Stands where there is no value. */
    public static final String NONE = "—";

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final BigInteger READABLE = BigInteger.valueOf(1_000_000_000_000L);

    private Amounts() {}

    /** A whole number with separators; {@link #NONE} for a negative one, which stands for "unknown". */
    public static String count(long number) {
        return number < 0 ? NONE : String.format(Locale.ROOT, "%,d", number);
    }

    /** A number that may be huge, such as the size of an IPv6 network: beyond a trillion as a power of two. */
    public static String size(BigInteger number) {
        boolean power = number.bitCount() == 1;
        return number.compareTo(READABLE) < 0 || !power
                ? String.format(Locale.ROOT, "%,d", number)
                : "2^" + (number.bitLength() - 1);
    }

    /** Bytes with at most three digits before the unit: {@code 4.1 kB}; {@link #NONE} for a negative number. */
    public static String bytes(long bytes) {
        if (bytes < 0) {
            return NONE;
        }
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0 || value >= 99.95
                ? String.format(Locale.ROOT, "%.0f %s", value, UNITS[unit])
                : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /** Bytes a second: {@code 812 MB/s}. */
    public static String rate(double bytesPerSecond) {
        return bytes(Math.round(bytesPerSecond)) + "/s";
    }

    /** A span of time, its unit by its size: {@code 0 ms}, {@code 412 ms}, {@code 3.2 s}, {@code 2 m 14 s}, {@code 3 h 5 m}. */
    public static String duration(long nanos) {
        if (nanos < 0) {
            return NONE;
        }
        double millis = nanos / 1e6;
        if (millis < 999.5) {
            return millis >= 10 || millis == 0
                    ? String.format(Locale.ROOT, "%.0f ms", millis)
                    : String.format(Locale.ROOT, "%.1f ms", millis);
        }
        double seconds = millis / 1000;
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600 ? whole / 60 + " m " + whole % 60 + " s" : whole / 3600 + " h " + whole % 3600 / 60 + " m";
    }

    /** A change of a count, with its sign: {@code +12}, {@code −268}, {@code 0}. The minus is the typographic one. */
    public static String change(long number) {
        if (number == 0) {
            return "0";
        }
        return (number > 0 ? "+" : "−") + count(Math.abs(number));
    }

    /** A share of a whole in percent; empty while the whole is unknown. */
    public static String percent(long done, long total) {
        return total <= 0 ? "" : Math.min(100, Math.max(0, 100 * done / total)) + " %";
    }
}
