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
        return Query.All.of(Arrays.asList(parts));
    }

    private static Query any(Query... parts) {
        return new Query.Any(Arrays.asList(parts));
    }

    private static Query not(Query part) {
        return new Query.Not(part);
    }

    private static ValueTest network(String text) {
        return new ValueTests.InNetwork(((Cidr.Valid) Cidr.parse(text)).cidr());
    }

    private static ValueTest ports(int from, int to) {
        return new ValueTests.Between(from, to);
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
                "a or | 2 | 4 | nothing stands behind or",
                "or a | 0 | 2 | nothing stands before or",
                "a and or b | 2 | 5 | nothing stands behind and",
                "and a | 0 | 3 | nothing stands before and",
                "a () | 2 | 3 | nothing stands in the parentheses",
                "a) b | 1 | 2 | no parenthesis is open here",
                "(a not) b | 3 | 6 | a value is missing after not",
                "score:high | 6 | 10 | \"high\" is neither a number nor a comparison",
                "bytes:10x | 6 | 9 | \"10x\" is neither a number nor a comparison",
                "bytes>=ten | 5 | 10 | \">=ten\" is neither a number nor a comparison",
                "time:2024-13 | 5 | 12 | \"2024-13\" is neither a time nor a range",
                "time:2024-06-02..2024-06-01 | 5 | 27 | \"2024-06-02..2024-06-01\" is neither a time nor a range",
                "time:.. | 5 | 7 | \"..\" is neither a time nor a range",
                "duration:5y | 9 | 11 | \"5y\" is neither a duration",
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

    @ParameterizedTest
    @ValueSource(strings = {"port:1 port:2 or port:3", "port:1 and port:2 || port:3", "(port:1 port:2)or port:3"})
    void orBindsLooserThanAnd(String text) {
        assertEquals(any(all(port(1), port(2)), port(3)), query(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port:1 (port:2 or port:3)",
                "port:1 && (port:2 OR (port:3))",
                "port:1 (port:2 or port:3",
                "(((port:1) (port:2 or port:3"
            })
    void parenthesesHoldTermsTogetherAndAreClosedByTheEnd(String text) {
        assertEquals(all(port(1), any(port(2), port(3))), query(text));
    }

    @Test
    void aParenthesisIsTurnedRoundAndStandsInTexts() {
        assertEquals(not(any(port(1), port(2))), query("-(port:1 or port:2)"));
        assertEquals(not(any(port(1), port(2))), query("not (port:1 or port:2)"));
        assertEquals(any(port(1), port(2)), query("!!(port:1 or port:2)"));
        assertEquals(term(Field.RULE, part("rpc(zeek)")), query("rule:rpc(zeek)"));
    }

    @Test
    void deepNestingIsAFaultAndNoOverflow() {
        Filter filter = Filter.parse("(".repeat(9_000) + "a");
        assertEquals(1, filter.faults().size());
        assertEquals(
                "more than 100 parentheses stand in each other",
                filter.faults().getFirst().reason());
        assertEquals(1, Filter.parse("-".repeat(9_000) + "a").faults().size());
    }

    @ParameterizedTest
    @CsvSource({
        "port>1024, PORT, 1025, MAX",
        "port:>=1024, PORT, 1024, MAX",
        "port<=1024, PORT, MIN, 1024",
        "port=135, PORT, 135, 135",
        "port:49152..65535, PORT, 49152, 65535",
        "score>=50, SCORE, 50, MAX",
        "score:..50, SCORE, MIN, 50",
        "bytes:>10k, BYTES, 10001, MAX",
        "src.bytes:1.5MiB, SOURCE_BYTES, 1572864, 1572864",
        "packets:5..20, PACKETS, 5, 20",
        "duration:>1m30s, DURATION, 90000000001, MAX",
        "duration:<2.5, DURATION, MIN, 2499999999",
        "time:1970, TIME, 0, 31535999999999999",
        "time:1970-02, TIME, 2678400000000000, 5097599999999999",
        "time:1970-01-02, TIME, 86400000000000, 172799999999999",
        "time:1970-01-01T01, TIME, 3600000000000, 7199999999999",
        "time:1970-01-01T00:01Z, TIME, 60000000000, 119999999999",
        "time:1970-01-01T00:00:01, TIME, 1000000000, 1999999999",
        "time:1970-01-01T00:00:01.25, TIME, 1250000000, 1259999999",
        "time:>1970-01-01, TIME, 86400000000000, MAX",
        "time:1970-01-01..1970-01-02T12, TIME, 0, 133199999999999"
    })
    void numbersAndTimesAreComparedAndSpanRanges(String text, Field field, String from, String to) {
        assertEquals(term(field, new ValueTests.Between(bound(from), bound(to))), query(text));
    }

    private static long bound(String text) {
        return switch (text) {
            case "MIN" -> Long.MIN_VALUE;
            case "MAX" -> Long.MAX_VALUE;
            default -> Long.parseLong(text);
        };
    }

    @Test
    void aTextWithAStarIsAPatternUnlessItIsQuoted() {
        assertEquals(term(Field.USER, new ValueTests.Matches("lab\\*")), query("user:LAB\\*"));
        assertEquals(term(Field.USER, part("lab\\*")), query("user:\"LAB\\*\""));
        assertEquals(term(Field.ANYTHING, new ValueTests.Matches("svc?tl")), query("svc?tl"));
    }

    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "a*, abc, true",
        "*c, abc, true",
        "*b*, abc, true",
        "a?c, ABC, true",
        "a?c, ac, false",
        "a*b*c, aXbYbZc, true",
        "a*b, abc, false",
        "?, '', false",
        "***a, bba, true",
        "ab, abc, false"
    })
    void aPatternIsOfTheWholeText(String pattern, String text, boolean matches) {
        assertEquals(matches, ValueTests.Matches.of(pattern).text(text));
    }

    private static Query port(int number) {
        return term(Field.PORT, ports(number, number));
    }

    @Test
    void aPastedPageIsRefusedWhole() {
        Filter filter = Filter.parse("word ".repeat(5_000));
        assertEquals(1, filter.faults().size());
        assertEquals(Query.EVERYTHING, filter.query());
    }
}
