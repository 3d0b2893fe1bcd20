package org.rpcscope.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Ranges of addresses as networks. Pure. */
final class Cidrs {

    private static final BigInteger ONE = BigInteger.ONE;
    private static final Range V4 = new Range(Cidr.ALL_V4.first(), Cidr.ALL_V4.last());

    private Cidrs() {}

    /** The fewest networks that hold these addresses and no others, in order. IPv4 addresses are in IPv4 networks. */
    static List<Cidr> of(List<Range> ranges) {
        List<Cidr> cidrs = new ArrayList<>();
        for (Range range : ranges) {
            add(range.first(), min(range.last(), Bits.previous(V4.first())), cidrs);
            add(max(range.first(), V4.first()), min(range.last(), V4.last()), cidrs);
            add(max(range.first(), Bits.next(V4.last())), range.last(), cidrs);
        }
        return cidrs;
    }

    private static void add(IpAddress first, IpAddress last, List<Cidr> cidrs) {
        BigInteger from = number(first);
        BigInteger to = number(last);
        int width = first.isV4() ? 32 : 128;
        while (from.compareTo(to) <= 0) {
            int size = from.signum() == 0 ? width : Math.min(width, from.getLowestSetBit());
            while (from.add(ONE.shiftLeft(size)).subtract(ONE).compareTo(to) > 0) {
                size--;
            }
            cidrs.add(new Cidr(address(from), width - size));
            from = from.add(ONE.shiftLeft(size));
        }
    }

    private static BigInteger number(IpAddress address) {
        return new BigInteger(Long.toUnsignedString(address.high()))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(address.low())));
    }

    private static IpAddress address(BigInteger number) {
        return new IpAddress(number.shiftRight(64).longValue(), number.longValue());
    }

    private static IpAddress min(IpAddress a, IpAddress b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static IpAddress max(IpAddress a, IpAddress b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
