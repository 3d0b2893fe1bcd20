package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Reason;
import org.rpcscope.net.Zone;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.Expression;
import org.rpcscope.sigma.Level;
import org.rpcscope.sigma.LogSource;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.SessionRouting;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Weight;
import org.rpcscope.tuning.Weights;

class DetectorTest {

    private static final int REAL =
            Evidence.SYN | Evidence.SYN_ACK | Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD | Evidence.DCE_RPC;
    private static final int OPEN =
            Evidence.SYN | Evidence.SYN_ACK | Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD;
    private static final int REFUSED = Evidence.SYN | Evidence.REFUSED;

    private static final List<Observed> DAY = List.of(
            new Observed("10.1.2.3", "45.148.10.77", 135, REAL),
            new Observed("10.1.2.3", "45.148.10.77", 49664, REAL),
            new Observed("10.1.2.3", "10.9.9.9", 135, REAL),
            new Observed("10.1.2.3", "224.0.0.1", 135, Evidence.SYN),
            new Observed("10.1.2.4", "45.148.10.77", 443, OPEN),
            new Observed("45.148.10.77", "10.1.2.3", 135, REAL),
            new Observed("172.16.0.1", "8.8.8.8", 135, Evidence.SYN),
            new Observed("172.16.0.1", "8.8.4.4", 135, REFUSED),
            new Observed("172.16.0.1", "8.8.8.8", 135, Evidence.UDP),
            new Observed("203.0.114.5", "8.8.8.8", 135, OPEN),
            new Observed("fd00::1", "64:ff9b::2d94:a4d", 135, OPEN));

    private final Pools pools = new Pools();
    private final ObservationTable day = Observed.table(pools, 1, DAY);
    private final Detector detector = new Detector(pools, bundled(), Networks.defaults(), Weights.defaults());

    private static List<Rule> bundled() {
        return BundledRules.load().stream()
                .filter(BundledRule::enabledByDefault)
                .map(BundledRule::rule)
                .filter(rule -> SessionRouting.answers(rule.logSource()))
                .toList();
    }

