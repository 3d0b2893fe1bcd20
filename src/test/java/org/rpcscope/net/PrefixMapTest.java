package org.rpcscope.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PrefixMapTest {
    @Test
    void anEmptyMapHasNoValueForAnyAddress() {
        PrefixMap<String> empty = PrefixMap.<String>builder().build();
        assertNull(empty.longest(0, 0));
        assertNull(empty.longest(-1, -1));
        assertEquals(List.of(), empty.entries());
    }

    @Test
    void entriesComeInOrderOfAddressAndTheLaterOfEqualOnesStands() {
        PrefixMap<String> map = PrefixMap.<String>builder()
                .put(cidr("fc00::/7"), "ula")
                .put(cidr("10.1.0.0/16"), "site")
                .put(cidr("10.0.0.0/8"), "old")
                .put(cidr("10.0.0.0/8"), "new")
                .build();
        List<PrefixMap.Entry<String>> expected = List.of(
                new PrefixMap.Entry<>(cidr("10.0.0.0/8"), "new"),
                new PrefixMap.Entry<>(cidr("10.1.0.0/16"), "site"),
                new PrefixMap.Entry<>(cidr("fc00::/7"), "ula"));
        assertEquals(expected, map.entries());
    }

    @Property
    void theLongestNetworkThatHoldsTheAddressIsFound(
            @ForAll("networks") List<Cidr> cidrs, @ForAll("addresses") IpAddress address) {
        PrefixMap.Builder<Integer> builder = PrefixMap.builder();
        Map<Cidr, Integer> values = new HashMap<>();
        for (int i = 0; i < cidrs.size(); i++) {
            builder.put(cidrs.get(i), i);
            values.put(cidrs.get(i), i);
        }
        Integer expected = cidrs.stream()
                .filter(cidr -> cidr.contains(address))
                .max(Comparator.comparingInt(Cidr::bits))
                .map(values::get)
                .orElse(null);
        assertEquals(expected, builder.build().longest(address));
    }

    @Provide
    Arbitrary<List<Cidr>> networks() {
        return Samples.cidrs().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<IpAddress> addresses() {
        return Samples.addresses();
    }

    private static Cidr cidr(String text) {
        return ((Cidr.Valid) Cidr.parse(text)).cidr();
    }
}
