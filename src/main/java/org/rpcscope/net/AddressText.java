package org.rpcscope.net;

/** Writes addresses in their canonical text. */
final class AddressText {
    private AddressText() {}

    static String of(IpAddress address) {
        return address.isV4() ? v4(address.v4Bits()) : v6(address.high(), address.low());
    }

    private static String v4(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + '.' + (bits >>> 8 & 0xff) + '.' + (bits & 0xff);
    }

    private static String v6(long high, long low) {
        int start = 8;
        int length = 1; // a single zero group is not shortened (RFC 5952, section 4.2.2)
        for (int i = 0; i < 8; i++) {
            int run = zeroGroups(high, low, i);
            if (run > length) { // of equal runs the first is shortened (section 4.2.3)
                start = i;
                length = run;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (i > 0 && i != start + length) {
                text.append(':');
            }
            text.append(Integer.toHexString(group(high, low, i)));
        }
        return text.toString();
    }

    private static int zeroGroups(long high, long low, int from) {
        int i = from;
        while (i < 8 && group(high, low, i) == 0) {
            i++;
        }
        return i - from;
    }

    private static int group(long high, long low, int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (16 * (3 - (index & 3)))) & 0xffff;
    }
}
