package org.rpcscope.export.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Range;
import org.rpcscope.net.Subnets;

/** IPv4 or IPv6: firewalls keep them apart, while our addresses are all in one space. */
enum Family {
    V4,
    V6;

    private static final BigInteger FIRST_V4 = number(IpAddress.v4(0));
    private static final BigInteger LAST_V4 = number(IpAddress.v4(-1));
    private static final BigInteger LAST = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);

    /** What of these ranges is in this family. */
    List<Range> of(List<Range> ranges) {
        List<Range> mine = new ArrayList<>();
        for (Range range : ranges) {
            BigInteger first = number(range.first());
            BigInteger last = number(range.last());
            if (this == V4) {
                add(first.max(FIRST_V4), last.min(LAST_V4), mine);
            } else {
                add(first, last.min(FIRST_V4.subtract(BigInteger.ONE)), mine);
                add(first.max(LAST_V4.add(BigInteger.ONE)), last, mine);
            }
        }
        return mine;
    }

    /** Every address of this family that is in none of the ranges, which are in order. */
    List<Range> without(List<Range> ranges) {
        List<Range> rest = new ArrayList<>();
        BigInteger from = BigInteger.ZERO;
        for (Range range : ranges) {
            add(from, number(range.first()).subtract(BigInteger.ONE), rest);
            from = number(range.last()).add(BigInteger.ONE);
        }
        add(from, LAST, rest);
        return of(rest);
    }

    /** The fewest networks that hold these addresses and no others. */
    List<Cidr> networks(List<Range> ranges) {
        List<Cidr> networks = new ArrayList<>();
        for (Range range : of(ranges)) {
            networks.addAll(Subnets.of(range));
        }
        return networks;
    }

    /** As a network where the range is one, else as its two ends. */
    String text(Range range) {
        List<Cidr> networks = networks(List.of(range));
        return networks.size() == 1 ? Lines.network(networks.getFirst()) : Lines.range(range);
    }

    private static void add(BigInteger first, BigInteger last, List<Range> ranges) {
        if (first.compareTo(last) <= 0) {
            ranges.add(new Range(address(first), address(last)));
        }
    }

    private static BigInteger number(IpAddress address) {
        return unsigned(address.high()).shiftLeft(64).or(unsigned(address.low()));
    }

    private static BigInteger unsigned(long half) {
        return new BigInteger(Long.toUnsignedString(half));
    }

    private static IpAddress address(BigInteger number) {
        return new IpAddress(number.shiftRight(64).longValue(), number.longValue());
    }
}
