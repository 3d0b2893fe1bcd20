package org.rpcscope.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Reason;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Direction;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Weights;

/**
 * The flagged sessions of some tables at one moment, under one boundary. Immutable; any thread. Sessions are known by
 * their numbers in {@link #sessions}, which are those of this snapshot.
 */
public final class Detection {

    private final Sessions sessions;
    private final Candidates candidates;
    private final Flags flags;
    private final RulePlan plan;
    private final Weights weights;
    private volatile @Nullable Scores scores; // made when first asked for; twice at worst, with the same answer

    Detection(Sessions sessions, Candidates candidates, Flags flags, RulePlan plan, Weights weights) {
        this.sessions = sessions;
        this.candidates = candidates;
        this.flags = flags;
        this.plan = plan;
        this.weights = weights;
    }

    /** A snapshot of no sessions, for a window that has opened nothing yet. */
    public static Detection none(Networks networks) {
        return new Detector(new Pools(), List.of(), networks, Weights.defaults()).run(List.of());
    }

    public Sessions sessions() {
        return sessions;
    }

    /** The boundary under which they are flagged. */
    public Networks networks() {
        return flags.networks();
    }

    public int flaggedCount() {
        return flags.count();
    }

    public boolean flagged(int session) {
        int candidate = candidates.of(session);
        return candidate >= 0 && flags.flagged(candidate);
    }

    /** The numbers of the flagged sessions, ascending; the caller's own copy. */
    public int[] flaggedSessions() {
        return flags.sessions();
    }

    /**
     * The flagged sessions in the order of attention: by score, highest first; of equal scores the earlier first. The
     * first call counts over all sessions, which is work for a job; so with {@link #score} and {@link #finding}.
     */
    public int[] flaggedByScore() {
        return scores().order();
    }

    /** How many flagged sessions there are, by the place of the tier in {@link org.rpcscope.session.Tier}. */
    public int[] countsByTier() {
        return flags.countsByTier();
    }

    /** Which way a session goes across the boundary, by the observation that knows best who opened it. */
    public Direction direction(int session) {
        int best = sessions.best(session);
        ObservationTable table = sessions.tables().get(sessions.table(best));
        AddressPool addresses = table.pools().addresses();
        int source = table.source(sessions.row(best));
        int destination = table.destination(sessions.row(best));
        return Direction.of(
                networks().zone(addresses.high(source), addresses.low(source)),
                networks().zone(addresses.high(destination), addresses.low(destination)));
    }

    /** The rules that matched a session, in the order given to the {@link Detector}; none where it is not flagged. */
    public List<Rule> rules(int session) {
        int candidate = candidates.of(session);
        return candidate < 0
                ? List.of()
                : plan.rules(candidates.matches(), candidates.matchesFrom(candidate), flags.pair(candidate));
    }

    /** What is to be said of a session, flagged or not; made when asked for, for one line on the screen. */
    public Finding finding(int number) {
        Session session = sessions.session(number);
        Reason source = networks().reason(session.ends().source());
        Reason destination = networks().reason(session.ends().destination());
        Direction direction = Direction.of(source.zone(), destination.zone());
        return new Finding(session, direction, source, destination, rules(number), score(session));
    }

    private Score score(Session session) {
        if (!flagged(session.number())) {
            return Score.NONE;
        }
        int candidate = candidates.of(session.number());
        Prevalence prevalence = scores().prevalence();
        Rule worst = plan.worst(candidates.matches(), candidates.matchesFrom(candidate), flags.pair(candidate));
        Facts.Seen seen = Facts.Seen.of(sessions, session.number());
        return new Facts(seen, worst, prevalence.hosts(candidate), prevalence.attempts(candidate))
                .score(weights, session.ends().destination());
    }

    /** The total of a session's score, without the words; 0 where it is not flagged. */
    public int score(int session) {
        return flagged(session) ? scores().total(candidates.of(session)) : 0;
    }

    /** What another boundary would add and remove. Nothing here changes. */
    public Effect whatIf(Networks next) {
        return flags.effect(flags.under(next));
    }

    /** The same sessions under another boundary, found as fast as {@link #whatIf}. */
    public Detection under(Networks next) {
        return new Detection(sessions, candidates, flags.under(next), plan, weights);
    }

    /** The same sessions, judged by other weights. */
    Detection weighed(Weights next) {
        return next.equals(weights) ? this : new Detection(sessions, candidates, flags, plan, next);
    }

    private Scores scores() {
        Scores made = scores;
        if (made == null) {
            made = Scores.of(sessions, candidates, flags, plan, weights);
            scores = made;
        }
        return made;
    }
}
