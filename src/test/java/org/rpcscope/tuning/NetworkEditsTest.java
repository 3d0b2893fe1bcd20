package org.rpcscope.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.tuning.NetworkEdits.Place;

class NetworkEditsTest {

    private static NetworkEntry on(String cidr) {
        return new NetworkEntry(cidr, true, "");
    }

    private static String texts(Profile profile) {
        StringBuilder texts = new StringBuilder();
        for (NetworkList list : NetworkList.values()) {
            texts.append(list.of(profile).stream()
                            .map(entry -> entry.cidr()
                                    + (entry.enabled() ? "" : " off")
                                    + (entry.comment().isEmpty() ? "" : " (" + entry.comment() + ")"))
                            .toList())
                    .append(' ');
        }
        return texts.toString().strip();
    }

    private final Profile profile = Profile.defaults()
            .withInternal(List.of(new NetworkEntry("10.0.0.0/8", true, "own"), on("fc00::/7"), on("faulty")))
            .withExternal(List.of(on("10.9.0.0/16"), on("10.8.0.0/16")))
            .withPartner(List.of());

    private static Place internal(int index) {
        return new Place(NetworkList.INTERNAL, index);
    }

    private static Place external(int index) {
        return new Place(NetworkList.EXTERNAL, index);
    }

    @Test
    void linesMoveToTheEndOfAList() {
        Profile moved =
                NetworkEdits.move(profile, List.of(internal(0), external(1), external(0)), NetworkList.EXTERNAL);
        assertEquals("[fc00::/7, faulty] [10.9.0.0/16, 10.8.0.0/16, 10.0.0.0/8 (own)] []", texts(moved));
        assertEquals(
                "[10.0.0.0/8 (own), fc00::/7] [10.9.0.0/16] [faulty, 10.8.0.0/16]",
                texts(NetworkEdits.move(profile, List.of(internal(2), external(1)), NetworkList.PARTNER)));
    }

    @Test
    void linesAreTakenOutAndSwitched() {
        assertEquals(
                "[fc00::/7] [] []",
                texts(NetworkEdits.remove(profile, List.of(internal(0), internal(2), external(0), external(1)))));
        assertEquals(
                "[10.0.0.0/8 off (own), fc00::/7, faulty] [10.9.0.0/16, 10.8.0.0/16 off] []",
                texts(NetworkEdits.enable(profile, List.of(internal(0), external(1)), false)));
    }

    @Test
    void aNetworkIsCutWhereItStandsAndPutTogetherAgain() {
        Profile cut = NetworkEdits.split(profile, internal(0), 10);
        assertEquals(
                "[10.0.0.0/10 (own), 10.64.0.0/10 (own), 10.128.0.0/10 (own), 10.192.0.0/10 (own), fc00::/7, faulty]"
                        + " [10.9.0.0/16, 10.8.0.0/16] []",
                texts(cut));
        Profile half = NetworkEdits.join(NetworkEdits.join(cut, internal(3)), internal(0));
        assertEquals(profile, NetworkEdits.join(half, internal(1)));
        assertEquals(profile, NetworkEdits.split(profile, internal(2), 10), "what is no network cannot be cut");
        assertEquals(profile, NetworkEdits.split(profile, internal(0), 17), "nor into too many");
        assertEquals(profile, NetworkEdits.join(profile, internal(1)), "nor joined without the other half");
        assertEquals(
                "[10.0.0.0/8 (own), fc00::/7, faulty] [10.8.0.0/15] []",
                texts(NetworkEdits.join(profile, external(0))));
    }

    @Property(tries = 200)
    void halvesDrawTheSameBoundary(@ForAll("networks") Cidr network, @ForAll @IntRange(min = 1, max = 8) int more) {
        Profile whole = Profile.defaults().withInternal(List.of(on(network.toString())));
        Profile parts = NetworkEdits.split(whole, internal(0), network.length() + more);
        assertEquals(List.of(), whole.networks(0).changed(parts.networks(1)));
        Profile one = parts;
        for (int i = 0; i < one.internal().size(); ) {
            if (NetworkEdits.joins(one, internal(i))) {
                one = NetworkEdits.join(one, internal(i));
                i = 0;
            } else {
                i++;
            }
        }
        assertEquals(network.toString(), one.internal().getFirst().cidr());
    }

    @Test
    void whatIsPutOnAListLeavesTheOthers() {
        Profile put = NetworkEdits.put(
                profile,
                NetworkList.INTERNAL,
                List.of(on("10.9.0.0/16"), on("10.9.0.0/16"), on("fc00::/7"), on("192.0.2.0/24")));
        assertEquals("[10.0.0.0/8 (own), fc00::/7, faulty, 10.9.0.0/16, 192.0.2.0/24] [10.8.0.0/16] []", texts(put));
    }

    @Test
    void linesLieUnderTheNarrowestOfTheirList() {
        Profile nested = Profile.defaults()
                .withInternal(
                        List.of(on("10.20.9.0/24"), on("10.0.0.0/8"), on("10.20.0.0/16"), on("x"), on("0.0.0.0/0")))
                .withExternal(List.of(on("10.20.9.0/25"), new NetworkEntry("10.20.9.128/25", false, "")))
                .withPartner(List.of(on("10.20.9.0/26"), on("::/0")));
        Nesting nesting = Nesting.of(nested);
        assertEquals(
                List.of(2, 4, 1, -1, -1),
                List.of(
                        nesting.parent(NetworkList.INTERNAL, 0),
                        nesting.parent(NetworkList.INTERNAL, 1),
                        nesting.parent(NetworkList.INTERNAL, 2),
                        nesting.parent(NetworkList.INTERNAL, 3),
                        nesting.parent(NetworkList.INTERNAL, 4)));
        assertEquals(
                List.of(1, 1, 0, 1),
                List.of(
                        nesting.within(NetworkList.INTERNAL, 0, NetworkList.EXTERNAL),
                        nesting.within(NetworkList.INTERNAL, 4, NetworkList.PARTNER),
                        nesting.within(NetworkList.INTERNAL, 0, NetworkList.INTERNAL),
                        nesting.within(NetworkList.EXTERNAL, 0, NetworkList.PARTNER)));
    }

    @Provide
    Arbitrary<Cidr> networks() {
        return Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(8, 24))
                .as((address, length) -> Cidr.around(IpAddress.v4(address), length));
    }
}
