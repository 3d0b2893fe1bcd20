package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;

/**
 * Times in ISO 8601, as {@link Times#iso} reads them, and several times as fast where they are in UTC and in a minute that one
 * was in before: most times of a log are. One thread.
 */
public final class IsoTimes {

    private static final int MINUTE_LENGTH = 16; // of 2026-03-24T17:15
    private static final int SECOND_LENGTH = 19;
    private static final long UTC = Words.at("+0000\0\0\0".getBytes(StandardCharsets.US_ASCII), 0);
    private static final long UTC_BYTES = (1L << 40) - 1;
    private static final long[] TENS = {0, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100};

    private static final int MINUTES = 1 << 6;

    private static final int LONGEST = 64;

    private final byte[] text = new byte[LONGEST + Words.PAD];
    private final long[] minutes = new long[MINUTES * 3]; // two words as written, and nanoseconds since 1970

    /** Nanoseconds since 1970, or {@link Numbers#BAD}. */
    long parse(byte[] bytes, int from, int to) {
        if (to - from <= SECOND_LENGTH) {
            return Times.iso(bytes, from, to);
        }
        long early = Words.at(bytes, from);
        long late = Words.at(bytes, from + 8);
        int slot = (int) (late * 0x9E3779B97F4A7C15L >>> 58) * 3;
        long[] known = minutes;
        if (known[slot] == early && known[slot + 1] == late) {
            long since = sinceMinute(bytes, from + MINUTE_LENGTH, to);
            if (since >= 0) {
                return known[slot + 2] + since;
            }
        }
        long time = Times.iso(bytes, from, to);
        if (time != Numbers.BAD) {
            known[slot] = early;
            known[slot + 1] = late;
            known[slot + 2] = Times.minute(bytes, from) * 60 * Times.SECOND;
        }
        return time;
    }

    /** The same of a text; -1 where it is none. */
    public long parse(String time) {
        int length = time.length();
        if (length > LONGEST) {
            return -1;
        }
        for (int i = 0; i < length; i++) {
            char c = time.charAt(i);
            text[i] = c < 0x80 ? (byte) c : 0;
        }
        return Math.max(-1, parse(text, 0, length));
    }

    /** Nanoseconds of {@code :25.396445Z}; negative where it is written in another way. */
    private static long sinceMinute(byte[] bytes, int from, int to) {
        long seconds = Words.number(bytes, from + 1, 2);
        if (bytes[from] != ':' || seconds > 60) {
            return -1;
        }
        int zone = from + 3;
        long nanos = 0;
        if (bytes[zone] == '.') {
            int digits = Words.digits(bytes, zone + 1);
            nanos = digits == 0 || digits == 8 ? -1 : Words.number(bytes, zone + 1, digits) * TENS[digits];
            zone += 1 + digits;
        }
        int length = to - zone;
        boolean utc = length == 1 ? bytes[zone] == 'Z' : length == 5 && (Words.at(bytes, zone) & UTC_BYTES) == UTC;
        return utc && (seconds | nanos) >= 0 ? seconds * Times.SECOND + nanos : -1;
    }
}
