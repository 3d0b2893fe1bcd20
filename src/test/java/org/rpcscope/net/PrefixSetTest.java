package org.rpcscope.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PrefixSetTest {

    /** Few addresses of both families, so that networks nest and meet; also at the ends of their families. */
    @Provide
    Arbitrary<IpAddress> addresses() {
        Arbitrary<IpAddress> v4 =
                Arbitraries.of(0, 1, 10 << 24, 10 << 24 | 0xFF, 11 << 24, -1).map(IpAddress::v4);
        Arbitrary<IpAddress> v6 = Arbitraries.of(
                new IpAddress(0, 0),
                new IpAddress(0, 1),
                new IpAddress(0x20010DB800000000L, 0),
                new IpAddress(0x20010DB800000001L, 0),
                new IpAddress(0xFD00000000000000L, 5),
                new IpAddress(-1, -1));
        return Arbitraries.oneOf(v4, v6);
    }

    @Provide
    Arbitrary<Cidr> networks() {
        return addresses()
                .flatMap(address -> Arbitraries.integers()
                        .between(0, address.isV4() ? 32 : 128)
                        .map(length -> Cidr.around(address, length)));
    }

    @Provide
    Arbitrary<List<Cidr>> lists() {
        return networks().list().ofMaxSize(6);
    }

    @Property(tries = 2000)
    void anAddressIsHeldByTheSetThatHasANetworkOfIt(
            @ForAll("lists") List<Cidr> networks, @ForAll("addresses") IpAddress address) {
        assertEquals(
                networks.stream().anyMatch(network -> network.contains(address)),
                PrefixSet.of(networks).holds(address));
    }

    @Property(tries = 2000)
    void aNetworkMeetsTheSetThatHasOneAroundItOrWithinIt(
            @ForAll("lists") List<Cidr> networks, @ForAll("networks") Cidr network) {
        assertEquals(
                networks.stream().anyMatch(other -> other.contains(network) || network.contains(other)),
                PrefixSet.of(networks).meets(network));
    }

    @Test
    void theWordsNameTheFirstAndCountTheOthers() {
        PrefixSet set = PrefixSet.of(List.of(
                new Cidr(IpAddress.v4(10 << 24), 8),
                new Cidr(IpAddress.v4(45 << 24 | 7), 32),
                new Cidr(new IpAddress(0xFD00000000000000L, 0), 8)));
        assertEquals("10.0.0.0/8, 45.0.0.7, fd00::/8", set.words(3));
        assertEquals("10.0.0.0/8, 45.0.0.7 +1", set.words(2));
        assertEquals("", PrefixSet.NONE.words(2));
    }
}
