package org.rpcscope.tuning.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;

/** What texts of all forms are read as, and written. */
class ListFormatTest {

    /** The format and the networks of a text, one a line, with all that was read of them. */
    private static String read(String text) {
        ListText list = ListFormat.read(text);
        StringBuilder words = new StringBuilder(list.format().name()).append('\n');
        for (Listed each : list.networks()) {
            NetworkEntry entry = each.entry();
            words.append(each.line())
                    .append(' ')
                    .append(entry.enabled() ? "" : "off ")
                    .append(each.list() == null ? "" : each.list().id() + " ")
                    .append(entry.cidr())
                    .append(entry.comment().isEmpty() ? "" : " (" + entry.comment() + ")")
                    .append(entry.owner().isEmpty() ? "" : " of " + entry.owner())
                    .append('\n');
        }
        for (Refusal each : list.refused()) {
            words.append(each.line())
                    .append(" ! ")
                    .append(each.text())
                    .append(": ")
                    .append(each.reason())
                    .append(each.suggestion() == null ? "" : " -> " + each.suggestion())
                    .append('\n');
        }
        return words.toString();
    }

    @Test
    void whatPeoplePasteIsRead() {
        assertEquals("""
            PLAIN
            1 10.0.0.0/8 (RFC 1918)
            1 172.16.0.0/12 (RFC 1918)
            3 192.168.0.0/16 (Berlin second floor)
            4 198.51.100.0/25
            4 198.51.100.128/32
            5 203.0.113.4/31 (printers)
            5 203.0.113.6/32 (printers)
            6 2001:db8::/32
            6 fd00::/8
            7 192.0.2.10/32
            8 45.148.10.77/32 (seen on 2026-11-24 at 9.30)
            9 172.20.0.0/16 (by mask)
            10 10.9.0.0/16 (a name before it)
            11 10.2.0.0/16 (10.3.0.0/16 is not meant)
            12 ! 10.1.2.3/8: 10.1.2.3/8 has bits set beyond /8: the network is 10.0.0.0/8 -> 10.0.0.0/8
            13 ! 10.0.0.999: "999" is above 255
            14 ! Private networks:: there is no network on this line
            15 ! 203.0.113.9-203.0.113.1: the range ends before it starts
            16 ! 203.0.113.9-2001:db8::1: the ends of the range are of different families
            17 ! 10.0.0.0/8: 10.0.0.0/8 is listed twice
            """, read("""
                10[.]0[.]0[.]0/8, 172(.)16 (dot) 0.0/12;# RFC 1918

                192.168.0.0/16 - Berlin, second floor
                198.51.100.0-198.51.100.128
                203.0.113.4 - 203.0.113.6  printers
                <2001:db8::/32> | "fd00[::]/8"
                hxxp://192[.]0[.]2[.]10:8080/index.html
                45.148.10.77:443 seen on 2026-11-24 at 9.30
                172.20.0.0/255.255.0.0 // by mask
                a name before it 10.9.0.0/16
                10.2.0.0/16 # 10.3.0.0/16 is not meant
                10.1.2.3/8
                10.0.0.999
                Private networks:
                203.0.113.9-203.0.113.1
                203.0.113.9 to 2001:db8::1
                10.0.0.0/8
                """));
    }

    @Test
    void zeekKeepsNetworksInTwoWays() {
        assertEquals("""
            ZEEK_NETWORKS
            3 10.0.0.0/8 (Private IP space, 10.1.0.0/16 is Berlin)
            4 2001:db8::/32
            5 ! private: "private" is not an IPv4 or IPv6 address
            """, read("""
                # List of local networks in CIDR notation, optionally followed by a descriptive tag.

                10.0.0.0/8\tPrivate IP space, 10.1.0.0/16 is Berlin
                2001:db8::/32
                private networks
                """));
        assertEquals("""
            ZEEK_SITE
            4 10.0.0.0/8 (branch)
            5 2001:db8::/32
            5 192.0.2.0/24
            8 172.16.0.0/12
            6 ! 10.1.2.3/8: 10.1.2.3/8 has bits set beyond /8: the network is 10.0.0.0/8 -> 10.0.0.0/8
            """, read("""
                @load base/utils/site
                # redef Site::local_nets += { 9.0.0.0/8 };
                redef Site::local_nets += {
                    10.0.0.0/8, # branch
                    [2001:db8::]/32, 192.0.2.0/24,
                    10.1.2.3/8
                };
                redef Site::local_nets += { 172.16.0.0/12 };
                redef Site::neighbor_nets += { 8.0.0.0/8 };
                """));
    }

