package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Tier;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.Weights;

class HostsTest {

    private final Pools pools = new Pools();
    private final Detector detector = new Detector(
            pools,
            BundledRules.load().stream().map(BundledRule::rule).toList(),
            Networks.defaults(),
            Weights.defaults());

    private List<Host> hosts(Spoken... rows) {
        ObservationTable table = Spoken.table(pools, 1, List.of(rows));
        return Hosts.of(detector.run(List.of(table)), new Progress());
    }

    private static Spoken attempt(String source, String server, double start) {
        return Spoken.quiet(source, server + " 135", start).with(Evidence.SYN);
    }

    private static IpAddress address(String text) {
        return Objects.requireNonNull(IpAddress.parse(text));
    }

    @Test
    void aHostIsTheInternalEndOfItsFlaggedSessions() {
        List<Host> hosts = hosts(
                Spoken.quiet("10.1.2.3 1", "45.148.10.77 135", 10),
                attempt("10.1.2.3 2", "45.148.10.78", 20),
                attempt("10.1.2.3 3", "45.148.10.78", 30),
                Spoken.quiet("91.92.2.88 4", "10.9.9.9 135", 40),
                Spoken.quiet("10.7.7.7 5", "45.148.10.77 443", 50));
        assertEquals(
                List.of(
                        new Host(
                                address("10.1.2.3"),
                                61,
                                List.of(Stage.CONNECTION),
                                List.of(0, 1, 2, 0),
                                Spoken.nanos(10),
                                Spoken.nanos(30),
                                2),
                        new Host(
                                address("10.9.9.9"),
                                54,
                                List.of(Stage.INITIAL_ACCESS, Stage.CONNECTION),
                                List.of(0, 1, 0, 0),
                                Spoken.nanos(40),
                                Spoken.nanos(40),
                                1)),
                hosts);
        assertEquals(
                List.of(3, 2),
                List.of(hosts.getFirst().sessions(), hosts.getFirst().sessions(Tier.ATTEMPT)));
    }

    @Test
    void aThousandAttemptsAtOnePeerCountAsOne() {
        List<Spoken> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(attempt("10.1.2.3 " + i, "45.148.10.78", i));
        }
        List<Host> three = hosts(many.subList(0, 3).toArray(Spoken[]::new));
        assertEquals(
                three.getFirst().score(),
                hosts(many.toArray(Spoken[]::new)).getFirst().score());
    }

    @Test
    void equalOnesAreInOrderOfStagesSessionsAndAddress() {
        Spoken[] rows = {
            attempt("10.0.0.9 1", "45.148.10.79", 1),
            attempt("10.0.0.8 1", "45.148.10.78", 2),
            attempt("10.0.0.7 1", "45.148.10.77", 3),
            attempt("10.0.0.7 2", "45.148.10.77", 4),
        };
        List<String> expected = List.of("10.0.0.7", "10.0.0.8", "10.0.0.9");
        assertEquals(expected, addresses(hosts(rows)));
        List<Spoken> turned = Arrays.asList(rows).reversed();
        assertEquals(expected, addresses(hosts(turned.toArray(Spoken[]::new))));
    }

    @Test
    void nobodyIsRankedWhereNothingIsFlagged() {
        assertEquals(List.of(), hosts());
        assertEquals(List.of(), hosts(Spoken.quiet("10.7.7.7 5", "45.148.10.77 443", 50)));
    }

    private static List<String> addresses(List<Host> hosts) {
        return hosts.stream().map(host -> host.address().toString()).toList();
    }
}
