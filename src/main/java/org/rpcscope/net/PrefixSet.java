package org.rpcscope.net;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some networks taken together, asked whether an address lies in one of them: a binary search, however many there are. Equal
 * where it was made of the same networks in the same order. Immutable; any thread.
 */
public final class PrefixSet {

    /** No network. */
    public static final PrefixSet NONE = of(List.of());

    private final List<Cidr> networks;
    private final NavigableMap<IpAddress, Cidr> v4 = new TreeMap<>(); // the widest alone, by their first address
    private final NavigableMap<IpAddress, Cidr> v6 = new TreeMap<>();

    private PrefixSet(List<Cidr> networks) {
        this.networks = List.copyOf(networks);
        networks.stream()
                .sorted((a, b) -> Integer.compare(a.length(), b.length()))
                .forEach(network -> {
                    if (!holds(network.first())) {
                        family(network.first()).put(network.first(), network);
                    }
                });
    }

    /** The set of some networks, which may lie within each other. */
    public static PrefixSet of(List<Cidr> networks) {
        return new PrefixSet(networks);
    }

    /** The networks it was made of, in their order. */
    public List<Cidr> networks() {
        return networks;
    }

    public boolean isEmpty() {
        return networks.isEmpty();
    }

    /** Whether an address lies in one of the networks. */
    public boolean holds(IpAddress address) {
        return holds(family(address).floorEntry(address), address);
    }

    private static boolean holds(Map.@Nullable Entry<IpAddress, Cidr> entry, IpAddress address) {
        return entry != null && entry.getValue().contains(address);
    }

    /** Whether a network lies in one of these, or one of these in it. */
    public boolean meets(Cidr network) {
        IpAddress first = network.first();
        Map.Entry<IpAddress, Cidr> next = family(first).ceilingEntry(first);
        return holds(first) || next != null && network.contains(next.getKey());
    }

    private NavigableMap<IpAddress, Cidr> family(IpAddress address) {
        return address.isV4() ? v4 : v6;
    }

    /** The first few in words, a network of one address by that address, and how many more there are. */
    public String words(int few) {
        String named = networks.stream().limit(few).map(PrefixSet::word).collect(Collectors.joining(", "));
        return networks.size() <= few ? named : named + " +" + (networks.size() - few);
    }

    private static String word(Cidr network) {
        return network.first().equals(network.last()) ? network.network().toString() : network.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PrefixSet set && networks.equals(set.networks);
    }

    @Override
    public int hashCode() {
        return networks.hashCode();
    }

    @Override
    public String toString() {
        return networks.toString();
    }
}
