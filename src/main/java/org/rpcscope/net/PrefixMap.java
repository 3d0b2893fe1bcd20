package org.rpcscope.net;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of networks of both families, found by the longest network that holds an address. Immutable. An IPv6 network
 * says nothing of IPv4 addresses, as in {@link Cidr}.
 *
 * @param <V> the value of a network
 */
public final class PrefixMap<V> {
    /** By address, and of networks that begin with the same one the larger first. */
    static final Comparator<Cidr> ORDER = (a, b) -> {
        int order = a.network().compareTo(b.network());
        return order == 0 ? Integer.compare(a.bits(), b.bits()) : order;
    };

    private final List<Entry<V>> entries;
    private final RangeTable table;

    private PrefixMap(List<Entry<V>> entries) {
        this.entries = List.copyOf(entries);
        List<RangeTable.Block> blocks = new ArrayList<>(entries.size());
        for (Entry<V> entry : entries) {
            blocks.add(new RangeTable.Block(entry.cidr(), blocks.size()));
        }
        this.table = RangeTable.longestMatch(blocks);
    }

    /**
     * A network and its value.
     *
     * @param <V> the type of the value
     */
    public record Entry<V>(Cidr cidr, V value) {}

    /** A builder without entries. */
    public static <V> Builder<V> builder() {
        return new Builder<>();
    }

    /** The value of the longest network that holds the address, or null when none does. */
    public @Nullable V longest(long high, long low) {
        int index = table.value(table.floor(high, low));
        return index < 0 ? null : entries.get(index).value();
    }

    /** The value of the longest network that holds the address, or null when none does. */
    public @Nullable V longest(IpAddress address) {
        return longest(address.high(), address.low());
    }

    /** All networks in order of address, a wider one before those within it. */
    public List<Entry<V>> entries() {
        return entries;
    }

    /**
     * Collects networks; for one thread.
     *
     * @param <V> the type of the values
     */
    public static final class Builder<V> {
        private final Map<Cidr, V> values = new TreeMap<>(ORDER);

        private Builder() {}

        /** Adds a network; of equal ones the later wins. */
        public Builder<V> put(Cidr cidr, V value) {
            values.put(cidr, value);
            return this;
        }

        /** The networks put so far. */
        public PrefixMap<V> build() {
            List<Entry<V>> entries = new ArrayList<>(values.size());
            values.forEach((cidr, value) -> entries.add(new Entry<>(cidr, value)));
            return new PrefixMap<>(entries);
        }
    }
}
