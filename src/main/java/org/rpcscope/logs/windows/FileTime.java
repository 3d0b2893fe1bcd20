package org.rpcscope.logs.windows;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times of Windows: hundreds of nanoseconds since 1601 ([MS-DTYP] 2.3.3). */
final class FileTime {

    private static final long TICKS_A_SECOND = 10_000_000;
    private static final long SECONDS_TO_1970 = 11_644_473_600L;
    private static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000_000L; // in the year 2262

    private FileTime() {}

    /** Nanoseconds since 1970, or -1 for times before it and after the year 2262. */
    static long nanos(long ticks) {
        long seconds = Long.divideUnsigned(ticks, TICKS_A_SECOND) - SECONDS_TO_1970;
        if (seconds < 0 || seconds >= LAST_SECOND) {
            return -1;
        }
        return seconds * 1_000_000_000L + Long.remainderUnsigned(ticks, TICKS_A_SECOND) * 100;
    }

    /** The time with nine digits after the second, as {@code evtxexport} and older versions of Windows write it. */
    static String text(long ticks) {
        long seconds = Long.divideUnsigned(ticks, TICKS_A_SECOND) - SECONDS_TO_1970;
        int nanos = (int) Long.remainderUnsigned(ticks, TICKS_A_SECOND) * 100;
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(30);
        digits(text, time.getYear(), 4).append('-');
        digits(text, time.getMonthValue(), 2).append('-');
        digits(text, time.getDayOfMonth(), 2).append('T');
        digits(text, time.getHour(), 2).append(':');
        digits(text, time.getMinute(), 2).append(':');
        digits(text, time.getSecond(), 2).append('.');
        return digits(text, nanos, 9).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int value, int count) {
        String digits = Integer.toString(value);
        return text.repeat('0', Math.max(0, count - digits.length())).append(digits);
    }
}
