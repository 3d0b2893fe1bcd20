package org.rpcscope.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.net.Cidr;
import org.rpcscope.query.ValueTest;

/** What the text of a filter is understood as. */
class FilterTest {

    private static Query term(Field field, ValueTest... tests) {
        return new Query.Term(field, List.of(tests));
    }

    private static Query all(Query... parts) {
        return new Query.All(Arrays.asList(parts));
    }

    private static ValueTest network(String text) {
        return new ValueTests.InNetwork(((Cidr.Valid) Cidr.parse(text)).cidr());
    }

    private static ValueTest ports(int from, int to) {
        return new ValueTests.PortBetween(from, to);
    }

    private static ValueTest part(String text) {
        return new ValueTests.Contains(text);
    }

    private static Query query(String text) {
        Filter filter = Filter.parse(text);
        assertEquals(List.of(), filter.faults());
        return filter.query();
    }

    @Test
    void termsAreJoinedByAndAndValuesByOr() {
        assertEquals(
                all(
                        term(Field.SOURCE, network("10.20.0.0/16")),
                        term(Field.PORT, ports(135, 135), ports(49152, 65535)),
                        term(Field.TIER, new ValueTests.OneOf(List.of("confirmed")))),
                query("  src:10.20.0.0/16 port:135,49152-65535\ttier:Confirmed "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-port:135", "!port:135", "not port:135", "NOT  port:135"})
    void aSignOrNotTurnsATermRound(String text) {
        assertEquals(all(new Query.Not(term(Field.PORT, ports(135, 135)))), query(text));
        assertEquals(all(term(Field.PORT, ports(135, 135))), query("not -port:135"));
    }

    @Test
    void anEmptyTextAsksNothing() {
        assertTrue(Filter.parse(" \t").isEmpty());
        assertEquals(Query.EVERYTHING, query(""));
    }

    @Test
    void quotationMarksHoldSpacesCommasAndColonsTogether() {
        assertEquals(
                all(term(Field.RULE, part("outbound, rpc")), term(Field.ANYTHING, part("a:b"))),
                query("rule:\"Outbound, RPC\" \"a:b\""));
        assertEquals(all(term(Field.USER, part("svc backup"))), query("user:\"svc backup"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.4.31, 10.20.4.31/32",
        "10.20.4.31/16, 10.20.0.0/16",
        "10.20., 10.20.0.0/16",
        "10.20, 10.20.0.0/16",
        "10.20.*, 10.20.0.0/16",
        "192.168.7, 192.168.7.0/24",
        "2a0e:97c0::77, 2a0e:97c0::77/128",
        "2a0e:97c0, 2a0e:97c0::/32",
        "fd12:9a:, fd12:9a::/32",
        "fe80::/10, fe80::/10",
        "face::1, face::1/128",
        "::ffff:10.0.0.1, 10.0.0.1/32"
    })
    void addressesNetworksAndBeginningsAreFoundAtEitherEnd(String word, String network) {
        assertEquals(all(term(Field.ANYTHING, network(network))), query(word));
        assertEquals(all(term(Field.ADDRESS, network(network))), query("ip:" + word));
    }

    @Test
    void aNumberAloneIsRatherAPortOrATextThanAnAddress() {
        assertEquals(all(term(Field.ANYTHING, part("135"))), query("135"));
        assertEquals(all(term(Field.DESTINATION, network("10.0.0.0/8"))), query("dst:10"));
    }

    @Test
    void theBeginningOfAChoiceStandsForAllThatBeginSo() {
        assertEquals(
                all(term(Field.DIRECTION, new ValueTests.OneOf(List.of("inbound", "internal")))),
                query("direction:in"));
        assertEquals(
                all(new Query.Not(term(Field.DESTINATION_ZONE, new ValueTests.OneOf(List.of("external"))))),
                query("-dst.zone:external"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port:135 sorce:10.0.0.1 | 9 | 14 | there is no field \"sorce\"",
                "src:10.0.0.1,10.0.0.300 | 13 | 23 | \"300\" is above 255",
                "a tier:unsure b | 7 | 13 | \"unsure\" is none of confirmed, established, attempt, blocked",
                "-port:epm | 6 | 9 | \"epm\" is neither a port nor a range such as 49152-65535",
                "port:70000 | 5 | 10 | \"70000\" is neither a port nor a range such as 49152-65535",
                "port:9-8 | 5 | 8 | \"9-8\" is neither a port nor a range such as 49152-65535",
                "a tier: b | 2 | 7 | a value is missing after tier:",
                "a not | 2 | 5 | a value is missing after not",
                "a or b | 2 | 4 | terms are joined by and",
                "src:fd12:9g:: | 4 | 13 | \"fd12:9g::\" is not an IPv4 or IPv6 address"
            })
    void aFaultStandsUnderItsWord(String text, int from, int to, String reason) {
        List<Filter.Fault> faults = Filter.parse(text).faults();
        assertEquals(1, faults.size());
        assertEquals(
                List.of(from, to),
                List.of(faults.getFirst().from(), faults.getFirst().to()));
        assertTrue(
                faults.getFirst().reason().startsWith(reason), faults.getFirst().reason());
    }

    @Test
    void theOtherWordsOfAFaultyFilterAreUnderstood() {
        Filter filter = Filter.parse("port:135 tier:x,blocked nothing:1");
        assertEquals(2, filter.faults().size());
        assertEquals(
                all(term(Field.PORT, ports(135, 135)), term(Field.TIER, new ValueTests.OneOf(List.of("blocked")))),
                filter.query());
    }

    @Test
    void aPastedPageIsRefusedWhole() {
        Filter filter = Filter.parse("word ".repeat(5_000));
        assertEquals(1, filter.faults().size());
        assertEquals(Query.EVERYTHING, filter.query());
    }
}
