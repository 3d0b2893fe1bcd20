package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Tier;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Weight;
import org.rpcscope.tuning.Weights;

/**
 * What speaks for and against a flagged session.
 *
 * @param seen what was seen of the session itself
 * @param rule the worst rule that matched
 * @param hosts how many internal hosts talk to the destination, up to {@link Prevalence#MANY}
 * @param attempts how many flagged sessions between the same ends had no answer
 */
record Facts(Seen seen, Rule rule, int hosts, int attempts) {

    /** From so many sessions without an answer on, they are called repeated. */
    static final int REPEATED = 3;

    /** From so many bytes of payload on, more left the network than it takes to look around. */
    static final long LARGE = 100_000;

    private static final int MAPPER_PORT = 135;

    /**
     * What counts of a session, without the objects of a {@link Session}: this is made for every one that is flagged.
     *
     * @param evidence bits of {@link Evidence}
     * @param out payload bytes from the originator, negative where they are unknown
     * @param back payload bytes from the responder
     * @param port the responder's
     */
    record Seen(int evidence, long out, long back, int port) {

        /** What all observations of a session saw, the counters turned to the side of the one that knows best. */
        static Seen of(Sessions sessions, int number) {
            int best = sessions.best(number);
            ObservationTable known = sessions.tables().get(sessions.table(best));
            int source = known.source(sessions.row(best));
            int sourcePort = known.sourcePort(sessions.row(best));
            int evidence = 0;
            long out = ObservationTable.UNKNOWN;
            long back = ObservationTable.UNKNOWN;
            for (int place = sessions.first(number); place < sessions.last(number); place++) {
                ObservationTable table = sessions.tables().get(sessions.table(place));
                int row = sessions.row(place);
                boolean same = table.source(row) == source && table.sourcePort(row) == sourcePort;
                evidence |= table.evidence(row);
                out = Math.max(out, same ? table.sourceBytes(row) : table.destinationBytes(row));
                back = Math.max(back, same ? table.destinationBytes(row) : table.sourceBytes(row));
            }
            return new Seen(evidence, out, back, known.destinationPort(sessions.row(best)));
        }

        Tier tier() {
            return Tier.of(evidence);
        }

        boolean has(int wanted) {
            return Evidence.has(evidence, wanted);
        }
    }

    /** The score with every reason in words. */
    Score score(Weights weights, IpAddress destination) {
        List<ScorePoint> points = new ArrayList<>();
        for (Weight weight : weights()) {
            int worth = weights.of(weight);
            if (worth != 0) {
                points.add(new ScorePoint(weight.key(), text(weight, destination), worth));
            }
        }
        return Score.of(points);
    }

    /** The total of {@link #score}, without the words. */
    int total(Weights weights) {
        int sum = 0;
        for (Weight weight : weights()) {
            sum += weights.of(weight);
        }
        return Score.within(sum);
    }

    private List<Weight> weights() {
        List<Weight> all = new ArrayList<>(7);
        all.add(tier());
        all.add(level());
        if (hosts > 0) {
            all.add(prevalence());
        }
        if (bothWays()) {
            all.add(Weight.PAYLOAD_BOTH_WAYS);
        }
        if (seen.out >= LARGE) {
            all.add(Weight.PAYLOAD_LARGE);
        }
        if (!seen.has(Evidence.UDP) && seen.port == MAPPER_PORT) {
            all.add(Weight.ENDPOINT_MAPPER);
        }
        if (attempts >= REPEATED) {
            all.add(Weight.REPEATED_ATTEMPTS);
        }
        return all;
    }

    private Weight tier() {
        return switch (seen.tier()) {
            case CONFIRMED -> Weight.TIER_CONFIRMED;
            case ESTABLISHED -> Weight.TIER_ESTABLISHED;
            case ATTEMPT -> Weight.TIER_ATTEMPT;
            case BLOCKED -> Weight.TIER_BLOCKED;
        };
    }

    private Weight level() {
        return switch (rule.info().level()) {
            case CRITICAL -> Weight.LEVEL_CRITICAL;
            case HIGH -> Weight.LEVEL_HIGH;
            case MEDIUM -> Weight.LEVEL_MEDIUM;
            case LOW -> Weight.LEVEL_LOW;
            case INFORMATIONAL -> Weight.LEVEL_INFORMATIONAL;
        };
    }

    private Weight prevalence() {
        if (hosts == 1) {
            return Weight.DESTINATION_ONE_HOST;
        }
        return hosts < Prevalence.MANY ? Weight.DESTINATION_FEW_HOSTS : Weight.DESTINATION_MANY_HOSTS;
    }

    private boolean bothWays() {
        return seen.has(Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD) || seen.out > 0 && seen.back > 0;
    }

    private String text(Weight weight, IpAddress destination) {
        return switch (weight) {
            case TIER_CONFIRMED, TIER_ESTABLISHED, TIER_ATTEMPT, TIER_BLOCKED -> tierText(seen.tier());
            case LEVEL_CRITICAL, LEVEL_HIGH, LEVEL_MEDIUM, LEVEL_LOW, LEVEL_INFORMATIONAL ->
                "rule \"" + rule.info().title() + "\" is of level "
                        + rule.info().level().label();
            case DESTINATION_ONE_HOST -> "only internal host that talks to " + destination;
            case DESTINATION_FEW_HOSTS -> hosts + " internal hosts talk to " + destination;
            case DESTINATION_MANY_HOSTS -> Prevalence.MANY + " or more internal hosts talk to " + destination;
            case PAYLOAD_BOTH_WAYS -> bothWaysText();
            case PAYLOAD_LARGE -> number(seen.out) + " bytes of payload sent out";
            case ENDPOINT_MAPPER -> "the endpoint mapper's port, TCP 135";
            case REPEATED_ATTEMPTS -> "tried " + attempts + " times without an answer";
        };
    }

    private String bothWaysText() {
        return seen.out > 0 && seen.back > 0
                ? "payload both ways: " + number(seen.out) + " bytes out, " + number(seen.back) + " back"
                : "payload both ways";
    }

    private String tierText(Tier tier) {
        return switch (tier) {
            case CONFIRMED -> "DCE/RPC itself was seen";
            case ESTABLISHED -> establishedText();
            case ATTEMPT -> attemptText();
            case BLOCKED ->
                seen.has(Evidence.REFUSED)
                        ? "refused: the other side reset it"
                        : "denied on the way, or by the other side";
        };
    }

    private String establishedText() {
        boolean both = seen.has(Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD);
        if (seen.has(Evidence.SYN_ACK)) {
            return both ? "TCP handshake done and payload both ways" : "TCP handshake done and payload one way";
        }
        if (seen.has(Evidence.MID_STREAM)) {
            return "payload of a connection that was open before the input began";
        }
        return both ? "payload both ways" : "a log says that it was established";
    }

    private String attemptText() {
        if (seen.has(Evidence.SYN_ACK)) {
            return "TCP handshake done, but no payload";
        }
        if (seen.has(Evidence.UNREACHABLE)) {
            return "no answer: ICMP says unreachable";
        }
        return seen.has(Evidence.LOG_ALLOWED) ? "a log says allowed, and nothing more" : "no answer seen";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
