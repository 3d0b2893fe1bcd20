package org.rpcscope.net;

/** Reads addresses from ASCII bytes: one pass, no object made, any bytes accepted as input. */
final class AddressParser {
    private static final int GROUPS = 8;
    private static final byte[] DIGITS = digits();

    private AddressParser() {}

    /** See {@link IpAddress#parseTo}. */
    static boolean parse(byte[] text, int from, int to, long[] highLow) {
        long v4 = v4(text, from, to);
        if (v4 >= 0) {
            highLow[0] = 0;
            highLow[1] = IpAddress.v4Low((int) v4);
            return true;
        }
        return v6(text, from, withoutZone(text, from, to), highLow);
    }

    /** The dotted quad as an unsigned 32-bit number, or -1. */
    private static long v4(byte[] text, int from, int to) {
        long value = 0;
        int octet = -1;
        int dots = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                if (octet == 0) {
                    return -1; // a leading zero
                }
                octet = octet < 0 ? digit : octet * 10 + digit;
                if (octet > 255) {
                    return -1;
                }
            } else if (text[i] == '.' && octet >= 0 && dots < 3) {
                value = value << 8 | octet;
                octet = -1;
                dots++;
            } else {
                return -1;
            }
        }
        return octet >= 0 && dots == 3 ? value << 8 | octet : -1;
    }

    /** Where the address ends when a zone follows; {@code from} (so that nothing is left) when the zone is empty. */
    private static int withoutZone(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '%') {
                return i + 1 < to ? i : from;
            }
        }
        return to;
    }

    private static boolean v6(byte[] text, int from, int to, long[] value) {
        value[0] = 0;
        value[1] = 0;
        int i = from;
        int groups = 0;
        int gap = -1; // how many groups stand before "::"
        if (startsWithGap(text, i, to)) {
            gap = 0;
            i += 2;
        }
        while (i < to) {
            int end = hexEnd(text, i, to);
            if (end < to && text[end] == '.') {
                return quad(text, i, to, value) && spread(value, groups + 2, gap);
            }
            if (end == i || groups == GROUPS) {
                return false;
            }
            append(value, hex(text, i, end));
            groups++;
            i = end;
            if (i < to) {
                if (startsWithGap(text, i, to)) {
                    if (gap >= 0) {
                        return false;
                    }
                    gap = groups;
                    i += 2;
                } else if (text[i] == ':' && i + 1 < to) {
                    i++;
                } else {
                    return false;
                }
            }
        }
        return spread(value, groups, gap);
    }

    private static boolean startsWithGap(byte[] text, int i, int to) {
        return i + 1 < to && text[i] == ':' && text[i + 1] == ':';
    }

    /** One past the hexadecimal digits at {@code i}, of which a group has at most four. */
    private static int hexEnd(byte[] text, int i, int to) {
        int limit = Math.min(to, i + 4);
        int end = i;
        while (end < limit && DIGITS[text[end] & 0xff] >= 0) {
            end++;
        }
        return end;
    }

    private static int hex(byte[] text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value << 4 | DIGITS[text[i] & 0xff];
        }
        return value;
    }

    /**
     * The value of each byte as a hexadecimal digit, or -1: a table, since which kind comes next cannot be predicted.
     */
    private static byte[] digits() {
        byte[] digits = new byte[256];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) (i < 128 ? Character.digit(i, 16) : -1);
        }
        return digits;
    }

    private static boolean quad(byte[] text, int from, int to, long[] value) {
        long v4 = v4(text, from, to);
        if (v4 < 0) {
            return false;
        }
        append(value, (int) (v4 >>> 16));
        append(value, (int) v4 & 0xffff);
        return true;
    }

    private static void append(long[] value, int group) {
        value[0] = value[0] << 16 | value[1] >>> 48;
        value[1] = value[1] << 16 | group;
    }

    /** Moves the groups that stand before the gap to the front; "::" stands for one group at least. */
    private static boolean spread(long[] value, int groups, int gap) {
        if (gap < 0) {
            return groups == GROUPS;
        }
        if (groups >= GROUPS) {
            return false;
        }
        int tail = groups - gap;
        long tailHigh = ~Bits.maskHigh(128 - 16 * tail);
        long tailLow = ~Bits.maskLow(128 - 16 * tail);
        long headHigh = value[0] & ~tailHigh;
        long headLow = value[1] & ~tailLow;
        int shift = 16 * (GROUPS - groups);
        value[0] = (value[0] & tailHigh) | Bits.shiftLeftHigh(headHigh, headLow, shift);
        value[1] = (value[1] & tailLow) | (shift < 64 ? headLow << shift : 0);
        return true;
    }
}
