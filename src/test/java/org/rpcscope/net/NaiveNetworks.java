package org.rpcscope.net;

import java.util.List;
import java.util.Objects;

/** The rule of {@link Networks} word by word, one list after the other, to compare the tables with. */
final class NaiveNetworks {
    private static final Cidr NAT64 = new Cidr(Objects.requireNonNull(IpAddress.parse("64:ff9b::")), 96);
    private static final Cidr SIX_TO_FOUR = new Cidr(Objects.requireNonNull(IpAddress.parse("2002::")), 16);

    private NaiveNetworks() {}

    static Zone zone(List<NetworkLine> lines, IpAddress address) {
        return standing(lines, address).zone();
    }

    static Standing standing(List<NetworkLine> lines, IpAddress address) {
        for (Cidr form : List.of(NAT64, SIX_TO_FOUR)) {
            if (form.contains(address)) {
                List<NetworkLine> within = lines.stream()
                        .filter(line -> form.contains(line.cidr()))
                        .toList();
                NetworkLine line = longest(within, address);
                byte[] bytes = address.bytes();
                IpAddress inside = IpAddress.of(bytes, form.equals(NAT64) ? 12 : 2, 4);
                return line != null ? line.standing() : standing(lines, inside);
            }
        }
        NetworkLine line = longest(lines, address);
        return line != null ? line.standing() : registered(address);
    }

    private static NetworkLine longest(List<NetworkLine> lines, IpAddress address) {
        NetworkLine longest = null;
        for (NetworkLine line : lines) {
            boolean longer =
                    longest == null || line.cidr().length() >= longest.cidr().length();
            longest = line.cidr().contains(address) && longer ? line : longest;
        }
        return longest;
    }

    private static Standing registered(IpAddress address) {
        SpecialBlock longest = null;
        for (SpecialBlock block : SpecialRegistry.bundled().blocks()) {
            boolean longer =
                    longest == null || block.block().length() >= longest.block().length();
            longest = block.block().contains(address) && longer ? block : longest;
        }
        return longest == null || longest.globallyReachable() ? Standing.EXTERNAL : Standing.SPECIAL;
    }
}
