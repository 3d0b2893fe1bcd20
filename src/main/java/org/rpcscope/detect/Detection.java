package org.rpcscope.detect;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Reason;
import org.rpcscope.net.Zone;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Direction;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;
import org.rpcscope.sigma.Explanation;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Thresholds;
import org.rpcscope.tuning.Weights;

/**
 * The flagged sessions of some tables at one moment, under one boundary. Immutable; any thread. Sessions are known by
 * their numbers in {@link #sessions}, which are those of this snapshot.
 */
public final class Detection {

    private final Gathered gathered;
    private final Flags flags;
    private final Weights weights;
    private final Derived derived;

    Detection(Gathered gathered, Flags flags, Weights weights) {
        this.gathered = gathered;
        this.flags = flags;
        this.weights = weights;
        this.derived = new Derived(gathered, flags, weights);
    }

    /** A snapshot of no sessions, for a window that has opened nothing yet. */
    public static Detection none(Networks networks) {
        return new Detector(new Pools(), List.of(), networks, Weights.defaults()).run(List.of());
    }

    Gathered gathered() {
        return gathered;
    }

    Flags flags() {
        return flags;
    }

    public Sessions sessions() {
        return gathered.sessions();
    }

    /** The boundary under which they are flagged. */
    public Networks networks() {
        return flags.networks();
    }

    /** The names and the worth of interfaces and operations that its findings speak of. */
    public Interfaces interfaces() {
        return gathered.interfaces().get();
    }

    public int flaggedCount() {
        return flags.count();
    }

    public boolean flagged(int session) {
        long[] bits = derived.flagged();
        int word = session >>> 6;
        return word < bits.length && (bits[word] >>> session & 1) != 0;
    }

    /** The flagged sessions as bits by their numbers, 64 to a word; not to be changed. */
    public long[] flaggedBits() {
        return derived.flagged();
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
        return derived.scores().order();
    }

    /** How many flagged sessions there are, by the place of the tier in {@link org.rpcscope.session.Tier}. */
    public int[] countsByTier() {
        return flags.countsByTier();
    }

    /** Which way a session goes across the boundary, by the observation that knows best who opened it. */
    public Direction direction(int session) {
        Sessions sessions = gathered.sessions();
        int best = sessions.best(session);
        ObservationTable table = sessions.tables().get(sessions.table(best));
        int row = sessions.row(best);
        return Direction.of(zone(table.source(row)), zone(table.destination(row)));
    }

    /** The zone of an address, by its number in the pool of the tables. */
    public Zone zone(int address) {
        return derived.zones().apply(address);
    }

    /** Whether an address, by its number in the pool of the tables, is an internal one. */
    boolean internal(int address) {
        return zone(address) == Zone.INTERNAL;
    }

    /** The rules that matched a session, in the order given to the {@link Detector}; none where it is not flagged. */
    public List<Rule> rules(int session) {
        int candidate = gathered.candidates().of(session);
        return candidate < 0 || !flags.flagged(candidate)
                ? List.of()
                : gathered.rules(candidate, flags.pair(candidate));
    }

    /** The same of all sessions. The first call looks at every flagged one, which is work for a job. */
    public MatchedRules matchedRules() {
        return derived.matched();
    }

    /** What is to be said of a session, flagged or not; made when asked for, for one line on the screen. */
    public Finding finding(int number) {
        Session session = gathered.sessions().session(number);
        Reason source = networks().reason(session.ends().source());
        Reason destination = networks().reason(session.ends().destination());
        Direction direction = Direction.of(source.zone(), destination.zone());
        Facts facts = flagged(number) ? facts(number) : null;
        Facts.Story story = facts == null ? story(number, direction) : facts.story();
        Announcer announcer = story.announcer();
        return new Finding(
                session,
                direction,
                source,
                destination,
                rules(number),
                facts == null
                        ? Score.NONE
                        : facts.score(weights, session.ends().destination(), partner(session.ends())),
                story.talk().operations(),
                List.copyOf(story.stages()),
                announcer == null ? null : announcer.communityId());
    }

    /**
     * The stages of an attack that a session reaches, in their order; without the rest of a {@link #finding}. The first
     * call counts over all sessions, which is work for a job.
     */
    public List<Stage> stages(int session) {
        return Stages.of(stageBits(session));
    }

    /** The stages that a session reaches, as bits by their places in {@link Stage}. */
    public int stageBits(int session) {
        if (flagged(session)) {
            return derived.scores().stages(gathered.candidates().of(session));
        }
        Sessions sessions = gathered.sessions();
        int best = sessions.best(session);
        return Stages.bits(
                sessions.evidence(session),
                sessions.tables().get(sessions.table(best)).destinationPort(sessions.row(best)),
                direction(session),
                LinkedSessions.announcer(sessions, gathered.links(), session) != null,
                Talk.of(gathered, session),
                derived.movement().moved(session));
    }

    private Facts.Story story(int session, Direction direction) {
        Facts.Seen seen = Facts.Seen.of(gathered.sessions(), session);
        return Facts.Story.of(gathered, derived.movement(), seen, direction, session);
    }

