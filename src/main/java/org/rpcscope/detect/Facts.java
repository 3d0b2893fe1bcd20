package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Session;
import org.rpcscope.session.Tier;
import org.rpcscope.session.Transport;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Weight;
import org.rpcscope.tuning.Weights;

/**
 * What speaks for and against a flagged session.
 *
 * @param rule the worst rule that matched
 * @param hosts how many internal hosts talk to the destination, up to {@link Prevalence#MANY}
 * @param attempts how many flagged sessions between the same ends had no answer
 */
record Facts(Session session, Rule rule, int hosts, int attempts) {

    /** From so many sessions without an answer on, they are called repeated. */
    static final int REPEATED = 3;

    /** From so many bytes of payload on, more left the network than it takes to look around. */
    static final long LARGE = 100_000;

    private static final int MAPPER_PORT = 135;

    /** The score with every reason in words. */
    Score score(Weights weights) {
        List<ScorePoint> points = new ArrayList<>();
        for (Weight weight : weights()) {
            int worth = weights.of(weight);
            if (worth != 0) {
                points.add(new ScorePoint(weight.key(), text(weight), worth));
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
        if (session.counters().sourceBytes() >= LARGE) {
            all.add(Weight.PAYLOAD_LARGE);
        }
        if (session.ends().transport() == Transport.TCP && session.ends().destinationPort() == MAPPER_PORT) {
            all.add(Weight.ENDPOINT_MAPPER);
        }
        if (attempts >= REPEATED) {
            all.add(Weight.REPEATED_ATTEMPTS);
        }
        return all;
    }

    private Weight tier() {
        return switch (session.tier()) {
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
        Session.Counters counters = session.counters();
        return has(Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD)
                || counters.sourceBytes() > 0 && counters.destinationBytes() > 0;
    }

    private boolean has(int evidence) {
        return Evidence.has(session.evidence(), evidence);
    }

    private String text(Weight weight) {
        IpAddress destination = session.ends().destination();
        return switch (weight) {
            case TIER_CONFIRMED, TIER_ESTABLISHED, TIER_ATTEMPT, TIER_BLOCKED -> tierText(session.tier());
            case LEVEL_CRITICAL, LEVEL_HIGH, LEVEL_MEDIUM, LEVEL_LOW, LEVEL_INFORMATIONAL ->
                "rule \"" + rule.info().title() + "\" is of level "
                        + rule.info().level().label();
            case DESTINATION_ONE_HOST -> "only internal host that talks to " + destination;
            case DESTINATION_FEW_HOSTS -> hosts + " internal hosts talk to " + destination;
            case DESTINATION_MANY_HOSTS -> Prevalence.MANY + " or more internal hosts talk to " + destination;
            case PAYLOAD_BOTH_WAYS -> bothWaysText();
            case PAYLOAD_LARGE -> number(session.counters().sourceBytes()) + " bytes of payload sent out";
            case ENDPOINT_MAPPER -> "the endpoint mapper's port, TCP 135";
            case REPEATED_ATTEMPTS -> "tried " + attempts + " times without an answer";
        };
    }

    private String bothWaysText() {
        Session.Counters counters = session.counters();
        return counters.sourceBytes() > 0 && counters.destinationBytes() > 0
                ? "payload both ways: " + number(counters.sourceBytes()) + " bytes out, "
                        + number(counters.destinationBytes()) + " back"
                : "payload both ways";
    }

    private String tierText(Tier tier) {
        return switch (tier) {
            case CONFIRMED -> "DCE/RPC itself was seen";
            case ESTABLISHED -> establishedText();
            case ATTEMPT -> attemptText();
            case BLOCKED ->
                has(Evidence.REFUSED) ? "refused: the other side reset it" : "denied on the way, or by the other side";
        };
    }

    private String establishedText() {
        boolean both = has(Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD);
        if (has(Evidence.SYN_ACK)) {
            return both ? "TCP handshake done and payload both ways" : "TCP handshake done and payload one way";
        }
        if (has(Evidence.MID_STREAM)) {
            return "payload of a connection that was open before the input began";
        }
        return both ? "payload both ways" : "a log says that it was established";
    }

    private String attemptText() {
        if (has(Evidence.SYN_ACK)) {
            return "TCP handshake done, but no payload";
        }
        if (has(Evidence.UNREACHABLE)) {
            return "no answer: ICMP says unreachable";
        }
        return has(Evidence.LOG_ALLOWED) ? "a log says allowed, and nothing more" : "no answer seen";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
