package org.rpcscope.logs.firewall;

import org.rpcscope.logs.LocalTimes;
import org.rpcscope.logs.Numbers;

/**
 * Times of CEF and LEEF: a number since 1970 in seconds, milliseconds, microseconds or nanoseconds, by its size; {@code Mar 01
 * 2021 21:06:06}, and the same without a year; or ISO 8601.
 */
record CefTimes(LocalTimes times) {

    private static final int SECONDS = 10;
    private static final int MILLIS = 13;
    private static final int MICROS = 16;

    /** Nanoseconds since 1970, or {@link Numbers#BAD}. */
    long moment(byte[] bytes, int from, int to) {
        long number = Numbers.count(bytes, from, to);
        if (number != Numbers.BAD) {
            int digits = to - from;
            long factor =
                    digits <= SECONDS ? 1_000_000_000L : digits <= MILLIS ? 1_000_000 : digits <= MICROS ? 1000 : 1;
            return number <= Long.MAX_VALUE / factor ? number * factor : Numbers.BAD;
        }
        if (to - from >= 19 && bytes[from] >= '0' && bytes[from] <= '9') {
            return times.dateTime(bytes, from, to);
        }
        return times.named(bytes, from, to);
    }
}
