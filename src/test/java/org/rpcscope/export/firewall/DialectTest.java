package org.rpcscope.export.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Range;
import org.rpcscope.net.Zone;
import org.rpcscope.session.Session;
import org.rpcscope.session.Transport;

class DialectTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static Blockade session(String source, String network, String destination, int port) {
        return Blockade.of(
                new Session.Ends(IpAddress.parse(source), 50_000, IpAddress.parse(destination), port, Transport.TCP),
                network);
    }

    private static NetworkLine line(String cidr, String list) {
        return switch (Cidr.parse(cidr)) {
            case Cidr.Valid(Cidr network) -> new NetworkLine(network, list, "line 1", "\"; rm -rf / #\n'evil'");
            case Cidr.Faulty faulty -> throw new IllegalArgumentException(faulty.reason());
        };
    }

    /** The text without the comments. */
    private static String rules(Dialect dialect, Blockade blockade) {
        StringBuilder rules = new StringBuilder();
        dialect.text(blockade, DAY)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("!"))
                .forEach(line -> rules.append(line).append('\n'));
        return rules.toString();
    }

    @Test
    void nftablesForOneServerWithItsComments() {
        assertEquals("""
            # RPC Scope, 2026-11-24: stops TCP to ports 135, 49152-65535 of 45.148.10.77.
            # Review before applying.
            # Limits:
            # - It does not stop RPC in SMB pipes (TCP 139 and 445) or over HTTP (TCP 593, 80 and 443), unless these ports are listed.
            # - Connections that are open already may go on; end them: conntrack -D -p tcp --dport 135.
            # - It does not stop what goes to another address of the same server, IPv4 or IPv6.
            # - It stops every connection to the dynamic ports of that server, RPC or not.
            # - An RPC filter (netsh rpc filter) is no substitute: it guards a server that is called, not a client.
            # Apply on a router with: nft -f FILE. On a host itself write output for both words forward.
            # Undo with: nft delete table inet rpc_egress
            table inet rpc_egress
            delete table inet rpc_egress
            table inet rpc_egress {
              set internal4 {
                type ipv4_addr; flags interval; auto-merge;
                elements = { 10.0.0.0/8 }
              }
              chain forward {
                type filter hook forward priority filter; policy accept;
                ip saddr @internal4 ip daddr 45.148.10.77 tcp dport { 135, 49152-65535 } log prefix "rpc-egress " counter drop
              }
            }
            """, Dialect.NFTABLES.text(session("10.20.4.31", "10.0.0.0/8", "45.148.10.77", 135), DAY));
    }

    @Test
    void aServerOfIpv6HasRulesOfIpv6Alone() {
        Blockade blockade = session("fd12:9a::1f44", "fc00::/7", "2a0e:97c0::77", 4444);
        assertEquals("""
            $remote6 = @('2a0e:97c0::77')
            New-NetFirewallRule -DisplayName 'Block RPC to the Internet, IPv6' -Group 'RPC Scope' -Direction Outbound -Action Block -Profile Any `
              -Protocol TCP -RemotePort @('135','4444','49152-65535') -RemoteAddress $remote6
            """, rules(Dialect.WINDOWS, blockade));
        assertEquals("""
            *filter
            :RPC_EGRESS - [0:0]
            -I FORWARD 1 -s fc00::/7 -d 2a0e:97c0::77 -p tcp -m multiport --dports 135,4444,49152:65535 -j RPC_EGRESS
            -A RPC_EGRESS -m limit --limit 6/min -j LOG --log-prefix "rpc-egress "
            -A RPC_EGRESS -j DROP
            COMMIT
            """, rules(Dialect.IPTABLES, blockade));
    }

    @Test
    void aSourceOutsideTheNetworkThatDecidedStandsAlone() {
        assertEquals("""
            object-group network RPC_INSIDE
             network-object host 203.0.113.9
            access-list INSIDE_OUT line 1 extended deny tcp object-group RPC_INSIDE host 45.148.10.77 eq 135 log
            access-list INSIDE_OUT line 2 extended deny tcp object-group RPC_INSIDE host 45.148.10.77 range 49152 65535 log
            """, rules(Dialect.CISCO_ASA, session("203.0.113.9", "10.0.0.0/8", "45.148.10.77", 50_001)));
    }

    /** The registry has its own tests; here are the lists that the boundary draws, with a hole in each. */
    @Test
    void everythingThatLeavesIsStoppedInBothFamilies() {
        Blockade blockade = Blockade.of(Networks.of(
                1,
                List.of(
                        line("10.0.0.0/8", NetworkLine.INTERNAL),
                        line("10.128.0.0/9", NetworkLine.EXTERNAL),
                        line("fd00::/8", NetworkLine.INTERNAL))));
        String nftables = rules(Dialect.NFTABLES, blockade);
        assertTrue(nftables.contains("elements = { 10.0.0.0/9 }\n"), nftables);
        assertTrue(nftables.contains("elements = { 64:ff9b::a00:0/105, 2002:a00::/25, fd00::/8 }\n"), nftables);
        assertTrue(nftables.contains("elements = { 0.0.0.0/8, 10.0.0.0/9, 100.64.0.0/10, 127.0.0.0/8,"), nftables);
        assertTrue(
                nftables.contains(
                        "    ip saddr @internal4 ip daddr != @not_internet4 tcp dport { 135 } log prefix \"rpc-egress"
                                + " \" counter drop\n"
                                + "    ip6 saddr @internal6 ip6 daddr != @not_internet6 tcp dport { 135 }"),
                nftables);
        String windows = rules(Dialect.WINDOWS, blockade);
        assertTrue(windows.startsWith("$remote4 = @('1.0.0.0-9.255.255.255', '10.128.0.0-100.63.255.255',"), windows);
        String asa = rules(Dialect.CISCO_ASA, blockade);
        assertTrue(asa.contains(" network-object 10.0.0.0 255.128.0.0\n"), asa);
        assertTrue(asa.endsWith("""
            access-list INSIDE_OUT line 1 extended permit tcp object-group RPC_INSIDE object-group RPC_NOT_INTERNET eq 135
            access-list INSIDE_OUT line 2 extended deny tcp object-group RPC_INSIDE any eq 135 log
            """), asa);
    }

    /** What is not the Internet and what is blocked are two halves of a family. */
    @Test
    void noAddressIsBlockedThatIsInternalOrSpecial() {
        Networks networks = Networks.defaults();
        Blockade blockade = Blockade.of(networks);
        List<Range> not = ((Reach.Internet) blockade.to()).not();
        for (Family family : Family.values()) {
            for (var range : family.without(not)) {
                assertEquals("EXTERNAL EXTERNAL", networks.zone(range.first()) + " " + networks.zone(range.last()));
            }
            for (var cidr : family.networks(not)) {
                assertTrue(networks.zone(cidr.first()) != Zone.EXTERNAL, cidr::toString);
                assertTrue(networks.zone(cidr.last()) != Zone.EXTERNAL, cidr::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void noWordOfTheAnalystGetsIntoAText(Dialect dialect) {
        String text = dialect.text(Blockade.of(Networks.of(1, List.of(line("10.0.0.0/8", NetworkLine.INTERNAL)))), DAY);
        assertTrue(!text.contains("evil") && !text.contains("rm -rf"), text);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whereNothingIsInternalThereIsNothingToStop(Dialect dialect) {
        Blockade blockade = Blockade.of(Networks.of(1, List.of()));
        assertEquals(List.of(), blockade.from());
        assertTrue(!rules(dialect, blockade).contains("135"), () -> dialect.text(blockade, DAY));
    }
}
