package org.rpcscope.capture;

/**
 * What the time stamps of an interface mean (pcapng, if_tsresol and if_tsoffset).
 *
 * @param unitsPerSecond the resolution
 * @param offsetSeconds what to add to each time
 */
record Clock(long unitsPerSecond, long offsetSeconds) {

    static final Clock MICROSECONDS = new Clock(1_000_000L, 0);
    static final Clock NANOSECONDS = new Clock(1_000_000_000L, 0);

    private static final long NANOS = 1_000_000_000L;

    /** Seconds beyond which nanoseconds since 1970 leave 64 bits: the year 2262. */
    private static final long LAST_SECOND = Long.MAX_VALUE / NANOS - 1;

    /** Nanoseconds since 1970; forged times beyond the representable are held at its ends. */
    long nanos(long units) {
        if (unitsPerSecond == NANOS && offsetSeconds == 0 && units >= 0) {
            return units;
        }
        long seconds = Long.divideUnsigned(units, unitsPerSecond);
        long rest = Long.remainderUnsigned(units, unitsPerSecond);
        long whole = Math.max(-LAST_SECOND, Math.min(LAST_SECOND, seconds + offsetSeconds));
        return whole * NANOS + fraction(rest);
    }

    private long fraction(long rest) {
        if (unitsPerSecond <= NANOS && NANOS % unitsPerSecond == 0) {
            return rest * (NANOS / unitsPerSecond);
        }
        long high = Math.multiplyHigh(rest, NANOS);
        return high == 0 && rest * NANOS >= 0
                ? rest * NANOS / unitsPerSecond
                : (long) ((double) rest / (double) unitsPerSecond * NANOS);
    }

    /** The clock of an if_tsresol octet: a negative power of ten, or of two where the top bit is set. */
    static Clock of(int resolution, long offsetSeconds) {
        int exponent = resolution & 0x7F;
        if ((resolution & 0x80) != 0) {
            return new Clock(1L << Math.min(exponent, 62), offsetSeconds);
        }
        long units = 1;
        for (int i = 0; i < Math.min(exponent, 18); i++) {
            units *= 10;
        }
        return new Clock(units, offsetSeconds);
    }
}
