package org.rpcscope.logs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of text at a time, in one long. Reading at {@code i} touches {@code i} to {@code i + 7}: arrays have {@link
 * #PAD} bytes behind the last one that matters, and what stands there changes no result.
 */
public final class Words {

    /** How many bytes an array has behind its text. */
    public static final int PAD = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long ONES = 0x0101010101010101L;
    private static final long ZEROS = 0x3030303030303030L;

    private Words() {}

    /** The bytes from {@code i} on, the first one lowest. */
    static long at(byte[] bytes, int i) {
        return (long) LONG.get(bytes, i);
    }

    /** The byte eight times. */
    static long repeat(byte value) {
        return (value & 0xFF) * ONES;
    }

    /** The top bit of each byte that is equal to that of the pattern; all others are zero. */
    static long equal(long word, long pattern) {
        long x = word ^ pattern;
        return ~((x & LOW_BITS) + LOW_BITS | x | LOW_BITS);
    }

    /** The position in the array of the lowest byte that is marked in a mask of {@link #equal}. */
    static int first(long mask) {
        return Long.numberOfTrailingZeros(mask) >>> 3;
    }

    /** How many decimal digits stand one after the other, up to eight. */
    static int digits(byte[] bytes, int from) {
        long v = at(bytes, from) ^ ZEROS;
        long others = ((v & LOW_BITS) + 0x7676767676767676L | v) & ~LOW_BITS;
        return first(others); // of nothing, eight
    }

    /** The number that 1 to 8 decimal digits stand for, or -1 where one of them is not a digit. */
    static long number(byte[] bytes, int from, int length) {
        int shift = 64 - length * 8;
        long v = (at(bytes, from) ^ ZEROS) << shift; // the missing digits in front become zeros
        if (((v + 0x7676767676767676L | v) & 0x8080808080808080L) != 0) {
            return -1;
        }
        v = v * 10 + (v >>> 8);
        return ((v & 0x000000FF000000FFL) * 0x000F424000000064L
                        + (v >>> 16 & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }

    /** Whether an input begins with the byte order mark of UTF-8, three bytes that mean nothing. */
    public static boolean beginsWithMark(byte[] bytes, int length) {
        return length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
