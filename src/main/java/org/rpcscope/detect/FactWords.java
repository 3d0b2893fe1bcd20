package org.rpcscope.detect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Operation;
import org.rpcscope.rpc.Significance;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Tier;
import org.rpcscope.tuning.Weight;

/** Facts in words, for one finding. */
final class FactWords {

    private final Facts facts;
    private final Facts.Seen seen;
    private final String destination;
    private final @Nullable NetworkLine partner;

    FactWords(Facts facts, IpAddress destination, @Nullable NetworkLine partner) {
        this.facts = facts;
        this.seen = facts.seen();
        this.destination = destination.toString();
        this.partner = partner;
    }

    /** Why a weight counts. */
    String of(Weight weight) {
        return switch (weight) {
            case TIER_CONFIRMED, TIER_ESTABLISHED, TIER_ATTEMPT, TIER_BLOCKED -> tierText(seen.tier());
            case LEVEL_CRITICAL, LEVEL_HIGH, LEVEL_MEDIUM, LEVEL_LOW, LEVEL_INFORMATIONAL ->
                "rule \"" + facts.rule().info().title() + "\" is of level "
                        + facts.rule().info().level().label();
            case OPERATION_HIGH, OPERATION_MEDIUM, OPERATION_LOW -> operationText();
            case CREDENTIALS_OUT -> credentialsText();
            case INITIAL_ACCESS -> "RPC came in from outside";
            case LATERAL_MOVEMENT -> "RPC went on to an internal host that had not been spoken to before";
            case LEARNED_PORT -> learnedText();
            case ENDPOINT_MAPPER -> "the endpoint mapper's port, TCP 135";
            case DESTINATION_ONE_HOST -> "only internal host that talks to " + destination;
            case DESTINATION_FEW_HOSTS -> facts.company().hosts() + " internal hosts talk to " + destination;
            case DESTINATION_MANY_HOSTS -> Prevalence.MANY + " or more internal hosts talk to " + destination;
            case DESTINATION_FIRST_SEEN -> "no internal host talked to " + destination + " before";
            case PARTNER -> partnerText();
            case PAYLOAD_BOTH_WAYS -> bothWaysText();
            case PAYLOAD_LARGE -> number(seen.out()) + " bytes of payload sent out";
            case REPEATED_ATTEMPTS -> "tried " + facts.company().attempts() + " times without an answer";
        };
    }

    /** The call that gives most concern, and how many others are as worth a look. */
    private String operationText() {
        Operation worst = facts.story().talk().worst().orElseThrow();
        Significance why = Objects.requireNonNull(worst.significance());
        int others = 0;
        for (Operation each : facts.story().talk().operations()) {
            Significance significance = each.significance();
            if (significance != null && significance.concern() == why.concern() && each.done() && !each.equals(worst)) {
                others++;
            }
        }
        String more = others == 0 ? "" : others == 1 ? " (and one more like it)" : " (and " + others + " more like it)";
        return "called " + worst.label() + ": " + why.reason() + more;
    }

    private String credentialsText() {
        Authentication identity = facts.story().talk().identity().orElseThrow();
        String user = identity.user();
        String who = user == null || user.isEmpty()
                ? "a ticket"
                : "the credentials of " + (identity.domain() == null ? "" : identity.domain() + "\\") + user;
        return who + " went out to " + destination + " (" + identity.type() + ")";
    }

    private String partnerText() {
        NetworkLine line = Objects.requireNonNull(partner);
        return "known partner" + (line.about().isEmpty() ? "" : ": " + line.about()) + ", in " + line.cidr();
    }

    private String learnedText() {
        Announcer announcer = Objects.requireNonNull(facts.story().announcer());
        return "port " + seen.port() + " was announced in the session " + announcer.communityId();
    }

    private String bothWaysText() {
        return seen.out() > 0 && seen.back() > 0
                ? "payload both ways: " + number(seen.out()) + " bytes out, " + number(seen.back()) + " back"
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
        StringBuilder text = new StringBuilder(Long.toString(value)); // a formatter would cost more than all else here
        for (int at = text.length() - 3; at > (value < 0 ? 1 : 0); at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
