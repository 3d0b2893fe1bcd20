package org.rpcscope.net;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address as one 128-bit unsigned value. IPv4 is the value {@code ::ffff:a.b.c.d} (RFC 4291, section
 * 2.5.5.2), so an IPv4-mapped IPv6 address is the IPv4 address, in every comparison and in every text.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
    private static final long MAPPED = 0xffffL;

    /** The IPv4 address whose four bytes, in network order, are the bits given. */
    public static IpAddress v4(int bits) {
        return new IpAddress(0, v4Low(bits));
    }

    /**
     * The address written in network order at {@code offset}.
     *
     * @param length 4 or 16; anything else is a fault of the caller
     */
    public static IpAddress of(byte[] bytes, int offset, int length) {
        return switch (length) {
            case 4 -> v4((int) bigEndian(bytes, offset, 4));
            case 16 -> new IpAddress(bigEndian(bytes, offset, 8), bigEndian(bytes, offset + 8, 8));
            default -> throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + length);
        };
    }

    /**
     * Reads an address: a dotted quad without leading zeros ("010.0.0.1" is read as 8 by some and as 10 by others, so
     * it is refused), or any form of RFC 4291, section 2.2, in either case, with a zone (RFC 4007, "%eth0") that is
     * ignored.
     *
     * @return null when the text is not an address; brackets, spaces and lengths are not part of one
     */
    public static @Nullable IpAddress parse(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        long[] value = new long[2];
        return parseTo(bytes, 0, bytes.length, value) ? new IpAddress(value[0], value[1]) : null;
    }

    /**
     * {@link #parse} over ASCII bytes without making an object, for readers of logs.
     *
     * @param from the first byte of the address
     * @param to one past its last byte
     * @param highLow receives the high and the low half; what it holds after a failure is undefined
     * @return whether the bytes are an address
     */
    public static boolean parseTo(byte[] text, int from, int to, long[] highLow) {
        return AddressParser.parse(text, from, to, highLow);
    }

    /** Compares two 128-bit values as unsigned numbers, the order of {@link #compareTo}. */
    public static int compare(long high1, long low1, long high2, long low2) {
        int order = Long.compareUnsigned(high1, high2);
        return order != 0 ? order : Long.compareUnsigned(low1, low2);
    }

    /** The low half of an IPv4 address; its high half is zero. */
    static long v4Low(int bits) {
        return (MAPPED << 32) | Integer.toUnsignedLong(bits);
    }

    static boolean isV4(long high, long low) {
        return high == 0 && low >>> 32 == MAPPED;
    }

    /** Whether this is an IPv4 address, written as such or as IPv4-mapped IPv6. */
    public boolean isV4() {
        return isV4(high, low);
    }

    /** The four bytes of an IPv4 address, in network order; of an IPv6 address, its last four. */
    public int v4Bits() {
        return (int) low;
    }

    /**
     * The IPv4 address that this IPv6 address stands for by its form: NAT64 with the well-known prefix 64:ff9b::/96
     * (RFC 6052) or 6to4 in 2002::/16 (RFC 3056). Null for all others, IPv4 itself included.
     */
    public @Nullable IpAddress inside() {
        Embedding embedding = Embedding.of(this);
        return embedding == null ? null : embedding.inside(this);
    }

    /** The address in network order: 4 bytes for IPv4, 16 for IPv6. */
    public byte[] bytes() {
        int length = isV4() ? 4 : 16;
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int shift = 8 * (length - 1 - i);
            bytes[i] = (byte) (shift < 64 ? low >>> shift : high >>> (shift - 64));
        }
        return bytes;
    }

    @Override
    public int compareTo(IpAddress other) {
        return compare(high, low, other.high, other.low);
    }

    /** The canonical text: a dotted quad, or the form of RFC 5952, section 4, all groups in hexadecimal. */
    @Override
    public String toString() {
        return AddressText.of(this);
    }

    private static long bigEndian(byte[] bytes, int offset, int length) {
        long value = 0;
        for (int i = offset; i < offset + length; i++) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }
}
