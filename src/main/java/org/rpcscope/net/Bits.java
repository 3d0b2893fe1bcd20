package org.rpcscope.net;

/** Arithmetic on 128-bit values held in two longs. */
final class Bits {
    private Bits() {}

    /** The high half of a mask whose first {@code bits} (0 to 128) bits are set. */
    static long maskHigh(int bits) {
        return bits == 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
    }

    /** The low half of a mask whose first {@code bits} (0 to 128) bits are set. */
    static long maskLow(int bits) {
        return bits <= 64 ? 0 : -1L << (128 - bits);
    }

    /** The high half of a value shifted left by 1 to 128 bits. */
    static long shiftLeftHigh(long high, long low, int shift) {
        if (shift < 64) {
            return (high << shift) | (low >>> (64 - shift));
        }
        return shift < 128 ? low << (shift - 64) : 0;
    }

    /** The value one above; the highest value wraps to zero. */
    static IpAddress next(IpAddress address) {
        long low = address.low() + 1;
        return new IpAddress(low == 0 ? address.high() + 1 : address.high(), low);
    }

    /** The value one below; zero wraps to the highest value. */
    static IpAddress previous(IpAddress address) {
        long low = address.low();
        return new IpAddress(low == 0 ? address.high() - 1 : address.high(), low - 1);
    }
}
