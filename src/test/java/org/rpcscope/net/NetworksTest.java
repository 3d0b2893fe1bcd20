package org.rpcscope.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | internal | 10.0.0.0/8 | list \"internal\", default (RFC 1918)",
                "172.31.255.255 | internal | 172.16.0.0/12 | list \"internal\", default (RFC 1918)",
                "172.32.0.0 | external | null | in no list, globally reachable",
                "192.168.0.0 | internal | 192.168.0.0/16 | list \"internal\", default (RFC 1918)",
                "::ffff:192.168.0.1 | internal | 192.168.0.0/16 | list \"internal\", default (RFC 1918)",
                "fd00::5 | internal | fc00::/7 | list \"internal\", default (RFC 4193)",
                "8.8.8.8 | external | null | in no list, globally reachable",
                "2a00:1450::9 | external | null | in no list, globally reachable",
                "fec0::1 | external | null | in no list, globally reachable",
                "203.0.113.9 | special | 203.0.113.0/24 | IANA special-purpose: documentation (TEST-NET-3), RFC 5737",
                "100.64.0.1 | special | 100.64.0.0/10 | IANA special-purpose: shared address space (CGNAT), RFC 6598",
                "192.88.99.1 | special | 192.88.99.0/24 | IANA special-purpose: 6to4 relay anycast, deprecated, RFC"
                        + " 7526",
                "192.0.0.9 | external | 192.0.0.9/32 | IANA special-purpose: Port Control Protocol anycast, RFC 7723, "
                        + "globally reachable",
                "192.0.0.11 | special | 192.0.0.0/24 | IANA special-purpose: IETF protocol assignments, RFC 6890",
                "239.1.2.3 | special | 224.0.0.0/4 | IANA special-purpose: multicast, RFC 5771",
                "255.255.255.255 | special | 255.255.255.255/32 | IANA special-purpose: limited broadcast, RFC 8190",
                "ff02::1 | special | ff00::/8 | IANA special-purpose: multicast, RFC 4291",
                "2001:0:a00:1:: | special | 2001::/32 | IANA special-purpose: Teredo, RFC 4380",
                "64:ff9b:1::a00:1 | special | 64:ff9b:1::/48 | "
                        + "IANA special-purpose: IPv4-IPv6 translation, local use (NAT64), RFC 8215",
                "64:ff9b::a00:1 | internal | 10.0.0.0/8 | NAT64 of 10.0.0.1: list \"internal\", default (RFC 1918)",
                "64:ff9b::808:808 | external | null | NAT64 of 8.8.8.8: in no list, globally reachable",
                "2002:cb00:7109::1 | special | 203.0.113.0/24 | "
                        + "6to4 of 203.0.113.9: IANA special-purpose: documentation (TEST-NET-3), RFC 5737",
                "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff | special | 255.255.255.255/32 | "
                        + "6to4 of 255.255.255.255: IANA special-purpose: limited broadcast, RFC 8190",
                "2003:: | external | null | in no list, globally reachable",
            })
    void byDefaultPrivateNetworksAreInternalAndReservedOnesSpecial(
            String address, String zone, String network, String text) {
        Reason reason = Networks.defaults().reason(IpAddress.parse(address));
        assertEquals(zone, reason.zone().label());
        assertEquals(network, String.valueOf(reason.network()));
        assertEquals(text, reason.text());
    }

    @Test
    void theLongestLineDecidesAndItsPlaceIsTheReason() {
        Networks networks = Networks.of(
                7,
                List.of(
                        line("10.0.0.0/8", "internal", 1),
                        line("10.9.0.0/16", "external", 2),
                        line("10.9.9.0/24", "internal", 3)));
        assertEquals(7, networks.version());
        assertEquals(
                new Reason(Zone.INTERNAL, "10.9.9.0/24", "list \"internal\", profile, line 3"),
                networks.reason(IpAddress.parse("10.9.9.9")));
        assertEquals(
                new Reason(Zone.EXTERNAL, "10.9.0.0/16", "list \"external\", profile, line 2"),
                networks.reason(IpAddress.parse("10.9.8.9")));
        assertEquals(
                new Reason(Zone.SPECIAL, "192.168.0.0/16", "IANA special-purpose: private use, RFC 1918"),
                networks.reason(IpAddress.parse("192.168.0.1")));
    }

    @Test
    void ofEqualLinesTheLaterDecides() {
        Networks external =
                Networks.of(1, List.of(line("203.0.113.0/24", "internal", 1), line("203.0.113.0/24", "external", 2)));
        Networks internal =
                Networks.of(1, List.of(line("203.0.113.0/24", "external", 1), line("203.0.113.0/24", "internal", 2)));
        assertEquals(Zone.EXTERNAL, external.zone(IpAddress.parse("203.0.113.9")));
        assertEquals(Zone.INTERNAL, internal.zone(IpAddress.parse("203.0.113.9")));
    }

    @Test
    void aLineWithinTheBlockOfAFormBeatsTheAddressInside() {
        NetworkLine own = line("64:ff9b::a00:0/104", "external", 2);
        Networks networks =
                Networks.of(1, List.of(line("10.0.0.0/8", "internal", 1), own, line("2002::/16", "internal", 3)));
        assertEquals(
                new Reason(Zone.EXTERNAL, "64:ff9b::a00:0/104", "list \"external\", profile, line 2"),
                networks.reason(IpAddress.parse("64:ff9b::10.0.0.1")));
        assertEquals(Zone.EXTERNAL, networks.zone(IpAddress.parse("64:ff9b::8.8.8.8")));
        assertEquals(
                new Reason(Zone.INTERNAL, "2002::/16", "list \"internal\", profile, line 3"),
                networks.reason(IpAddress.parse("2002:808:808::")));
    }

    @Test
    void aWideIpv6LineReachesNeitherIpv4NorWhatStandsForIt() {
        Networks networks = Networks.of(1, List.of(line("::/0", "internal", 1)));
        assertEquals(Zone.INTERNAL, networks.zone(IpAddress.parse("2a00::1")));
        assertEquals(Zone.INTERNAL, networks.zone(IpAddress.parse("ff02::1")));
        assertEquals(Zone.EXTERNAL, networks.zone(IpAddress.parse("8.8.8.8")));
        assertEquals(Zone.EXTERNAL, networks.zone(IpAddress.parse("64:ff9b::8.8.8.8")));
        assertEquals(Zone.EXTERNAL, networks.zone(IpAddress.parse("2002:808:808::")));
    }

    @Test
    void anAddedIpv4LineChangesTheAddressAndWhatStandsForIt() {
        Networks before = Networks.defaults();
        Networks after = Networks.of(
                1,
                List.of(
                        line("10.0.0.0/8", "internal", 1),
                        line("172.16.0.0/12", "internal", 2),
                        line("192.168.0.0/16", "internal", 3),
                        line("fc00::/7", "internal", 4),
                        line("8.8.8.0/24", "internal", 5)));
        List<Range> changed = List.of(
                range("8.8.8.0", "8.8.8.255"),
                range("64:ff9b::808:800", "64:ff9b::808:8ff"),
                range("2002:808:800::", "2002:808:8ff:ffff:ffff:ffff:ffff:ffff"));
        assertEquals(changed, before.changed(after));
        assertEquals(List.of(), before.changed(before));
    }

    @Test
    void allOfIpv6CanChange() {
        Networks none = Networks.of(1, List.of(line("::/0", "external", 1), line("0.0.0.0/0", "external", 2)));
        Networks all = Networks.of(2, List.of(line("::/0", "internal", 1), line("0.0.0.0/0", "internal", 2)));
        assertEquals(List.of(range("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")), none.changed(all));
    }

    @Test
    void aLineStandsOnOneOfTwoLists() {
        assertThrows(IllegalArgumentException.class, () -> line("10.0.0.0/8", "trusted", 1));
    }

    private static NetworkLine line(String cidr, String list, int number) {
        return new NetworkLine(((Cidr.Valid) Cidr.parse(cidr)).cidr(), list, "profile, line " + number, "");
    }

    private static Range range(String first, String last) {
        return new Range(IpAddress.parse(first), IpAddress.parse(last));
    }
}
