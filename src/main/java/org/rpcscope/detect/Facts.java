package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.rpc.Operation;
import org.rpcscope.rpc.Significance;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Direction;
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
 * @param company what else goes between these ends
 * @param story what was said, and where it leads
 */
record Facts(Seen seen, Rule rule, Company company, Story story) {

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

        /** What all observations of a session saw, as the one sees its ends that knows best. */
        static Seen of(Sessions sessions, int number) {
            int best = sessions.best(number);
            ObservationTable known = sessions.tables().get(sessions.table(best));
            Session.Counters counters = sessions.counters(number);
            return new Seen(
                    sessions.evidence(number),
                    counters.sourceBytes(),
                    counters.destinationBytes(),
                    known.destinationPort(sessions.row(best)));
        }

        Tier tier() {
            return Tier.of(evidence);
        }

        boolean has(int wanted) {
            return Evidence.has(evidence, wanted);
        }
    }

    /**
     * What else goes between the ends of a session.
     *
     * @param hosts how many internal hosts talk to the destination, up to {@link Prevalence#MANY}
     * @param attempts how many flagged sessions between the same ends had no answer
     * @param first whether no internal host talked to the destination before
     * @param partner whether an end is on the list of partners
     */
    record Company(int hosts, int attempts, boolean first, boolean partner) {

        static Company of(Prevalence prevalence, int candidate, boolean partner) {
            return new Company(
                    prevalence.hosts(candidate), prevalence.attempts(candidate), prevalence.first(candidate), partner);
        }
    }

    /**
     * What was said in a session, and where it leads.
     *
     * @param stages that it reaches
     * @param announcer who announced its port, or null
     */
    record Story(
            Direction direction,
            Talk talk,
            Set<Stage> stages,
            @Nullable Announcer announcer) {

        /** The story of any session, flagged or not. */
        static Story of(Gathered gathered, Movement movement, Seen seen, Direction direction, int session) {
            Announcer announcer = LinkedSessions.announcer(gathered.sessions(), gathered.links(), session);
            Talk talk = Talk.of(gathered, session);
            boolean moved = movement.moved(session);
            return new Story(direction, talk, Stages.of(seen, direction, announcer != null, talk, moved), announcer);
        }
    }

    /**
     * The score with every reason in words.
     *
     * @param partner the line of an end that is a partner's
     */
    Score score(Weights weights, IpAddress destination, @Nullable NetworkLine partner) {
        FactWords words = new FactWords(this, destination, partner);
        List<ScorePoint> points = new ArrayList<>();
        for (Weight weight : weights()) {
            int worth = weights.of(weight);
            if (worth != 0) {
                points.add(new ScorePoint(weight.key(), words.of(weight), worth));
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
        List<Weight> all = new ArrayList<>(12);
        all.add(tier());
        all.add(level());
        story.talk.worst().map(Operation::significance).ifPresent(worst -> all.add(operation(worst)));
        addWhen(
                all,
                Weight.CREDENTIALS_OUT,
                story.direction == Direction.OUTBOUND && story.talk.identity().isPresent());
        addWhen(all, Weight.INITIAL_ACCESS, story.stages.contains(Stage.INITIAL_ACCESS));
        addWhen(all, Weight.LATERAL_MOVEMENT, story.stages.contains(Stage.LATERAL_MOVEMENT));
        addWhen(all, Weight.LEARNED_PORT, story.announcer != null);
        addWhen(all, Weight.ENDPOINT_MAPPER, !seen.has(Evidence.UDP) && seen.port == MAPPER_PORT);
        if (company.hosts > 0) {
            all.add(prevalence());
        }
        addWhen(all, Weight.DESTINATION_FIRST_SEEN, company.first);
        addWhen(all, Weight.PARTNER, company.partner);
        addWhen(all, Weight.PAYLOAD_BOTH_WAYS, bothWays());
        addWhen(all, Weight.PAYLOAD_LARGE, seen.out >= LARGE);
        addWhen(all, Weight.REPEATED_ATTEMPTS, company.attempts >= REPEATED);
        return all;
    }

    private static void addWhen(List<Weight> all, Weight weight, boolean holds) {
        if (holds) {
            all.add(weight);
        }
    }

    private static Weight operation(Significance worst) {
        return switch (worst.concern()) {
            case HIGH -> Weight.OPERATION_HIGH;
            case MEDIUM -> Weight.OPERATION_MEDIUM;
            case LOW -> Weight.OPERATION_LOW;
        };
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
        if (company.hosts == 1) {
            return Weight.DESTINATION_ONE_HOST;
        }
        return company.hosts < Prevalence.MANY ? Weight.DESTINATION_FEW_HOSTS : Weight.DESTINATION_MANY_HOSTS;
    }

    private boolean bothWays() {
        return seen.has(Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD) || seen.out > 0 && seen.back > 0;
    }
}
