package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.Weights;

class StagesTest {

    private static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");
    private static final UUID SAMR = UUID.fromString("12345778-1234-abcd-ef00-0123456789ac");
    private static final String SERVER = "45.148.10.77 49154";

    private final Pools pools = new Pools();
    private final Detector detector = new Detector(
            pools,
            BundledRules.load().stream().map(BundledRule::rule).toList(),
            Networks.defaults(),
            Weights.defaults());

    private Detection run(Spoken... rows) {
        return detector.run(List.of(Spoken.table(pools, 1, List.of(rows))));
    }

    private List<Stage> stages(Spoken... rows) {
        return run(rows).stages(0);
    }

    private static Authentication user(@Nullable String name) {
        return new Authentication("ntlm", "privacy", "LAB", name, "WS31", null, Authentication.Outcome.ACCEPTED);
    }

    @Test
    void callsAndAuthenticationsReachTheirStages() {
        Spoken service = Spoken.calls(
                        "10.1.2.3 1", SERVER, 0, Calls.captured(SVCCTL, 15, 1, 0), Calls.captured(SVCCTL, 12, 1, 0))
                .by(user("alice"));
        assertEquals(
                List.of(Stage.CONNECTION, Stage.ENUMERATION, Stage.AUTHENTICATION, Stage.EXECUTION, Stage.PERSISTENCE),
                stages(service));
        assertEquals(
                List.of(Stage.CONNECTION, Stage.ENUMERATION),
                stages(Spoken.calls("10.1.2.3 1", SERVER, 0, Calls.logged("samr", "SamrEnumerateUsersInDomain", 2))));
    }

    @Test
    void whatWasAnsweredByFaultsAloneWasNotReached() {
        assertEquals(
                List.of(Stage.CONNECTION),
                stages(Spoken.calls("10.1.2.3 1", SERVER, 0, Calls.captured(SVCCTL, 12, 2, 2))));
    }

    @Test
    void anAttemptReachesNothing() {
        assertEquals(
                List.of(),
                stages(Spoken.quiet("10.1.2.3 1", "45.148.10.77 135", 0).with(Evidence.SYN)));
    }

    @Test
    void rpcThatComesInFromOutsideIsInitialAccessWhereItIsAnswered() {
        assertEquals(
                List.of(Stage.INITIAL_ACCESS, Stage.CONNECTION), stages(Spoken.calls("91.92.2.88 1", "10.1.2.3 9", 0)));
        assertEquals(
                List.of(Stage.INITIAL_ACCESS, Stage.CONNECTION),
                stages(Spoken.quiet("91.92.2.88 1", "10.1.2.3 135", 0)));
        assertEquals(List.of(Stage.CONNECTION), stages(Spoken.quiet("91.92.2.88 1", "10.1.2.3 443", 0)));
        assertEquals(
                List.of(),
                stages(Spoken.quiet("91.92.2.88 1", "10.1.2.3 135", 0).with(Evidence.SYN)));
    }

    @Test
    void aHostThatThenSpeaksToANewPeerMovesOn() {
        Detection detection = run(
                Spoken.calls("10.1.2.3 1", "10.0.0.1 135", 0), // its domain controller, as ever
                Spoken.calls("10.1.2.3 2", SERVER, 10),
                Spoken.calls("10.1.2.3 3", "10.0.0.1 135", 20),
                Spoken.calls("10.5.5.5 4", SERVER, 25),
                Spoken.calls("10.1.2.3 5", "10.0.0.9 135", 30),
                Spoken.calls("10.1.2.3 6", "10.0.0.9 49154", 31),
                Spoken.calls("10.1.2.3 7", SERVER, 40));
        List<Stage> still = List.of(Stage.CONNECTION);
        List<Stage> moved = List.of(Stage.CONNECTION, Stage.LATERAL_MOVEMENT);
        assertEquals(
                List.of(still, moved, still, still, moved, moved, still),
                IntStream.range(0, 7).mapToObj(detection::stages).toList());
    }

    @Test
    void whatComesADayLaterHasOtherReasons() {
        double day = 24 * 3600;
        Spoken out = Spoken.calls("10.1.2.3 1", SERVER, 0);
        assertEquals(
                2, stages(out, Spoken.calls("10.1.2.3 2", "10.0.0.9 135", day)).size());
        assertEquals(
                1,
                stages(out, Spoken.calls("10.1.2.3 2", "10.0.0.9 135", day + 1)).size());
    }

    @Test
    void aHostThatIsEnteredMovesOnToo() {
        Detection detection =
                run(Spoken.calls("91.92.2.88 1", "10.1.2.3 135", 0), Spoken.calls("10.1.2.3 2", "10.0.0.9 135", 5));
        assertEquals(List.of(Stage.INITIAL_ACCESS, Stage.CONNECTION, Stage.LATERAL_MOVEMENT), detection.stages(0));
        assertEquals(List.of(Stage.CONNECTION, Stage.LATERAL_MOVEMENT), detection.stages(1));
    }

    @Test
    void everyPointIsSaidInWords() {
        Spoken asks = Spoken.asks("10.1.2.3 1", "45.148.10.77", 0, "0.0.0.0", 49154);
        Spoken service = Spoken.calls(
                        "10.1.2.3 2",
                        SERVER,
                        1,
                        Calls.captured(SAMR, 13, 1, 0),
                        Calls.captured(SVCCTL, 12, 1, 0),
                        Calls.captured(SVCCTL, 19, 1, 0))
                .by(user("alice"));
        Detection detection = run(asks, service);
        assertEquals(
                List.of(
                        new ScorePoint("tier.confirmed", "DCE/RPC itself was seen", 30),
                        new ScorePoint(
                                "level.high",
                                "rule \"" + detection.rules(1).getFirst().info().title() + "\" is of level high",
                                15),
                        new ScorePoint(
                                "operation.high",
                                "called svcctl CreateServiceW: makes a program run as a service (and one more like it)",
                                20),
                        new ScorePoint(
                                "credentials.out", "the credentials of LAB\\alice went out to 45.148.10.77 (ntlm)", 10),
                        new ScorePoint(
                                "learned_port",
                                "port 49154 was announced in the session " + detection.learnedFrom(1),
                                4),
                        new ScorePoint("destination.one_host", "only internal host that talks to 45.148.10.77", 8),
                        new ScorePoint("payload.both_ways", "payload both ways", 5)),
                detection.finding(1).score().evidence());
        assertEquals(detection.finding(1).score().total(), detection.score(1));
    }

    @Test
    void somebodyUnknownGivesNoCredentialsAway() {
        for (@Nullable String name : Arrays.<@Nullable String>asList(null, "")) {
            Detection detection = run(Spoken.calls("10.1.2.3 2", SERVER, 1).by(user(name)));
            assertEquals(
                    0,
                    detection.finding(0).score().evidence().stream()
                            .filter(point -> point.kind().equals("credentials.out"))
                            .count());
        }
    }
}
