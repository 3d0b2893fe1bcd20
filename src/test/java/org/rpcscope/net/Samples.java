package org.rpcscope.net;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Addresses and networks crowded into the blocks where the rules differ, so that random ones nest and touch. */
final class Samples {
    private static final List<String> BASES = List.of(
            "0.0.0.0",
            "10.0.0.0",
            "10.128.0.0",
            "172.16.0.0",
            "192.0.0.0",
            "192.88.99.0",
            "203.0.113.0",
            "224.0.0.0",
            "255.255.255.255",
            "8.8.8.8",
            "::",
            "::fffe:0:0",
            "::1:0:0:0",
            "64:ff9b::",
            "64:ff9b::a00:0",
            "64:ff9b:1::",
            "2001::",
            "2001:db8::",
            "2002::",
            "2002:a00::",
            "2002:a00:1::",
            "2620:4f:8000::",
            "fc00::",
            "fe80::",
            "ff02::",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    private Samples() {}

    static Arbitrary<IpAddress> addresses() {
        Arbitrary<IpAddress> anywhere =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(IpAddress::new);
        Arbitrary<IpAddress> v4 = Arbitraries.integers().map(IpAddress::v4);
        Arbitrary<IpAddress> sparse = Combinators.combine(Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs())
                .as((a, b, c) -> new IpAddress(a & b & c & mask(a), b & c & a & mask(c)));
        return Arbitraries.oneOf(anywhere, v4, sparse, nearBases());
    }

    static Arbitrary<IpAddress> nearBases() {
        Arbitrary<Integer> flipped = Arbitraries.integers().between(0, 127);
        return Combinators.combine(Arbitraries.of(BASES), flipped, flipped, Arbitraries.of(0, 1, 2))
                .as((base, first, second, flips) -> {
                    IpAddress address = IpAddress.parse(base);
                    address = flips > 0 ? flip(address, first) : address;
                    return flips > 1 ? flip(address, second) : address;
                });
    }

    static Arbitrary<Cidr> cidrs() {
        return Combinators.combine(nearBases(), Arbitraries.integers().between(0, 128))
                .as((address, length) -> Cidr.around(address, address.isV4() ? length % 33 : length));
    }

    static Arbitrary<List<NetworkLine>> lines() {
        return Combinators.combine(
                        cidrs(), Arbitraries.of(NetworkLine.INTERNAL, NetworkLine.EXTERNAL, NetworkLine.PARTNER))
                .as((cidr, list) -> new NetworkLine(cidr, list, "test", ""))
                .list()
                .ofMaxSize(12);
    }

    private static IpAddress flip(IpAddress address, int bit) {
        return bit < 64
                ? new IpAddress(address.high() ^ (1L << bit), address.low())
                : new IpAddress(address.high(), address.low() ^ 1L << (bit - 64));
    }

    /** Clears whole groups, so that runs of zeros of all lengths occur. */
    private static long mask(long seed) {
        long mask = 0;
        for (int group = 0; group < 4; group++) {
            mask |= (seed >>> group & 1) == 0 ? 0 : 0xffffL << (16 * group);
        }
        return mask;
    }
}
