package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BundledRulesTest {

    /** Those about sessions; {@link BundledEventRulesTest} is about the others. */
    private final List<BundledRule> rules = BundledRules.load().stream()
            .filter(bundled -> SessionRouting.answers(bundled.rule().logSource()))
            .toList();

    @Test
    void fourAreAboutSessionsAndTheOneForInboundIsOff() {
        assertEquals(
                Map.of(
                        "Detect Outbound RPC Traffic", true,
                        "Detect Outbound RPC Traffic (Zeek)", true,
                        "Outbound DCE/RPC on Any Port", true,
                        "RPC From an External Address", false),
                titles());
    }

    @Test
    void theseCanBeReadAloneSinceNoCorrelationKeepsOneSilent() {
        assertEquals(rules, BundledRules.ofSessions());

        List<Rule> all = BundledRules.load().stream().map(BundledRule::rule).toList();
        List<Rule> silent = BundledRules.correlations(all).stream()
                .filter(correlation -> !correlation.rule().generate())
                .flatMap(correlation -> correlation.sources().stream())
                .filter(Correlation.Matches.class::isInstance)
                .map(source -> ((Correlation.Matches) source).rule())
                .toList();
        assertEquals(3, silent.size());
        assertTrue(silent.stream().noneMatch(rule -> SessionRouting.answers(rule.logSource())));
    }

    @Test
    void eachIsSaidWhole() {
        Set<String> ids = new HashSet<>();
        for (BundledRule bundled : rules) {
            RuleInfo info = bundled.rule().info();
            assertEquals(4, UUID.fromString(info.id()).version(), info.id());
            assertTrue(ids.add(info.id()), info.id());
            assertEquals(Level.HIGH, info.level());
            assertEquals("RPC Scope", info.author());
            assertTrue(info.tags().contains("attack.initial-access"), info.title());
            assertTrue(info.tags().contains("attack.t1190"), info.title());
            assertTrue(info.references().stream().allMatch(each -> each.startsWith("https://")), info.title());
            assertTrue(!info.description().isBlank() && !info.falsePositives().isEmpty(), info.title());
            assertTrue(info.yaml().contains("id: " + info.id()), info.title());
        }
    }

    @Test
    void outboundSessionsToPort135AreFlaggedUnlessTheyAreUdp() {
        Map<String, Object> session = session("outbound", "tcp", 135);
        assertEquals(List.of("Detect Outbound RPC Traffic", "Detect Outbound RPC Traffic (Zeek)"), matching(session));
        assertEquals(List.of(), matching(session("outbound", "udp", 135)));
        assertEquals(List.of(), matching(session("outbound", "tcp", 445)));
    }

    @Test
    void outboundDceRpcIsFlaggedOnAnyPortAndTransport() {
        Map<String, Object> seen = session("outbound", "udp", 50_000);
        seen.put("network.protocol", "dce_rpc");
        seen.put("rpcscope.service", "dce_rpc");
        assertEquals(List.of("Detect Outbound RPC Traffic (Zeek)", "Outbound DCE/RPC on Any Port"), matching(seen));
        Map<String, Object> named = session("outbound", "tcp", 50_000);
        named.put("rpcscope.service", "gssapi,dce_rpc,ntlm");
        assertEquals(List.of("Detect Outbound RPC Traffic (Zeek)"), matching(named));
    }

    @Test
    void otherDirectionsAreNotFlaggedAndInboundIsByItsOwnRule() {
        assertEquals(List.of("RPC From an External Address"), matching(session("inbound", "tcp", 135)));
        for (String direction : List.of("internal", "external", "unknown")) {
            Map<String, Object> session = session(direction, "tcp", 135);
            session.put("network.protocol", "dce_rpc");
            assertEquals(List.of(), matching(session), direction);
        }
    }

    private Map<String, Boolean> titles() {
        Map<String, Boolean> titles = new HashMap<>();
        rules.forEach(rule -> titles.put(rule.rule().info().title(), rule.enabledByDefault()));
        return titles;
    }

    private List<String> matching(Map<String, Object> session) {
        return rules.stream()
                .map(BundledRule::rule)
                .filter(rule -> PlainEvaluator.matches(rule.expression(), session))
                .map(rule -> rule.info().title())
                .toList();
    }

    private static Map<String, Object> session(String direction, String transport, int port) {
        Map<String, Object> session = new HashMap<>();
        session.put("network.direction", direction);
        session.put("network.transport", transport);
        session.put("destination.port", port);
        session.put("rpcscope.initiated", "true");
        return session;
    }
}
