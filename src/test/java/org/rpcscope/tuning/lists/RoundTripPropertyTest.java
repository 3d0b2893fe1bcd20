package org.rpcscope.tuning.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;

/** What is written in a form is read as the same lists, as far as the form can hold them. */
class RoundTripPropertyTest {

    private static ListText again(ListFormat format, Profile profile, NetworkList list) {
        ListText read = ListFormat.read(format.write(profile, list));
        assertEquals(List.of(), read.refused());
        return read;
    }

    private static List<NetworkEntry> entries(ListText read) {
        return read.networks().stream().map(Listed::entry).toList();
    }

    private static List<NetworkEntry> on(List<NetworkEntry> entries) {
        return entries.stream().filter(NetworkEntry::enabled).toList();
    }

    private static List<NetworkEntry> without(List<NetworkEntry> entries, boolean comment) {
        return entries.stream()
                .map(entry -> entry.withOwner("").withComment(comment ? entry.comment() : ""))
                .toList();
    }

    @Property(tries = 300)
    void formsOfOneListKeepNetworksAndComments(@ForAll("profiles") Profile profile, @ForAll NetworkList list) {
        List<NetworkEntry> expected = without(on(list.of(profile)), true);
        assertEquals(expected, entries(again(ListFormat.PLAIN, profile, list)));
        assertEquals(expected, entries(again(ListFormat.ZEEK_NETWORKS, profile, list)));
        assertEquals(expected, entries(again(ListFormat.ZEEK_SITE, profile, list)));
    }

    @Property(tries = 300)
    void exceptionListsKeepTheOwnerToo(@ForAll("profiles") Profile profile, @ForAll NetworkList list) {
        assertEquals(on(list.of(profile)), entries(again(ListFormat.ELASTIC, profile, list)));
    }

    @Property(tries = 300)
    void tablesKeepEverything(@ForAll("profiles") Profile profile) {
        List<NetworkEntry> expected = new ArrayList<>();
        for (NetworkList list : NetworkList.values()) {
            expected.addAll(list.of(profile));
        }
        ListText read = again(ListFormat.CSV, profile, NetworkList.INTERNAL);
        assertEquals(expected, entries(read));
        Map<NetworkList, Long> counts =
                read.networks().stream().collect(Collectors.groupingBy(Listed::list, Collectors.counting()));
        for (NetworkList list : NetworkList.values()) {
            assertEquals(list.of(profile).size(), counts.getOrDefault(list, 0L).intValue());
        }
    }

    @Property(tries = 300)
    void suricataKeepsWhatIsInternalAndWhatIsNot(@ForAll("profiles") Profile profile) {
        ListText read = again(ListFormat.SURICATA, profile.withPartner(List.of()), NetworkList.INTERNAL);
        for (NetworkList list : List.of(NetworkList.INTERNAL, NetworkList.EXTERNAL)) {
            List<NetworkEntry> mine = read.networks().stream()
                    .filter(each -> each.list() == list)
                    .map(Listed::entry)
                    .toList();
            assertEquals(without(on(list.of(profile)), false), mine);
        }
    }

    @Provide
    Arbitrary<Profile> profiles() {
        Arbitrary<IpAddress> addresses = Arbitraries.oneOf(
                Arbitraries.integers().map(IpAddress::v4),
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                        .as((high, low) -> new IpAddress(0x2001_0db8_0000_0000L | high >>> 32, low)));
        Arbitrary<String> cidrs = Combinators.combine(
                        addresses, Arbitraries.integers().between(1, 32))
                .as((address, length) -> Cidr.around(address, address.isV4() ? length : length * 4)
                        .toString());
        Arbitrary<String> notes = Arbitraries.oneOf(
                Arbitraries.of(
                        "", "RFC 1918", "=1+1", "'=a", "a, \"b\"", "10.0.0.0/8", "# twice", "hxxp://x", "a}b;c]"),
                Arbitraries.strings().ofMaxLength(12).map(Gathering::oneLine));
        Arbitrary<List<NetworkEntry>> entries = Combinators.combine(
                        cidrs, Arbitraries.of(true, true, false), notes, notes)
                .as(NetworkEntry::new)
                .list()
                .uniqueElements(NetworkEntry::cidr)
                .ofMaxSize(6);
        return Combinators.combine(entries, entries, entries)
                .as((internal, external, partner) -> Profile.defaults()
                        .withInternal(internal)
                        .withExternal(external)
                        .withPartner(partner));
    }
}