    /** Of a flagged session. */
    private Facts facts(int session) {
        int candidate = gathered.candidates().of(session);
        return Scores.facts(gathered, flags, derived.movement(), derived.prevalence(), candidate);
    }

    private @Nullable NetworkLine partner(Session.Ends ends) {
        NetworkLine destination = networks().partner(ends.destination());
        return destination != null ? destination : networks().partner(ends.source());
    }

    /** The Community ID of the session that announced a session's port, or null. */
    public @Nullable String learnedFrom(int session) {
        Announcer announcer = LinkedSessions.announcer(gathered.sessions(), gathered.links(), session);
        return announcer == null ? null : announcer.communityId();
    }

    /**
     * The session that announced a session's port, or {@link SessionLinks#NOBODY}. The first call looks at all sessions where
     * anything was announced, which is work for a job.
     */
    public int announcer(int session) {
        return gathered.links().any() ? derived.linked().announcer(session) : SessionLinks.NOBODY;
    }

    /**
     * How a session hangs together with others by announced ports. The first call looks at all sessions where anything was
     * announced, which is work for a job.
     */
    public SessionLinks links(int session) {
        return gathered.links().any() ? derived.linked().of(session) : SessionLinks.NONE;
    }

    /** The total of a session's score, without the words; 0 where it is not flagged. */
    public int score(int session) {
        return flagged(session) ? derived.scores().total(gathered.candidates().of(session)) : 0;
    }

    /** What another boundary would add and remove. Nothing here changes. */
    public Effect whatIf(Networks next) {
        return flags.effect(flags.under(next));
    }

    /** What another boundary together with other exceptions would add and remove; asks no more than the candidates. */
    public Effect whatIf(Networks next, List<FilterRule> exceptions) {
        return flags.effect(excepting(exceptions).flags.under(next));
    }

    /** What would be added and removed if another answer about the same sessions were to hold. */
    public Effect effect(Detection then) {
        return flags.effect(then.flags);
    }

    /** The same sessions judged by other rules with these exceptions; the same answer where they are the same rules. */
    public Detection judged(List<Rule> rules) {
        RulePlan plan = gathered.plan();
        return plan.isOf(rules, plan.given()) ? this : judged(rules, plan.given());
    }

    /** The same sessions with other exceptions from the rules. */
    public Detection excepting(List<FilterRule> exceptions) {
        if (exceptions.equals(gathered.plan().given())) {
            return this;
        }
        Gathered next = Excepting.of(gathered, exceptions);
        return new Detection(next, flags.of(next.candidates()), weights);
    }

    /** The same sessions under other thresholds; asks no more than the candidates. */
    public Detection narrowed(Thresholds next) {
        if (next.equals(gathered.thresholds())) {
            return this;
        }
        Gathered some = gathered.narrowed(next);
        return new Detection(some, flags.of(some.candidates()), weights);
    }

    /** The same sessions judged by other rules, which are asked about all observations: work for a job. */
    public Detection judged(List<Rule> rules, List<FilterRule> exceptions) {
        Gathered next = gathered.judged(new RulePlan(rules, exceptions));
        return new Detection(next, Flags.of(next.candidates(), networks()), weights);
    }

    /** The exceptions that take a rule away which matches a session, in the order given; it may be flagged for others. */
    public List<FilterRule> excepted(int session) {
        int candidate = gathered.candidates().of(session);
        return candidate < 0 ? List.of() : gathered.taking(candidate, flags.pair(candidate));
    }

    /** How many sessions each rule matches and is not taken away from; those that match none are left out. */
    public Map<Rule, Integer> matches() {
        Map<Rule, Integer> counts = new IdentityHashMap<>();
        for (int candidate = 0; candidate < gathered.candidates().count(); candidate++) {
            for (Rule rule : gathered.rules(candidate, flags.pair(candidate))) {
                counts.merge(rule, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Why a rule, of these or any other, matches a session or does not; with the exceptions about it. */
    public Explanation explain(Rule rule, int session) {
        return Explaining.of(
                gathered, rule, session, pair(sessions().session(session).ends()));
    }

    private int pair(Session.Ends ends) {
        return ZonePair.of(
                networks().standing(ends.source().high(), ends.source().low()).code(),
                networks()
                        .standing(ends.destination().high(), ends.destination().low())
                        .code());
    }

    /** How many sessions are not flagged because of each exception, alone or with others; those that hide none are left out. */
    public Map<FilterRule, Integer> hidden() {
        Map<FilterRule, Integer> counts = new HashMap<>();
        for (int candidate = 0; candidate < gathered.candidates().count(); candidate++) {
            if (gathered.rules(candidate, flags.pair(candidate)).isEmpty()) {
                for (FilterRule exception : Set.copyOf(gathered.taking(candidate, flags.pair(candidate)))) {
                    counts.merge(exception, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** The same sessions under another boundary, found as fast as {@link #whatIf}. */
    public Detection under(Networks next) {
        return new Detection(gathered, flags.under(next), weights);
    }

    /** The same sessions, judged by other weights. */
    Detection weighed(Weights next) {
        return next.equals(weights) ? this : new Detection(gathered, flags, next);
    }
}
