package org.rpcscope.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetsTest {

    private static Cidr cidr(String text) {
        return ((Cidr.Valid) Cidr.parse(text)).cidr();
    }

    private static String texts(List<Cidr> networks) {
        return String.join(" ", networks.stream().map(Cidr::toString).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, 10.0.0.1/32",
        "10.0.0.1, 10.0.0.6, 10.0.0.1/32 10.0.0.2/31 10.0.0.4/31 10.0.0.6/32",
        "10.0.0.0, 10.0.2.255, 10.0.0.0/23 10.0.2.0/24",
        "0.0.0.0, 255.255.255.255, 0.0.0.0/0",
        "2001:db8::, 2001:db8::1:ffff, 2001:db8::/111",
        "::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::/0"
    })
    void aRangeIsTheFewestNetworks(String first, String last, String networks) {
        Range range = new Range(IpAddress.parse(first), IpAddress.parse(last));
        assertEquals(networks, texts(Subnets.of(range)));
    }

    @Property
    void theNetworksOfARangeFollowEachOther(@ForAll int from, @ForAll @IntRange(max = 100_000) int more) {
        IpAddress first = IpAddress.v4(from);
        IpAddress last = IpAddress.v4((int) Math.min(0xffffffffL, Integer.toUnsignedLong(from) + more));
        List<Cidr> networks = Subnets.of(new Range(first, last));
        IpAddress next = first;
        for (Cidr network : networks) {
            assertEquals(next, network.first());
            next = Bits.next(network.last());
        }
        assertEquals(last, networks.getLast().last());
        for (int i = 1; i < networks.size(); i++) { // what could be one is one
            boolean halves = networks.get(i).equals(Subnets.sibling(networks.get(i - 1)));
            assertNotEquals(true, halves, () -> texts(networks));
        }
    }

    @Test
    void aNetworkIsCutIntoEqualParts() {
        assertEquals("10.0.0.0/9 10.128.0.0/9", texts(Subnets.split(cidr("10.0.0.0/8"), 9)));
        assertEquals("fc00::/9 fc80::/9 fd00::/9 fd80::/9", texts(Subnets.split(cidr("fc00::/7"), 9)));
        assertEquals(256, Subnets.split(cidr("10.0.0.0/8"), 16).size());
        assertEquals(List.of(), Subnets.split(cidr("10.0.0.0/8"), 17));
        assertEquals(List.of(), Subnets.split(cidr("10.0.0.0/8"), 8));
        assertEquals(List.of(), Subnets.split(cidr("10.0.0.0/32"), 33));
    }

    @Test
    void theMappedAddressesAreNotCutOut() {
        assertEquals(List.of(), Subnets.split(cidr("::fffe:0:0/95"), 96));
        assertEquals(List.of(), Subnets.split(cidr("::ff00:0:0/88"), 96));
        assertEquals(null, Subnets.sibling(cidr("::fffe:0:0/96")));
        assertEquals(2, Subnets.split(cidr("::ff00:0:0/88"), 89).size());
    }

    @Property
    void halvesAreSiblings(@ForAll("cidrs") Cidr network) {
        List<Cidr> halves = Subnets.split(network, network.length() + 1);
        if (halves.isEmpty()) {
            boolean v4 = network.network().isV4();
            boolean single = network.length() == (v4 ? 32 : 128);
            boolean mapped = network.length() == 95 && texts(List.of(network)).equals("::fffe:0:0/95");
            assertTrue(single || mapped, network.toString());
        } else {
            assertEquals(halves.getLast(), Subnets.sibling(halves.getFirst()));
            assertEquals(halves.getFirst(), Subnets.sibling(halves.getLast()));
            assertEquals(network, Subnets.parent(halves.getFirst()));
            assertEquals(network, Subnets.parent(halves.getLast()));
        }
    }

    @Provide
    Arbitrary<Cidr> cidrs() {
        return Samples.cidrs();
    }
}