    @Test
    void suricataLeavesOutWhatIsExternalAnyway() {
        assertEquals("""
            SURICATA
            4 internal 10.0.0.0/8 (site A)
            4 external 10.1.0.0/16 (site A)
            4 external 10.2.0.0/16 (site A)
            4 internal 10.2.9.0/24 (site A)
            4 internal ::1/128 (site A)
            """, read("""
                vars:
                  address-groups:
                    #HOME_NET: "[192.168.0.0/16]"
                    HOME_NET: "[10.0.0.0/8, !10.1.0.0/16, ![10.2.0.0/16,!10.2.9.0/24],::1]" # site A
                    EXTERNAL_NET: "!$HOME_NET"
                """));
        assertEquals("""
            SURICATA
            1 internal 10.0.0.0/8
            1 ! $DMZ: it stands for another variable: write what that holds
            1 ! any: it is every address, which draws no boundary
            """, read("ipvar HOME_NET [10.0.0.0/8,$DMZ,any]"));
        assertEquals("SURICATA\n1 internal 10.0.0.0/8\n1 external 10.1.0.0/16\n", read("[10.0.0.0/8,!10.1.0.0/16]"));
    }

    @Test
    void tablesNameTheListAndTheOwner() {
        assertEquals("""
            CSV
            2 internal 10.0.0.0/8 (Berlin, "old")
            3 off partner 198.51.100.0/24 (two lines) of Contoso
            5 203.0.113.0/24 (=1+1)
            6 ! 192.0.2.0/24: the list "dmz" is none of ours
            7 ! 10.1.2.3/8: 10.1.2.3/8 has bits set beyond /8: the network is 10.0.0.0/8 -> 10.0.0.0/8
            """, read("""
                CIDR,list,comment,owner,enabled
                10.0.0.0/8,Internal,"Berlin, ""old""\",,true
                198.51.100[.]0/24,partner,"two
                lines",Contoso,false
                203.0.113.0/24,,'=1+1
                192.0.2.0/24,dmz
                10.1.2.3/8,internal
                """));
        assertEquals("CSV\n2 10.0.0.0/8 (b)\n", read("network;comment\n10.0.0.0/8;b\n"));
    }

    @Test
    void exceptionListsGiveTheirAddresses() {
        assertEquals("""
            ELASTIC
            2 198.51.100.0/24 (Payroll) of Contoso
            3 192.0.2.7/32 (Scanner)
            3 192.0.2.8/32 (Scanner)
            4 ! Agent: the item asks for 2 things, not for a network alone
            5 ! Feed: the values are in the value list "ranges.txt": import that file
            6 ! Not: the item asks for what is not in it
            7 ! Host: the field "host.name" holds no addresses
            8 ! {"a":1}: it is neither a list nor an item of one
            """, read("""
                {"_version":"Wz","description":"test","list_id":"a","name":"Test","namespace_type":"single","os_types":[],"tags":[],"type":"detection","version":1}
                {"description":"d","entries":[{"field":"destination.ip","operator":"included","type":"match","value":"198.51.100.0/24"}],"list_id":"a","name":"Payroll","tags":["x","owner:Contoso"],"type":"simple"}
                {"description":"d","entries":[{"field":"source.ip","operator":"included","type":"match_any","value":["192.0.2.7","192.0.2.8"]}],"list_id":"a","name":"Scanner","type":"simple"}
                {"entries":[{"field":"source.ip","type":"match","value":"192.0.2.9"},{"field":"process.name","type":"match","value":"a.exe"}],"list_id":"a","name":"Agent"}
                {"entries":[{"field":"source.ip","type":"list","operator":"included","list":{"id":"ranges.txt","type":"ip_range"}}],"name":"Feed"}
                {"entries":[{"field":"source.ip","type":"match","operator":"excluded","value":"192.0.2.9"}],"name":"Not"}
                {"entries":[{"field":"host.name","type":"match","operator":"included","value":"192.0.2.9"}],"name":"Host"}
                {"a":1}
                {"exported_exception_list_count":1,"exported_exception_list_item_count":6}
                """));
    }

