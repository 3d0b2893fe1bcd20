package org.rpcscope.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Reason;
import org.rpcscope.net.Standing;
import org.rpcscope.net.Zone;

class ProfileTest {

    private static NetworkEntry on(String cidr) {
        return new NetworkEntry(cidr, true, "");
    }

    @Test
    void theDefaultsDrawTheDefaultBoundary() {
        Networks networks = Profile.defaults().networks(3);
        assertEquals(3, networks.version());
        assertEquals(List.of(), networks.changed(Networks.defaults()));
        assertEquals(List.of(), Profile.defaults().faults());
    }

    @Test
    void linesThatAreOffOrFaultyDrawNothing() {
        Profile profile = Profile.defaults()
                .withInternal(List.of(
                        new NetworkEntry("10.0.0.0/8", false, ""), on("10.1.0.0/33"), on("10.2.0.0/16"), on("")));
        assertEquals(
                List.of("10.2.0.0/16"),
                profile.networks(1).lines().stream()
                        .map(line -> line.cidr().toString())
                        .toList());
    }

    @Test
    void theReasonNamesTheLine() {
        Profile profile = Profile.defaults()
                .withInternal(List.of(on("10.0.0.0/8"), new NetworkEntry("203.0.114.0/24", true, "branch")));
        assertEquals(
                new Reason(Zone.INTERNAL, "203.0.114.0/24", "list \"internal\", line 2 (branch)"),
                profile.networks(1).reason(IpAddress.v4(203 << 24 | 114 << 8 | 9)));
    }

    @Test
    void aNetworkOnBothListsIsExternal() {
        Profile profile = Profile.defaults().withExternal(List.of(on("10.0.0.0/8")));
        assertEquals(Zone.EXTERNAL, profile.networks(1).zone(IpAddress.v4(10 << 24 | 1)));
    }

    @Test
    void aPartnerIsExternalAndTheReasonNamesIt() {
        Profile profile = Profile.defaults()
                .withExternal(List.of(on("198.51.100.0/24")))
                .withPartner(List.of(
                        on("10.99.0.0/16"),
                        new NetworkEntry("198.51.100.0/24", true, "payroll", "Contoso"),
                        new NetworkEntry("8.0.0.0/8", true, "", "Fabrikam")));
        Networks networks = profile.networks(1);
        assertEquals(
                List.of(
                        new Reason(Zone.EXTERNAL, "198.51.100.0/24", "partner: Contoso, payroll (line 2)"),
                        new Reason(Zone.EXTERNAL, "8.0.0.0/8", "partner: Fabrikam (line 3)"),
                        new Reason(Zone.EXTERNAL, "10.99.0.0/16", "partner (line 1)")),
                List.of(
                        networks.reason(IpAddress.v4(198 << 24 | 51 << 16 | 100 << 8 | 7)),
                        networks.reason(IpAddress.v4(8 << 24 | 8)),
                        networks.reason(IpAddress.v4(10 << 24 | 99 << 16))));
        assertEquals(
                List.of(Standing.PARTNER, Standing.INTERNAL, Standing.EXTERNAL, Standing.SPECIAL),
                Stream.of("64:ff9b::808:808", "10.98.0.1", "9.9.9.9", "224.0.0.1")
                        .map(IpAddress::parse)
                        .map(address -> networks.standing(address.high(), address.low()))
                        .toList());
    }

    @Test
    void faultsNameTheLineAndSayWhatIsWrong() {
        Profile profile = Profile.defaults()
                .withInternal(List.of(
                        on("10.0.0.0/8"), on("10.20.0.0/16"), on(" 10.0.0.0/8"), on("10.0.0.1/8"), on("fc00::/7")))
                .withExternal(List.of(on("10.0.0.0/8"), on("300.1.1.1")))
                .withPartner(List.of(on("1.2.3.4/")));
        assertEquals(
                List.of(
                        new Fault(
                                NetworkList.INTERNAL,
                                0,
                                "10.0.0.0/8 is on the list \"external\" too, which decides",
                                new Fault.Remove()),
                        new Fault(
                                NetworkList.INTERNAL,
                                2,
                                "10.0.0.0/8 is listed twice: it is in line 1",
                                new Fault.Remove()),
                        new Fault(
                                NetworkList.INTERNAL,
                                3,
                                "10.0.0.1/8 has bits set beyond /8: the network is 10.0.0.0/8",
                                new Fault.Use(Cidr.around(IpAddress.v4(10 << 24), 8))),
                        new Fault(NetworkList.EXTERNAL, 1, "\"300\" is above 255", null),
                        new Fault(NetworkList.PARTNER, 0, "a length from 0 to 32 is missing after the slash", null)),
                profile.faults());
    }

    @Test
    void aLineThatChangesNothingIsNamed() {
        Profile profile = Profile.defaults()
                .withInternal(List.of(
                        on("10.0.0.0/8"),
                        on("10.20.0.0/16"),
                        new NetworkEntry("10.21.0.0/16", true, "Berlin"),
                        new NetworkEntry("10.22.0.0/16", false, ""),
                        on("10.30.9.0/24")))
                .withExternal(List.of(on("10.30.0.0/16")));
        assertEquals(
                List.of(new Fault(
                        NetworkList.INTERNAL, 1, "changes nothing within 10.0.0.0/8 (line 1)", new Fault.Remove())),
                profile.faults());
    }

    @Test
    void aRuleIsAsItCameUntilItIsSwitched() {
        Profile profile = Profile.defaults().withRule("a", false);
        assertEquals(
                List.of(false, true, false),
                List.of(profile.enabled("a", true), profile.enabled("b", true), profile.enabled("b", false)));
    }

    @Test
    void weightsEqualToTheDefaultsAreTheDefaults() {
        assertEquals(Weights.defaults(), new Weights(Map.of(Weight.ENDPOINT_MAPPER, Weight.ENDPOINT_MAPPER.points())));
        assertEquals(7, new Weights(Map.of(Weight.ENDPOINT_MAPPER, 7)).of(Weight.ENDPOINT_MAPPER));
        assertThrows(IllegalArgumentException.class, () -> new Weights(Map.of(Weight.ENDPOINT_MAPPER, 101)));
    }
}
