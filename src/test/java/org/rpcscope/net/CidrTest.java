package org.rpcscope.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8, 10.255.255.255, 16777216",
        "' 10.0.0.0/8 ', 10.0.0.0/8, 10.255.255.255, 16777216",
        "0.0.0.0/0, 0.0.0.0/0, 255.255.255.255, 4294967296",
        "10.1.2.3, 10.1.2.3/32, 10.1.2.3, 1",
        "::ffff:10.0.0.0/104, 10.0.0.0/8, 10.255.255.255, 16777216",
        "::ffff:0:0/96, 0.0.0.0/0, 255.255.255.255, 4294967296",
        "2001:DB8::/32, 2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 79228162514264337593543950336",
        "fe80::1, fe80::1/128, fe80::1, 1",
        "::/0, ::/0, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 340282366920938463463374607431768211456",
    })
    void aNetworkIsReadInAnyForm(String written, String canonical, String last, BigInteger size) {
        Cidr cidr = cidr(written);
        assertEquals(canonical, cidr.toString());
        assertEquals(last, cidr.last().toString());
        assertEquals(size, cidr.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3/8 | 10.1.2.3/8 has bits set beyond /8: the network is 10.0.0.0/8 | 10.0.0.0/8",
                "2001:db8::1/32 | 2001:db8::1/32 has bits set beyond /32: the network is 2001:db8::/32 | 2001:db8::/32",
                "::ffff:10.1.0.0/104 | 10.1.0.0/8 has bits set beyond /8: the network is 10.0.0.0/8 | 10.0.0.0/8",
                "::ffff:10.0.0.0/8 | ::ffff:10.0.0.0/8 has bits set beyond /8: an IPv4-mapped network has a length"
                        + " from 96 to 128 | null",
                "10.0.0.0/255.0.0.0 | \"255.0.0.0\" is a mask, not a length from 0 to 32: the network is 10.0.0.0/8 | "
                        + "10.0.0.0/8",
                "10.0.0.0/255.255.255.255 | \"255.255.255.255\" is a mask, not a length from 0 to 32: the network is "
                        + "10.0.0.0/32 | 10.0.0.0/32",
                "10.0.0.0/255.0.255.0 | \"255.0.255.0\" is not a length from 0 to 32 | null",
                "10.0.0.0/33 | /33 is too long: IPv4 has a length from 0 to 32 | null",
                "fc00::/129 | /129 is too long: IPv6 has a length from 0 to 128 | null",
                "10.0.0.0/ | a length from 0 to 32 is missing after the slash | null",
                "fc00::/ | a length from 0 to 128 is missing after the slash | null",
                "10.0.0.0/x | \"x\" is not a length from 0 to 32 | null",
                "10.0.0.0/08 | \"08\" is not a length from 0 to 32 | null",
                "10.0.0.0/-1 | \"-1\" is not a length from 0 to 32 | null",
                "10.0.0.0/8/8 | \"8/8\" is not a length from 0 to 32 | null",
                "/8 | the address before the slash is missing | null",
                "'' | nothing is written: a network is an address and a length, such as 10.0.0.0/8 | null",
                "10/8 | an IPv4 address has four numbers, \"10\" has 1 | null",
                "10.0.0/24 | an IPv4 address has four numbers, \"10.0.0\" has 3 | null",
                "10.0.0. | an IPv4 address has four numbers, \"10.0.0.\" has 3 | null",
                "10.0.0.0.0/8 | an IPv4 address has four numbers, \"10.0.0.0.0\" has 5 | null",
                "10.0.300.0/24 | \"300\" is above 255 | null",
                "010.0.0.0/8 | \"010\" has a leading zero: it may mean octal or decimal | null",
                "[fc00::]/7 | \"[fc00::]\" is in brackets: write the address without them | null",
                "dc01.corp/32 | \"dc01.corp\" is not an IPv4 or IPv6 address | null",
                "10.0.0.1-10.0.0.9 | \"10.0.0.1-10.0.0.9\" is not an IPv4 or IPv6 address | null",
            })
    void whatIsWrongIsNamed(String written, String reason, String suggestion) {
        Cidr meant = suggestion.equals("null") ? null : cidr(suggestion);
        assertEquals(new Cidr.Faulty(reason, meant), Cidr.parse(written));
    }

    @Test
    void anIpv6NetworkHoldsNoIpv4Address() {
        Cidr all = cidr("::/0");
        List<Range> ranges =
                List.of(range("::", "::fffe:ffff:ffff"), range("::1:0:0:0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"));
        assertEquals(ranges, all.ranges());
        assertFalse(all.contains(IpAddress.v4(0)));
        assertEquals(
                List.of(range("::fffe:0:0", "::fffe:ffff:ffff")),
                cidr("::fffe:0:0/95").ranges());
        assertEquals(
                List.of(range("10.0.0.0", "10.255.255.255")), cidr("10.0.0.0/8").ranges());
    }

    @Test
    void aPastedPageIsQuotedInPart() {
        String quoted = "\"" + "1.".repeat(24) + "…\"";
        Cidr.Faulty fault = new Cidr.Faulty(quoted + " is not an IPv4 or IPv6 address", null);
        assertEquals(fault, Cidr.parse("1.".repeat(1_000_000)));
    }

    @Test
    void aNetworkCannotBeMadeWithHostBits() {
        assertThrows(IllegalArgumentException.class, () -> new Cidr(IpAddress.v4(1), 8));
        assertThrows(IllegalArgumentException.class, () -> new Cidr(IpAddress.v4(0), 33));
        assertThrows(IllegalArgumentException.class, () -> new Cidr(new IpAddress(0, 0), -1));
    }

    @Property
    void theCanonicalTextReadsBackAsTheNetwork(@ForAll("cidrs") Cidr cidr) {
        assertEquals(new Cidr.Valid(cidr), Cidr.parse(cidr.toString()));
    }

    @Property
    void anAddressIsContainedWhenItLiesInOneOfTheRanges(
            @ForAll("cidrs") Cidr cidr, @ForAll("addresses") IpAddress address) {
        boolean inRanges = cidr.ranges().stream().anyMatch(range -> range.contains(address));
        assertEquals(inRanges, cidr.contains(address));
    }

    @Property
    void aNetworkIsContainedWhenTheEndsOfItsRangesAre(@ForAll("cidrs") Cidr outer, @ForAll("cidrs") Cidr inner) {
        boolean endsAre = inner.ranges().stream()
                .allMatch(range -> outer.contains(range.first()) && outer.contains(range.last()));
        assertEquals(endsAre, outer.contains(inner));
    }

    @Property
    void anyTextIsANetworkOrAFaultWithAReason(@ForAll String text, @ForAll("cidrs") Cidr cidr) {
        assertNotNull(Cidr.parse(text));
        assertNotNull(Cidr.parse(cidr + text));
        assertNotNull(Cidr.parse(cidr.network() + text));
        assertInstanceOf(Cidr.Faulty.class, Cidr.parse(cidr.network() + "/" + cidr + text));
    }

    @Provide
    Arbitrary<Cidr> cidrs() {
        return Samples.cidrs();
    }

    @Provide
    Arbitrary<IpAddress> addresses() {
        return Samples.addresses();
    }

    private static Cidr cidr(String text) {
        return assertInstanceOf(Cidr.Valid.class, Cidr.parse(text), text).cidr();
    }

    private static Range range(String first, String last) {
        return new Range(IpAddress.parse(first), IpAddress.parse(last));
    }
}