    private static Networks with(String... internal) {
        return Profile.defaults()
                .withInternal(Arrays.stream(internal)
                        .map(cidr -> new NetworkEntry(cidr, true, ""))
                        .toList())
                .networks(1);
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    @Test
    void whatGoesFromInsideToOutsideIsFlagged() {
        Detection detection = detector.run(List.of(day));
        assertEquals(List.of(0, 1, 6, 7, 10), list(detection.flaggedSessions()));
        assertEquals(5, detection.flaggedCount());
        assertEquals(List.of(2, 1, 1, 1), list(detection.countsByTier()));
        assertEquals(List.of(true, false), List.of(detection.flagged(1), detection.flagged(2)));
        assertEquals(
                List.of(
                        Direction.OUTBOUND,
                        Direction.OUTBOUND,
                        Direction.INTERNAL,
                        Direction.UNKNOWN,
                        Direction.OUTBOUND,
                        Direction.INBOUND,
                        Direction.OUTBOUND,
                        Direction.OUTBOUND,
                        Direction.OUTBOUND,
                        Direction.EXTERNAL,
                        Direction.OUTBOUND),
                IntStream.range(0, DAY.size()).mapToObj(detection::direction).toList());
    }

    @Test
    void aFindingSaysWhy() {
        Detection detection = detector.run(List.of(day));
        List<Rule> rules = bundled();
        Score score = new Score(
                73,
                List.of(
                        new ScorePoint("tier.confirmed", "DCE/RPC itself was seen", 30),
                        new ScorePoint(
                                "level.high",
                                "rule \"" + rules.getFirst().info().title() + "\" is of level high",
                                15),
                        new ScorePoint(
                                "stage.lateral_movement",
                                "RPC went on to an internal host that had not been spoken to before",
                                12),
                        new ScorePoint("endpoint_mapper", "the endpoint mapper's port, TCP 135", 4),
                        new ScorePoint("destination.few_hosts", "2 internal hosts talk to 45.148.10.77", 4),
                        new ScorePoint("destination.first_seen", "no internal host talked to 45.148.10.77 before", 3),
                        new ScorePoint("payload.both_ways", "payload both ways", 5)));
        Finding expected = new Finding(
                detection.sessions().session(0),
                Direction.OUTBOUND,
                new Reason(Zone.INTERNAL, "10.0.0.0/8", "list \"internal\", default (RFC 1918)"),
                new Reason(Zone.EXTERNAL, null, "in no list, globally reachable"),
                rules,
                score,
                List.of(),
                List.of(Stage.CONNECTION, Stage.LATERAL_MOVEMENT),
                null);
        assertEquals(expected, detection.finding(0));
        assertEquals(73, detection.score(0));
    }

    @Test
    void aPartnerIsStillFlaggedAndTheScoreSaysThatItIsKnown() {
        int before = detector.run(List.of(day)).finding(0).score().total();
        detector.networks(Profile.defaults()
                .withPartner(List.of(new NetworkEntry("45.148.10.0/24", true, "payroll", "Contoso")))
                .networks(1));
        Detection detection = detector.run(List.of(day));
        assertEquals(List.of(0, 1, 6, 7, 10), list(detection.flaggedSessions()));
        Finding finding = detection.finding(0);
        assertEquals(
                List.of(new ScorePoint("partner", "known partner: Contoso, payroll, in 45.148.10.0/24", -15)),
                finding.score().evidence().stream()
                        .filter(point -> point.points() < 0)
                        .toList());
        assertEquals(
                List.of(before - 15, before - 15, "partner: Contoso, payroll (line 1)"),
                List.of(
                        finding.score().total(),
                        detection.score(0),
                        finding.destinationZone().text()));
    }

    @Test
    void aRuleMayNamePartners() {
        detector.rules(List.of(Rules.rule(
                "Unknown",
                Level.HIGH,
                Rules.and(Rules.OUTBOUND, Rules.item("rpcscope.destination_partner", "false")))));
        detector.run(List.of(day));
        detector.networks(Profile.defaults()
                .withPartner(List.of(new NetworkEntry("45.148.10.0/24", true, "")))
                .networks(1));
        assertEquals(List.of(6, 7, 8), list(detector.run(List.of(day)).flaggedSessions()));
    }

    @Test
    void whatIsNotFlaggedHasADirectionAndNoScore() {
        Detection detection = detector.run(List.of(day));
        Finding expected = new Finding(
                detection.sessions().session(2),
                Direction.INTERNAL,
                new Reason(Zone.INTERNAL, "10.0.0.0/8", "list \"internal\", default (RFC 1918)"),
                new Reason(Zone.INTERNAL, "10.0.0.0/8", "list \"internal\", default (RFC 1918)"),
                List.of(),
                Score.NONE,
                List.of(),
                List.of(Stage.CONNECTION, Stage.LATERAL_MOVEMENT),
                null);
        assertEquals(expected, detection.finding(2));
        assertEquals(0, detection.score(2));
    }

    @Test
    void theHighestScoreComesFirstAndOfEqualOnesTheEarlier() {
        Detection detection = detector.run(List.of(day));
        assertEquals(List.of(0, 1, 10, 6, 7), list(detection.flaggedByScore()));
        assertEquals(
                List.of(73, 66, 55, 40, 35),
                Arrays.stream(detection.flaggedByScore())
                        .mapToObj(detection::score)
                        .toList());
    }

    @Test
    void attemptsThatAreRepeatedCountMore() {
        Observed attempt = new Observed("10.1.2.3", "45.148.10.77", 135, Evidence.SYN);
        ObservationTable table = Observed.table(pools, 2, List.of(attempt, attempt, attempt));
        List<ScorePoint> evidence =
                detector.run(List.of(table)).finding(0).score().evidence();
        assertEquals(new ScorePoint("repeated_attempts", "tried 3 times without an answer", 5), evidence.getLast());
    }

    @Test
    void weightsOfTheProfileCount() {
        Detection before = detector.run(List.of(day));
        detector.weights(new Weights(Map.of(Weight.TIER_CONFIRMED, 1)));
        Detection after = detector.run(List.of(day));
        assertEquals(List.of(73, 44), List.of(before.score(0), after.score(0)));
    }

    @Test
    void aMovedBoundaryAddsAndRemoves() {
        Detection detection = detector.run(List.of(day));
        Networks next = with("10.1.0.0/16", "203.0.114.0/24", "fc00::/7");
        Effect effect = detection.whatIf(next);
        assertEquals(List.of(9), list(effect.addedSessions()));
        assertEquals(List.of(6, 7), list(effect.removedSessions()));
        assertEquals(List.of(1, 2), List.of(effect.added(), effect.removed()));
        assertEquals(List.of(0, 1, 0, 0), list(effect.addedByTier()));
        assertEquals(List.of(0, 0, 1, 1), list(effect.removedByTier()));
        assertEquals(List.of(0, 1, 6, 7, 10), list(detection.flaggedSessions()));
        detector.networks(next);
        assertEquals(List.of(0, 1, 9, 10), list(detector.run(List.of(day)).flaggedSessions()));
    }

    @Test
    void anAddressWithinAnAddressMovesWithIt() {
        Detection detection = detector.run(List.of(day));
        Effect effect = detection.whatIf(with("10.0.0.0/8", "172.16.0.0/12", "fc00::/7", "45.148.10.77"));
        assertEquals(List.of(0, 1, 10), list(effect.removedSessions()));
    }

    @Test
    void otherRulesFlagOtherSessions() {
        detector.run(List.of(day));
        detector.rules(List.of(Rules.rule("udp", Level.LOW, Rules.and(Rules.item("network.transport", "udp")))));
        assertEquals(List.of(8), list(detector.run(List.of(day)).flaggedSessions()));
        detector.rules(bundled());
        assertEquals(List.of(0, 1, 6, 7, 10), list(detector.run(List.of(day)).flaggedSessions()));
    }

    @Test
    void rulesAboutOtherThingsThanSessionsAreLeftAside() {
        Rule about = Rules.rule("all", Level.LOW, new Expression.Always(true));
        Rule process = new Rule(about.info(), new LogSource("process_creation", "windows", null), about.expression());
        detector.rules(List.of(process));
        assertEquals(0, detector.run(List.of(day)).flaggedCount());
        detector.rules(List.of(about));
        assertEquals(DAY.size(), detector.run(List.of(day)).flaggedCount());
    }

    @Test
    void aRuleMayAskForTheZonesThemselves() {
        detector.rules(List.of(Rules.rule(
                "to special",
                Level.LOW,
                Rules.and(
                        Rules.item("rpcscope.source_zone", "internal"),
                        Rules.not(Rules.or(
                                Rules.item("rpcscope.destination_zone", "internal"),
                                Rules.item("rpcscope.destination_zone", "external")))))));
        assertEquals(List.of(3), list(detector.run(List.of(day)).flaggedSessions()));
    }

    @Test
    void aLogAndACaptureOfOneConnectionAreJudgedTogether() {
        // The log took the server for the client; the capture saw the handshake, but no RPC.
        ObservationTable capture = Observed.table(
                pools, 1, List.of(new Observed("10.1.2.3", "45.148.10.77", 49664, OPEN | Evidence.DIRECTION_KNOWN)));
        ObservationTable log = Observed.open(pools, 2);
        new Observed("45.148.10.77", "10.1.2.3", 50000, Evidence.DCE_RPC).append(log, 49664);
        log.end();
        Detection detection = detector.run(List.of(log, capture));
        assertEquals(1, detection.sessions().count());
        assertEquals(List.of(0), list(detection.flaggedSessions()));
        assertEquals(Direction.OUTBOUND, detection.direction(0));
    }

    @Test
    void rowsAreFlaggedWhileTheyAreRead() {
        ObservationTable growing = Observed.open(pools, 2);
        assertEquals(0, detector.run(List.of(day, growing)).sessions().count() - DAY.size());
        new Observed("10.7.7.7", "45.148.10.77", 4444, OPEN).append(growing, 1);
        growing.publish();
        assertEquals(5, detector.run(List.of(day, growing)).flaggedCount());
        growing.see(0, 5, Evidence.DCE_RPC);
        growing.touch(0);
        growing.publish();
        assertEquals(6, detector.run(List.of(day, growing)).flaggedCount());
        growing.end();
        assertEquals(6, detector.run(List.of(day, growing)).flaggedCount());
        assertEquals(1, detector.run(List.of(growing)).flaggedCount());
        assertEquals(0, detector.run(List.of()).flaggedCount());
    }

    @Test
    void nothingIsFlaggedWhereNothingIsOpen() {
        Detection none = Detection.none(Networks.defaults());
        assertEquals(
                List.of(0, 0, 0), List.of(none.sessions().count(), none.flaggedCount(), none.flaggedByScore().length));
        assertEquals(0, none.whatIf(with("10.0.0.0/9")).added());
    }

    @Test
    void aLineCoversHostsAndSessions() {
        List<Cidr> lines = List.of(
                cidr("10.0.0.0/8"), cidr("10.1.2.3/32"), cidr("45.0.0.0/8"), cidr("192.168.0.0/16"), cidr("::/0"));
        assertEquals(
                List.of(
                        new Coverage(3, 6, 2),
                        new Coverage(1, 5, 2),
                        new Coverage(2, 5, 3),
                        new Coverage(0, 0, 0),
                        new Coverage(1, 1, 1)),
                Coverage.of(detector.run(List.of(day)), lines, new Progress()));
    }

    private static Cidr cidr(String text) {
        return ((Cidr.Valid) Cidr.parse(text)).cidr();
    }
}
