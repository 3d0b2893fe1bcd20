package org.rpcscope.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NetworksPropertyTest {
    @Property
    void everyAddressHasTheZoneThatTheRuleGivesIt(
            @ForAll("lines") List<NetworkLine> lines, @ForAll("manyAddresses") List<IpAddress> addresses) {
        Networks networks = Networks.of(1, lines);
        for (IpAddress address : around(lines, addresses)) {
            Zone expected = NaiveNetworks.zone(lines, address);
            assertEquals(expected, networks.zone(address), () -> address + " under " + lines);
            assertEquals(expected, networks.reason(address).zone());
            Standing standing = NaiveNetworks.standing(lines, address);
            assertEquals(standing, networks.standing(address.high(), address.low()));
            assertEquals(standing == Standing.PARTNER, networks.partner(address) != null);
        }
    }

    @Property
    void exactlyTheChangedRangesHaveAnotherZone(
            @ForAll("lines") List<NetworkLine> lines,
            @ForAll("lines") List<NetworkLine> others,
            @ForAll("manyAddresses") List<IpAddress> addresses) {
        Networks before = Networks.of(1, lines);
        Networks after =
                Networks.of(2, Stream.concat(lines.stream(), others.stream()).toList());
        List<Range> changed = before.changed(after);
        assertEquals(changed, after.changed(before));
        for (IpAddress address : around(after.lines(), addresses)) {
            boolean inRanges = changed.stream().anyMatch(range -> range.contains(address));
            assertEquals(before.zone(address) != after.zone(address), inRanges, () -> address + " in " + changed);
        }
        for (int i = 1; i < changed.size(); i++) {
            IpAddress end = Bits.next(changed.get(i - 1).last());
            assertTrue(end.compareTo(changed.get(i).first()) < 0, "ranges are apart: " + changed);
        }
        List<Range> restanding = before.restanding(after);
        for (IpAddress address : around(after.lines(), addresses)) {
            boolean inRanges = restanding.stream().anyMatch(range -> range.contains(address));
            boolean differs =
                    before.standing(address.high(), address.low()) != after.standing(address.high(), address.low());
            assertEquals(differs, inRanges, () -> address + " in " + restanding);
        }
        for (Range range : changed) {
            assertNotEquals(before.zone(range.first()), after.zone(range.first()));
            assertNotEquals(before.zone(range.last()), after.zone(range.last()));
        }
    }

    @Property
    void manySortedAddressesHaveTheZonesOfEachAlone(
            @ForAll("lines") List<NetworkLine> lines,
            @ForAll("manyAddresses") List<IpAddress> addresses,
            @ForAll @IntRange(max = 20) int from,
            @ForAll @IntRange(max = 20) int without) {
        Networks networks = Networks.of(1, lines);
        List<IpAddress> sorted = around(lines, addresses).stream().sorted().toList();
        long[] high = sorted.stream().mapToLong(IpAddress::high).toArray();
        long[] low = sorted.stream().mapToLong(IpAddress::low).toArray();
        int start = Math.min(from, high.length);
        int end = Math.max(start, high.length - without);
        byte[] expected = new byte[high.length];
        Arrays.fill(expected, (byte) 9);
        for (int i = start; i < end; i++) {
            expected[i] = networks.zone(sorted.get(i)).code();
        }
        byte[] zones = new byte[high.length];
        Arrays.fill(zones, (byte) 9);
        networks.zones(high, low, start, end, zones);
        assertArrayEquals(expected, zones);
        for (int i = start; i < end; i++) {
            expected[i] = networks.standing(high[i], low[i]).code();
        }
        networks.standings(high, low, start, end, zones);
        assertArrayEquals(expected, zones);
    }

    @Provide
    Arbitrary<List<NetworkLine>> lines() {
        return Samples.lines();
    }

    @Provide
    Arbitrary<List<IpAddress>> manyAddresses() {
        return Arbitraries.oneOf(Samples.addresses(), Samples.nearBases())
                .list()
                .ofMaxSize(60);
    }

    /**
     * The addresses, the ends of each line and their neighbours, and what stands for each of these in NAT64 and 6to4.
     */
    private static List<IpAddress> around(List<NetworkLine> lines, List<IpAddress> addresses) {
        List<IpAddress> all = new ArrayList<>(addresses);
        for (NetworkLine line : lines) {
            IpAddress first = line.cidr().first();
            IpAddress last = line.cidr().last();
            all.addAll(List.of(Bits.previous(first), first, last, Bits.next(last)));
        }
        for (IpAddress address : List.copyOf(all)) {
            long bits = Integer.toUnsignedLong(address.v4Bits());
            all.add(new IpAddress(0x0064_ff9b_0000_0000L, bits));
            all.add(new IpAddress(0x2002_0000_0000_0000L | (bits << 16) | (address.high() & 0xffff), address.low()));
        }
        return all;
    }
}