    @Test
    void listsAreWrittenAsTheirProgramsKeepThem() {
        Profile profile = Profile.defaults()
                .withInternal(List.of(
                        new NetworkEntry("10.0.0.0/8", true, "RFC 1918"),
                        new NetworkEntry("2001:db8::/32", true, ""),
                        new NetworkEntry("192.168.0.0/16", false, "off"),
                        new NetworkEntry("faulty", true, "")))
                .withExternal(List.of(new NetworkEntry("10.9.0.0/16", true, "lab")))
                .withPartner(List.of(
                        new NetworkEntry("10.8.0.0/16", true, "=1+1", "Contoso, Ltd"),
                        new NetworkEntry("8.8.8.8", true, "names")));
        assertEquals("10.0.0.0/8 # RFC 1918\n2001:db8::/32\n", ListFormat.PLAIN.write(profile, NetworkList.INTERNAL));
        assertEquals("""
            # Local networks in CIDR notation, for the networks.cfg of Zeek
            10.0.0.0/8\tRFC 1918
            2001:db8::/32
            """, ListFormat.ZEEK_NETWORKS.write(profile, NetworkList.INTERNAL));
        assertEquals(
                "redef Site::local_nets += {\n\t10.0.0.0/8,  # RFC 1918\n\t[2001:db8::]/32,\n};\n",
                ListFormat.ZEEK_SITE.write(profile, NetworkList.INTERNAL));
        assertEquals(
                "HOME_NET: \"[10.0.0.0/8,2001:db8::/32,!10.9.0.0/16,!10.8.0.0/16]\"\n",
                ListFormat.SURICATA.write(profile, NetworkList.INTERNAL));
        assertEquals("""
            cidr,list,comment,owner,enabled
            10.0.0.0/8,internal,RFC 1918,,true
            2001:db8::/32,internal,,,true
            192.168.0.0/16,internal,off,,false
            10.9.0.0/16,external,lab,,true
            10.8.0.0/16,partner,'=1+1,"Contoso, Ltd",true
            8.8.8.8/32,partner,names,,true
            """.replace("\n", "\r\n"), ListFormat.CSV.write(profile, NetworkList.INTERNAL));
        assertEquals("""
            {"list_id":"rpcscope-external","namespace_type":"single","os_types":[],"tags":[],"description":"The list \\"external\\" of RPC Scope","name":"RPC Scope: external","type":"detection"}
            {"list_id":"rpcscope-external","namespace_type":"single","os_types":[],"tags":[],"name":"10.9.0.0/16","description":"lab","type":"simple","item_id":"rpcscope-external-10.9.0.0/16","comments":[],"entries":[{"field":"destination.ip","operator":"included","type":"match","value":"10.9.0.0/16"}]}
            {"exported_exception_list_count":1,"exported_exception_list_item_count":1,"missing_exception_list_item_count":0,"missing_exception_lists_count":0,"missing_exception_list_items":[],"missing_exception_lists":[]}
            """, ListFormat.ELASTIC.write(profile, NetworkList.EXTERNAL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|PLAIN", "cidr|CSV", "[2001:db8::]/32|PLAIN", "{ 10.0.0.0/8, 172.16.0.0/12 }|PLAIN"})
    void whatSaysNothingIsAPlainList(String text, ListFormat format) {
        assertEquals(format, ListFormat.read(text).format());
    }

    @Test
    void aListHasAnEndAndATextAsWell() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= Gathering.MOST; i++) {
            text.append("10.").append(i >> 8).append('.').append(i & 255).append(".0/24 ");
        }
        ListText list = ListFormat.read(text.toString());
        assertEquals(
                List.of(Gathering.MOST, "there are more than 10000 networks: the rest is left out"),
                List.of(list.networks().size(), list.refused().getFirst().reason()));
        ListText longer = ListFormat.read(" ".repeat(ListFormat.LONGEST + 1));
        assertEquals("the text is longer than 8 MB", longer.refused().getFirst().reason());
    }

    /** Parts of all forms in any order, a fixed seed: nothing is thrown, and what is read is a network. */
    @Test
    void noTextIsThrownBack() {
        String[] parts = {
            "10.0.0.0/8",
            "[",
            "]",
            "!",
            "HOME_NET",
            ":",
            "local_nets",
            "{",
            "}",
            "\n",
            "\r",
            "\"",
            ",",
            ";",
            "'",
            "#",
            "//",
            "://",
            "-",
            "–",
            "cidr,list\n",
            "{\"entries\":[",
            "\"list_id\"",
            "null",
            "[.]",
            "(dot)",
            "\t",
            " ",
            "::",
            "2001:db8::/32",
            "1.2.3.4-1.2.3.9",
            "\uFEFF",
            "\0",
            "é",
            "\uD800",
            "%",
            "/",
            "0",
            "999",
            "any",
            "$"
        };
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            for (Listed each : ListFormat.read(text.toString()).networks()) {
                assertEquals(each.entry().cidr(), String.valueOf(each.entry().network()), text::toString);
            }
        }
    }
}
