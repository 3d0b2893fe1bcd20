package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.Networks;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.ExceptionEntry;
import org.rpcscope.tuning.Weights;

class ExceptionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static final String PARTNER = """
        title: A partner's server
        author: Ada
        date: 2026-11-01
        logsource: {category: network_connection, product: windows}
        filter:
            rules: [e19056ef-ab8d-40f1-80c2-2b330361bf02]
            selection: {DestinationIp: 45.148.10.77}
            condition: not selection
        """;

    private static ExceptionEntry on(String yaml) {
        return new ExceptionEntry(yaml, true);
    }

    private static List<Exceptions.State> states(LocalDate day, ExceptionEntry... entries) {
        return Exceptions.of(List.of(entries), day).readings().stream()
                .map(Exceptions.Reading::state)
                .toList();
    }

    @Test
    void anExceptionAppliesUnlessItIsOffExpiredOrFaulty() {
        assertEquals(
                List.of(
                        Exceptions.State.APPLIES,
                        Exceptions.State.OFF,
                        Exceptions.State.APPLIES,
                        Exceptions.State.EXPIRED,
                        Exceptions.State.APPLIES,
                        Exceptions.State.FAULTY),
                states(
                        DAY,
                        on(PARTNER),
                        new ExceptionEntry(PARTNER, false),
                        on(PARTNER + "expires: 2026-11-24\n"),
                        on(PARTNER + "expires: 2026-11-23\n"),
                        on(PARTNER + "expires: 2026-11-23\n---\n" + PARTNER),
                        on(PARTNER + "expires: soon\n")));
    }

    @Test
    void ofSeveralFiltersOnlyThoseThatHaveNotExpiredApply() {
        Exceptions exceptions = Exceptions.of(
                List.of(on(PARTNER + "expires: 2026-11-23\n---\n" + PARTNER.replace("partner", "supplier"))), DAY);
        assertEquals(
                List.of("A supplier's server"),
                exceptions.applying(DAY).stream()
                        .map(filter -> filter.info().title())
                        .toList());
    }

    @Test
    void whatIsNoFilterIsAFault() {
        String rule = "title: R\nlogsource: {category: a}\ndetection: {s: {F: 1}, condition: s}\n";
        String correlation = "---\ntitle: C\ncorrelation: {type: event_count, rules: [r], group-by: [a], timespan: 1m,"
                + " condition: {gte: 2}}\n";
        assertEquals(
                List.of(
                        List.of(
                                "\"R\" is a rule: an exception is a filter",
                                "\"C\" is a correlation: an exception is a filter"),
                        List.of("line 1: there is no filter"),
                        List.of("line 6: the filter does not say which rules it is about")),
                Exceptions.of(
                                List.of(
                                        on(rule + correlation),
                                        on(""),
                                        on(PARTNER.replace(
                                                "rules: [e19056ef-ab8d-40f1-80c2-2b330361bf02]", "a: {b: 1}"))),
                                DAY)
                        .readings()
                        .stream()
                        .map(Exceptions.Reading::faults)
                        .toList());
    }

    @Test
    void whatOneInputKnowsIsExceptedInTheOther() {
        Pools pools = new Pools();
        int capture = Evidence.SYN | Evidence.SYN_ACK | Evidence.DIRECTION_KNOWN;
        ObservationTable seen =
                Observed.table(pools, 1, List.of(new Observed("10.1.2.3", "45.148.10.77", 135, capture)));
        ObservationTable logged =
                Observed.table(pools, 2, List.of(new Observed("10.1.2.3", "45.148.10.77", 135, Evidence.DCE_RPC)));
        List<Rule> rules = BundledRules.load().stream().map(BundledRule::rule).toList();
        FilterRule spoken = Exceptions.of(
                        List.of(on(PARTNER.replace("DestinationIp: 45.148.10.77", "network.protocol: dce_rpc"))), DAY)
                .applying(DAY)
                .getFirst();
        Detector detector = new Detector(pools, rules.subList(0, 1), Networks.defaults(), Weights.defaults());
        assertEquals(List.of(0), flagged(detector.run(List.of(seen, logged))));
        detector.rules(rules.subList(0, 1), List.of(spoken));
        Detection excepted = detector.run(List.of(seen, logged));
        assertEquals(List.of(), flagged(excepted));
        assertEquals(List.of(spoken), excepted.excepted(0));
    }

    private static List<Integer> flagged(Detection detection) {
        return Arrays.stream(detection.flaggedSessions()).boxed().toList();
    }
}
