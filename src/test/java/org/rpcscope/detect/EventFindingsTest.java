package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.LogEvent;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Weights;

class EventFindingsTest {

    private static final long SECOND = Observed.SECOND;
    private static final EventKind SERVICE = new EventKind(null, "windows", "system", "7045", "Service installed");
    private static final EventKind CLEARED = new EventKind(null, "windows", "security", "1102", "Log cleared");

    private final Pools pools = new Pools();
    private final List<Rule> on = BundledRules.load().stream()
            .filter(BundledRule::enabledByDefault)
            .map(BundledRule::rule)
            .toList();
    private final EventRules rules = new EventRules(on, BundledRules.correlations(on), _ -> true);

    @Test
    void matchesAreToldInTheOrderOfTimeAndSilentRulesAreNot() {
        ObservationTable log = table(7);
        log.events().add(cleared(30, "DC-01"));
        log.events().add(service(10, "WS-042", "C:\\agent.exe"));
        log.events().add(service(20, "WS-042", "%COMSPEC% /c dir"));
        log.end();
        assertEquals(
                List.of(
                        "20 Service Installed That Starts a Shell or a File of a Share WS-042",
                        "30 Security Log Cleared DC-01"),
                told(List.of(log)));
    }

    @Test
    void aServiceAfterOutboundRpcIsToldOfTheSameHostAlone() {
        ObservationTable capture = table(1);
        new Observed("10.0.4.2", "81.2.69.142", 135, Evidence.SYN | Evidence.SYN_ACK).append(capture, 50000);
        new Observed("10.0.4.3", "81.2.69.142", 135, Evidence.SYN).append(capture, 50000);
        capture.end();
        ObservationTable log = table(2);
        log.events().names().add("ws-042.corp.example", address("10.0.4.2"));
        log.events().add(service(600, "WS-042.corp.example", "C:\\agent.exe"));
        log.events().add(service(601, "WS-099", "C:\\agent.exe"));
        log.events().add(service(9000, "WS-042", "C:\\agent.exe")); // more than an hour later
        log.end();
        List<String> expected = List.of("600 Outbound RPC, Then a Service Installed on the Same Host"
                + " WS-042.corp.example {rpcscope.host=ws-042}");
        assertEquals(expected, told(List.of(capture, log)));
        assertEquals(expected, told(List.of(log, capture)), "in any order of the inputs");
    }

    @Test
    void aServiceBeforeTheSessionIsNone() {
        ObservationTable log = table(2);
        log.events().names().add("ws-042", address("10.0.4.2"));
        log.events().add(service(0, "WS-042", "C:\\agent.exe"));
        new Observed("10.0.9.9", "10.0.9.8", 445, Evidence.SYN).append(log, 50000);
        new Observed("10.0.4.2", "81.2.69.142", 135, Evidence.SYN).append(log, 50000); // in second 1
        log.end();
        assertEquals(List.of(), told(List.of(log)));
    }

    @Test
    void aHostThatOnlyAnAddressIsKnownOfIsFoundByIt() {
        ObservationTable log = table(2);
        new Observed("10.0.4.2", "81.2.69.142", 135, Evidence.SYN).append(log, 50000);
        log.events()
                .add(new LogEvent(
                        5 * SECOND, null, address("10.0.4.2"), null, null, SERVICE, "", 3, installed("C:\\agent.exe")));
        log.end();
        assertEquals(
                List.of("5 Outbound RPC, Then a Service Installed on the Same Host null {rpcscope.host=10.0.4.2}"),
                told(List.of(log)));
    }

    @Test
    void whatCorrelationsOffFindIsNotTold() {
        EventRules quiet = new EventRules(
                on, BundledRules.correlations(on), info -> !info.title().contains("Service"));
        ObservationTable log = new ObservationTable(new Input("log", "test", 4), pools, quiet);
        new Observed("10.0.4.2", "81.2.69.142", 135, Evidence.SYN).append(log, 50000);
        log.events().names().add("ws-042", address("10.0.4.2"));
        log.events().add(service(600, "WS-042", "C:\\agent.exe"));
        log.end();
        assertEquals(List.of(), told(List.of(log), quiet));
    }

    @Test
    void namesAndAddressesBelongTogetherUnlessSeveralHostsHadOne() {
        ObservationTable log = table(3);
        log.events().names().add("WS-042.corp.example", address("10.0.4.2"));
        log.events().names().add("ws-042", address("10.0.4.9"));
        log.events().names().add("ws-077", address("10.0.4.9"));
        log.end();
        HostIdentities identities = HostIdentities.of(List.of(log));
        assertEquals("ws-042", identities.key(null, address("10.0.4.2")));
        assertEquals("10.0.4.9", identities.key(null, address("10.0.4.9")));
        assertEquals("ws-042", identities.key("WS-042.other.example", null));
        assertEquals("ws-042", identities.key("10.0.4.2", null));
        assertEquals(Set.of(address("10.0.4.2"), address("10.0.4.9")), identities.addresses("WS-042"));
        assertEquals(Set.of("ws-042", "ws-077"), identities.names(address("10.0.4.9")));
        assertEquals(Set.of(), identities.names(address("10.0.4.1")));
    }

    private List<String> told(List<ObservationTable> tables) {
        return told(tables, rules);
    }

    private List<String> told(List<ObservationTable> tables, EventRules by) {
        Detection detection = new Detector(pools, on, Networks.defaults(), Weights.defaults()).run(tables);
        List<String> told = new ArrayList<>();
        for (EventFinding finding : EventFindings.of(tables, by, List.of(detection))) {
            String correlated = finding.correlated() == null
                    ? ""
                    : " " + finding.correlated().group();
            told.add(finding.time() / SECOND + " " + finding.rule().title() + " " + finding.host() + correlated);
        }
        return Collections.unmodifiableList(told);
    }

    private ObservationTable table(long fingerprint) {
        return new ObservationTable(new Input("input " + fingerprint, "test", fingerprint), pools, rules);
    }

    private static LogEvent service(long second, String host, String path) {
        return event(second, host, SERVICE, installed(path));
    }

    private static Map<String, Object> installed(String path) {
        return Map.of("EventID", 7045, "Provider_Name", "Service Control Manager", "ImagePath", path);
    }

    private static LogEvent cleared(long second, String host) {
        return event(second, host, CLEARED, Map.of("EventID", 1102, "Provider_Name", "Microsoft-Windows-Eventlog"));
    }

    private static LogEvent event(long second, @Nullable String host, EventKind kind, Map<String, Object> fields) {
        return new LogEvent(second * SECOND, host, null, null, null, kind, "", second, fields);
    }

    private static IpAddress address(String text) {
        IpAddress address = IpAddress.parse(text);
        assertNotNull(address, text);
        return address;
    }
}
