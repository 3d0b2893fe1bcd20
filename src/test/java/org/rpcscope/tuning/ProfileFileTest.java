package org.rpcscope.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFileTest {

    @Test
    void aProfileComesBackAsItWas() {
        Profile profile = new Profile(
                List.of(
                        new NetworkEntry("10.0.0.0/8", false, "a \"comment\""),
                        new NetworkEntry("not a network", true, "")),
                List.of(new NetworkEntry("2001:db8::/32", true, "lab")),
                List.of(new NetworkEntry("198.51.100.0/24", true, "payroll", "Contoso")),
                List.of(new Dismissal("internal", "192.0.2.0/24", "a scanner of ours")),
                Map.of("8d5f5b1c-7a7e-4b39-b21c-2f5f1d0c3b11", false),
                new Weights(Map.of(Weight.TIER_CONFIRMED, 50, Weight.DESTINATION_MANY_HOSTS, -20)),
                List.of(new ExceptionEntry("title: a\nfilter: \"x\"\n", false), new ExceptionEntry("", true)),
                new Thresholds(Map.of(Threshold.BYTES, 200L, Threshold.PREVALENCE, 1L)));
        assertEquals(new ProfileFile.Valid(profile), ProfileFile.read(ProfileFile.write(profile)));
    }

    @Property(tries = 200)
    void anyTextsComeBack(@ForAll @Size(max = 5) List<String> texts) {
        List<NetworkEntry> entries =
                texts.stream().map(text -> new NetworkEntry(text, true, text)).toList();
        Profile profile = Profile.defaults().withInternal(entries);
        assertEquals(new ProfileFile.Valid(profile), ProfileFile.read(ProfileFile.write(profile)));
    }

    @Property(tries = 200)
    void anyExceptionsComeBack(@ForAll @Size(max = 5) List<String> texts) {
        Profile profile = Profile.defaults()
                .withExceptions(texts.stream()
                        .map(text -> new ExceptionEntry(text, text.length() % 2 == 0))
                        .toList());
        assertEquals(new ProfileFile.Valid(profile), ProfileFile.read(ProfileFile.write(profile)));
    }

    @Test
    void whatMayBeLeftOutHasADefault() {
        String text = """
            {"version": 1, "internal": [{"cidr": "10.0.0.0/8"}], "external": []}
            """;
        Profile expected = Profile.defaults().withInternal(List.of(new NetworkEntry("10.0.0.0/8", true, "")));
        assertEquals(new ProfileFile.Valid(expected), ProfileFile.read(text));
        String newer = text.replace("\"version\": 1", "\"version\": 2");
        assertEquals(new ProfileFile.Valid(expected), ProfileFile.read(newer));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("[]", List.of("a profile is a JSON object")),
                Arguments.of("{}", List.of("the version is missing: this program reads versions up to 2")),
                Arguments.of("{\"version\": 3}", List.of("version 3 is unknown: this program reads versions up to 2")),
                Arguments.of("{\"version\": 0}", List.of("version 0 is unknown: this program reads versions up to 2")),
                Arguments.of(
                        "{\"version\": \"1\"}",
                        List.of("version \"1\" is unknown: this program reads versions up to 2")),
                Arguments.of(
                        """
                        {"version": 2, "internal": [], "external": [], "partner": [{"cidr": "::/0", "owner": 7, "note": ""}],
                         "dismissed": [{"list": "internal"}, {"list": "internal", "cidr": "::/0", "note": 1, "who": ""}]}
                        """,
                        List.of(
                                "the field \"partner[0].note\" is unknown",
                                "partner[0].owner is not a text",
                                "dismissed[0] is not an object with a list and a cidr",
                                "the field \"dismissed[1].who\" is unknown",
                                "dismissed[1].note is not a text")),
                Arguments.of(
                        "{\"version\": 2, \"internal\": [], \"external\": [], \"partner\": 1, \"dismissed\": 1}",
                        List.of("partner is not an array", "dismissed is not an array")),
                Arguments.of(
                        """
                        {"version": 1, "internal": {}, "colour": "red",
                         "external": [3, {"cidr": 1}, {"cidr": "::/0", "enabled": 1, "comment": [], "x": 0}],
                         "rules": {"a": "on"}, "weights": {"tier.confirmed": 101, "tier.sure": 1, "tier.blocked": 1.5}}
                        """,
                        List.of(
                                "the field \"colour\" is unknown",
                                "internal is not an array",
                                "external[0] is not an object",
                                "external[1].cidr is not a text",
                                "the field \"external[2].x\" is unknown",
                                "external[2].enabled is neither true nor false",
                                "external[2].comment is not a text",
                                "rules.a is neither true nor false",
                                "weights.tier.confirmed is not a whole number from -100 to 100",
                                "the field \"weights.tier.sure\" is unknown",
                                "weights.tier.blocked is not a whole number from -100 to 100")),
                Arguments.of(
                        "{\"version\": 1, \"rules\": 3, \"weights\": []}",
                        List.of(
                                "internal is missing: it is an array",
                                "external is missing: it is an array",
                                "rules is not an object",
                                "weights is not an object")),
                Arguments.of(
                        """
                        {"version": 1, "internal": [], "external": [],
                         "exceptions": [1, {}, {"yaml": "a", "enabled": "no", "until": "2026-12-31"}]}
                        """,
                        List.of(
                                "exceptions[0] is not an object",
                                "exceptions[1].yaml is not a text",
                                "the field \"exceptions[2].until\" is unknown",
                                "exceptions[2].enabled is neither true nor false")),
                Arguments.of(
                        "{\"version\": 1, \"internal\": [], \"external\": [], \"exceptions\": {}}",
                        List.of("exceptions is not an array")),
                Arguments.of(
                        """
                        {"version": 2, "internal": [], "external": [],
                         "thresholds": {"min_bytes": 0, "min_packets": 1.5, "min_repeats": "3", "max_hosts": 1e99, "x": 1}}
                        """,
                        List.of(
                                "thresholds.min_bytes is not a whole number from 1 to 1125899906842624",
                                "thresholds.min_packets is not a whole number from 1 to 1125899906842624",
                                "thresholds.min_repeats is not a whole number from 1 to 1125899906842624",
                                "thresholds.max_hosts is not a whole number from 1 to 1125899906842624",
                                "the field \"thresholds.x\" is unknown")),
                Arguments.of(
                        "{\"version\": 2, \"internal\": [], \"external\": [], \"thresholds\": 3}",
                        List.of("thresholds is not an object")),
                Arguments.of(" ".repeat(ProfileFile.LONGEST + 1), List.of("the profile is longer than 8 MB")));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String text, List<String> reasons) {
        assertEquals(new ProfileFile.Faulty(reasons), ProfileFile.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"version\": 1} x",
                "{\"version\": 1, \"version\": 1}",
                "null",
                "{\"version\": 1e99999999, \"internal\": []}",
                "\u0000"
            })
    void whatIsNoJsonIsRefusedAndNotThrown(String text) {
        assertInstanceOf(ProfileFile.Faulty.class, ProfileFile.read(text));
    }

    @Test
    void aDeepTextIsRefused() {
        String text = "{\"version\": 1, \"internal\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertInstanceOf(ProfileFile.Faulty.class, ProfileFile.read(text));
    }

    @Property(tries = 300)
    void noTextIsThrownBack(@ForAll String text) {
        assertInstanceOf(ProfileFile.Faulty.class, ProfileFile.read(text));
    }
}
