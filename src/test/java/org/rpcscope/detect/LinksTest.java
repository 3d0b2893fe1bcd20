package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.CommunityId;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.Weights;

class LinksTest {

    private static final String SERVER = "45.148.10.77";
    private static final double HOUR = 3600;

    private final Pools pools = new Pools();
    private final Detector detector = new Detector(
            pools,
            BundledRules.load().stream()
                    .filter(BundledRule::enabledByDefault)
                    .map(BundledRule::rule)
                    .toList(),
            Networks.defaults(),
            Weights.defaults());

    private Detection run(Spoken... rows) {
        return detector.run(List.of(Spoken.table(pools, 1, List.of(rows))));
    }

    /** The source ports of those who announced each session's port, 0 for nobody. */
    private static List<Integer> announcers(Detection detection) {
        return IntStream.range(0, detection.sessions().count())
                .map(session -> detection.links(session).announcer())
                .mapToObj(session -> session < 0
                        ? 0
                        : detection.sessions().session(session).ends().sourcePort())
                .toList();
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static String communityId(String client, int clientPort, String server, int port) {
        return CommunityId.v1(address(client), clientPort, address(server), port, 6);
    }

    private static IpAddress address(String text) {
        return Objects.requireNonNull(IpAddress.parse(text));
    }

    private static Spoken asks(int sourcePort, double start, @Nullable String address, int... ports) {
        return Spoken.asks("10.1.2.3 " + sourcePort, SERVER, start, address, ports);
    }

    private static Spoken follows(int sourcePort, int port, double start) {
        return Spoken.quiet("10.1.2.3 " + sourcePort, SERVER + " " + port, start);
    }

    @Test
    void aPortThatTheServerAnnouncedIsLearnedHoweverItNamesItself() {
        List<@Nullable String> names = Arrays.asList("0.0.0.0", "::", SERVER, "192.168.7.7", null);
        for (String named : names) {
            Detection detection = run(asks(1, 0, named, 49154), follows(2, 49154, 5), follows(3, 49155, 5));
            assertEquals(List.of(0, 1, 0), announcers(detection), String.valueOf(named));
            assertEquals(communityId("10.1.2.3", 1, SERVER, 135), detection.learnedFrom(1));
            assertEquals(detection.learnedFrom(1), detection.finding(1).learnedFrom());
        }
    }

    @Test
    void anAnnouncedAddressElsewhereCounts() {
        Detection detection =
                run(asks(1, 0, "45.148.10.99", 49154), Spoken.quiet("10.1.2.3 2", "45.148.10.99 49154", 5));
        assertEquals(List.of(0, 1), announcers(detection));
    }

    @Test
    void whatIsLearnedIsFlaggedThoughNobodySawRpcInIt() {
        Detection detection = run(asks(1, 0, "0.0.0.0", 49154), follows(2, 49154, 5), follows(3, 443, 5));
        assertEquals(List.of(0, 1), list(detection.flaggedSessions()));
        assertEquals(
                List.of("Outbound DCE/RPC on Any Port"),
                detection.rules(1).stream().map(rule -> rule.info().title()).toList());
    }

    @Test
    void theLatestThatTheSameClientAskedIsMeantElseTheLatestOfAny() {
        Spoken other = Spoken.asks("10.9.9.9 4", SERVER, 3, "0.0.0.0", 49154);
        Detection detection = run(
                asks(1, 0, "0.0.0.0", 49154),
                asks(2, 2, "0.0.0.0", 49154, 49154),
                other,
                follows(5, 49154, 4),
                Spoken.quiet("10.8.8.8 6", SERVER + " 49154", 4));
        assertEquals(List.of(0, 0, 0, 2, 4), announcers(detection));
    }

    @Test
    void aPortIsAnnouncedFromTheStartOfTheSessionUntilAnHourAfterItsEnd() {
        Detection detection = run(
                follows(9, 49154, 99),
                asks(1, 100, "0.0.0.0", 49154),
                follows(2, 49154, 100),
                follows(3, 49154, 101 + HOUR),
                follows(4, 49154, 102 + HOUR));
        assertEquals(List.of(0, 0, 1, 1, 0), announcers(detection));
    }

    @Test
    void aSessionThatStaysOpenGoesOnAnnouncing() {
        Detection detection = run(
                asks(1, 0, "0.0.0.0", 49154).until(5 * HOUR),
                asks(2, 10, "0.0.0.0", 49154).until(2 * HOUR),
                asks(3, 20, "0.0.0.0", 49154),
                follows(4, 49154, 30),
                follows(5, 49154, 2.5 * HOUR),
                follows(6, 49154, 4 * HOUR),
                follows(7, 49154, 7 * HOUR));
        assertEquals(List.of(0, 0, 0, 3, 2, 1, 0), announcers(detection));
    }

    @Test
    void whereOneAsksAndWhatIsNoTcpNeedsNoAnnouncement() {
        Spoken udp = new Spoken("10.1.2.3 2", SERVER + " 49154", 5, 6, Evidence.UDP, Spoken.announcing("::"));
        Detection detection = run(asks(1, 0, "0.0.0.0", 135, 49154), udp, follows(3, 135, 5));
        assertEquals(List.of(0, 0, 0), announcers(detection));
    }

    @Test
    void nobodyAnnouncesOneself() {
        ObservationTable capture = Spoken.table(
                pools,
                1,
                List.of(new Spoken(
                        "10.1.2.3 1", SERVER + " 49154", 0.5, 2, Spoken.RPC, Spoken.announcing("0.0.0.0", 49154))));
        ObservationTable log = Observed.open(pools, 2);
        Spoken.logged(log, "10.1.2.3 1", SERVER + " 49154", 0.5);
        log.end();
        Detection detection = detector.run(List.of(capture, log));
        assertEquals(List.of(0), announcers(detection));
    }

    @Test
    void aLogWithoutFractionsOfSecondsMayFollowInTheSameSecond() {
        ObservationTable capture = Spoken.table(pools, 1, List.of(asks(1, 7.25, "0.0.0.0", 49154)));
        ObservationTable log = Observed.open(pools, 2);
        Spoken.logged(log, "10.1.2.3 2", SERVER + " 49154", 7.75);
        Spoken.logged(log, "10.1.2.3 3", SERVER + " 49154", 6.75);
        log.end();
        Detection detection = detector.run(List.of(capture, log));
        assertEquals(List.of(0, 1, 0), announcers(detection));
        assertEquals(List.of(1, 2), list(detection.flaggedSessions()));
    }

    @Test
    void anAnnouncerKnowsWhatFollowed() {
        ObservationTable capture = Spoken.table(
                pools, 1, List.of(asks(1, 0, "0.0.0.0", 49154, 49155), follows(2, 49154, 5), follows(3, 49155, 6)));
        ObservationTable log = Observed.open(pools, 2);
        Spoken.logged(log, "10.1.2.3 2", SERVER + " 49154", 5);
        Spoken.logged(log, "10.1.2.3 4", SERVER + " 49154", 9);
        log.end();
        Detection detection = detector.run(List.of(log, capture));
        assertEquals(4, detection.sessions().count());
        assertEquals(List.of(1, 2, 3), list(detection.links(0).announced()));
        assertEquals(SessionLinks.NOBODY, detection.links(0).announcer());
        assertEquals(List.of(), list(detection.links(1).announced()));
        assertEquals(0, detection.links(3).announcer());
    }

    @Test
    void aTableThatIsClosedAnnouncesNoMore() {
        ObservationTable capture = Spoken.table(pools, 1, List.of(asks(1, 0, "0.0.0.0", 49154)));
        ObservationTable other = Spoken.table(pools, 2, List.of(follows(2, 49154, 5)));
        assertEquals(2, detector.run(List.of(capture, other)).flaggedCount());
        Detection alone = detector.run(List.of(other));
        assertEquals(
                List.of(0, 0), List.of(alone.flaggedCount(), announcers(alone).getFirst()));
        assertEquals(2, detector.run(List.of(other, capture)).flaggedCount());
    }
}
