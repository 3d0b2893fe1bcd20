package org.rpcscope.net;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Networks cut into smaller ones and put together again. Pure; any thread. */
public final class Subnets {

    /** A network is cut into so many parts at most: more would be a mistake of the hand, not a plan. */
    public static final int MOST = 256;

    private static final int V4_MAPPED = 96;

    private Subnets() {}

    /** The fewest networks that hold the addresses of a range, and no others; both its ends are of one family. */
    public static List<Cidr> of(Range range) {
        List<Cidr> networks = new ArrayList<>();
        IpAddress at = range.first();
        while (true) {
            Cidr widest = widest(at, range.last());
            networks.add(widest);
            if (widest.last().compareTo(range.last()) >= 0) {
                return networks;
            }
            at = Bits.next(widest.last());
        }
    }

    private static Cidr widest(IpAddress from, IpAddress last) {
        int length = from.isV4() ? 32 : 128;
        Cidr widest = Cidr.around(from, length);
        while (length > 0) {
            Cidr wider = Cidr.around(from, --length);
            if (!wider.first().equals(from) || wider.last().compareTo(last) > 0) {
                break;
            }
            widest = wider;
        }
        return widest;
    }

    /** Whether a network can be cut into networks of that length, not more than {@link #MOST}. */
    public static boolean splits(Cidr network, int length) {
        int longest = network.network().isV4() ? 32 : 128;
        int more = length - network.length();
        boolean cutsOutV4 = length >= V4_MAPPED && holdsV4(network);
        return length <= longest && more > 0 && 1L << Math.min(more, 62) <= MOST && !cutsOutV4;
    }

    /** One part of such an IPv6 network would be the IPv4-mapped addresses, which are no network of IPv6 here. */
    private static boolean holdsV4(Cidr network) {
        IpAddress mapped = IpAddress.v4(0);
        return !network.network().isV4()
                && network.first().compareTo(mapped) <= 0
                && network.last().compareTo(mapped) >= 0;
    }

    /** The networks of that length within a network, in order; none where it does not {@linkplain #splits split} so. */
    public static List<Cidr> split(Cidr network, int length) {
        List<Cidr> parts = new ArrayList<>();
        if (splits(network, length)) {
            Cidr part = Cidr.around(network.first(), length);
            parts.add(part);
            while (!part.last().equals(network.last())) {
                part = Cidr.around(Bits.next(part.last()), length);
                parts.add(part);
            }
        }
        return parts;
    }

    /** The network one bit shorter, or null for all of a family. */
    public static @Nullable Cidr parent(Cidr network) {
        return network.length() == 0 ? null : Cidr.around(network.network(), network.length() - 1);
    }

    /** The other half of the {@link #parent}, or null where there is none: of all of a family, and beside IPv4-mapped. */
    public static @Nullable Cidr sibling(Cidr network) {
        Cidr parent = parent(network);
        if (parent == null) {
            return null;
        }
        List<Cidr> halves = split(parent, network.length());
        if (halves.isEmpty()) {
            return null;
        }
        return halves.getFirst().equals(network) ? halves.getLast() : halves.getFirst();
    }
}
