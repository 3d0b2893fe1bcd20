package org.rpcscope.detect;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Workers;
import org.rpcscope.net.Networks;
import org.rpcscope.query.Column;
import org.rpcscope.query.FieldNames;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Sessions;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Thresholds;
import org.rpcscope.tuning.Weights;

/**
 * Runs rules over observations and remembers the answers, so that a second run looks only at what has changed. For one
 * thread at a time; what it returns is for any.
 *
 * <p>While any input is being read, each observation is a session of its own; when all have ended, they are grouped. A
 * session's zones are those of its ends as the observation that knows best who opened it has them ({@link Sessions#best});
 * every other item of a rule holds for the session where it holds for one of its observations, so a log and a capture of
 * the same connection are judged together.
 */
public final class Detector {

    private final Pools pools;
    private RulePlan plan;
    private Networks networks;
    private Weights weights;
    private Thresholds thresholds = Thresholds.NONE;

    private final Supplier<Interfaces> interfaces;
    private final Linker linker = new Linker();
    private Map<ObservationTable, TableMatches> matches = new IdentityHashMap<>();
    private @Nullable Seen last;

    /** What the last run saw, and its answer. */
    private record Seen(List<ObservationTable> tables, RulePlan plan, boolean grouped, Detection detection) {

        /** Whether these are the same tables, read as far; then they have the same sessions. */
        boolean same(List<ObservationTable> others, int[] rows, boolean groupedNow) {
            boolean same = grouped == groupedNow && tables.size() == others.size();
            for (int i = 0; same && i < rows.length; i++) {
                same = tables.get(i) == others.get(i);
            }
            return same && IntStream.of(rows).asLongStream().sum() == observations(detection.sessions());
        }

        private static int observations(Sessions sessions) {
            return sessions.count() == 0 ? 0 : sessions.last(sessions.count() - 1);
        }
    }

    /**
     * A detector that has seen nothing.
     *
     * @param pools the addresses and texts that all tables share
     * @param rules those that are on; the ones that are not about sessions are left aside
     */
    public Detector(Pools pools, List<Rule> rules, Networks networks, Weights weights) {
        this(pools, rules, networks, weights, Interfaces::bundled);
    }

    /**
     * A detector that has seen nothing.
     *
     * @param pools the addresses and texts that all tables share
     * @param rules those that are on; the ones that are not about sessions are left aside
     * @param interfaces what operations are worth; asked for when something was said over DCE/RPC, from any thread
     */
    public Detector(
            Pools pools, List<Rule> rules, Networks networks, Weights weights, Supplier<Interfaces> interfaces) {
        this.pools = pools;
        this.interfaces = interfaces;
        this.plan = new RulePlan(rules, List.of());
        this.networks = networks;
        this.weights = weights;
    }

    /** Draws another boundary; the next run answers by it, without looking at any observation again. */
    public void networks(Networks next) {
        networks = next;
    }

    /** Takes other rules; the next run evaluates those that are new. */
    public void rules(List<Rule> next) {
        rules(next, plan.given());
    }

    /**
     * Takes other rules and what is excepted from them; the next run evaluates what is new.
     *
     * @param exceptions those that apply; the ones that are about none of the rules are left aside
     */
    public void rules(List<Rule> next, List<FilterRule> exceptions) {
        if (!plan.isOf(next, exceptions)) {
            plan = new RulePlan(next, exceptions);
        }
    }

    /** Takes other weights; the next run scores by them. */
    public void weights(Weights next) {
        weights = next;
    }

    /** Takes other thresholds; the next run narrows by them, without looking at any observation again. */
    public void thresholds(Thresholds next) {
        thresholds = next;
    }

    /** {@link #run(List, Workers)} on the caller's thread alone. */
    public Detection run(List<ObservationTable> tables) {
        try (Workers alone = new Workers(1)) {
            return run(tables, alone);
        }
    }

    /**
     * The flagged sessions of the tables as they are now. The tables share one pool of addresses. Only blocks that have
     * changed since the last run are evaluated; tables that are not named any more are forgotten.
     */
    public Detection run(List<ObservationTable> tables, Workers workers) {
        boolean grouped = tables.stream().allMatch(ObservationTable::ended); // first: what has ended does not grow
        Map<ObservationTable, TableMatches> kept = new IdentityHashMap<>();
        TableMatches[] answers = new TableMatches[tables.size()];
        int[] rows = new int[answers.length];
        boolean changed = false;
        linker.update(tables, workers); // first: rows that come later are linked the next time
        for (int i = 0; i < answers.length; i++) {
            ObservationTable table = tables.get(i);
            TableMatches known = matches.get(table);
            answers[i] = known != null ? known : new TableMatches(table, derived(table));
            changed |= answers[i].update(plan, block -> linker.changed(table, block), workers);
            rows[i] = answers[i].rows();
            kept.put(table, answers[i]);
        }
        matches = kept;
        Seen seen = last != null && last.same(tables, rows, grouped) ? last : null;
        Detection detection;
        if (seen != null && !changed && seen.plan == plan) {
            detection = moved(seen.detection);
        } else {
            Sessions sessions = seen != null ? seen.detection.sessions() : sessions(tables, rows, grouped);
            detection = gather(sessions, answers);
        }
        last = new Seen(List.copyOf(tables), plan, grouped, detection);
        return detection;
    }

    private Function<String, @Nullable Column> derived(ObservationTable table) {
        Column learned = linker.column(table);
        return field -> field.equals(FieldNames.LEARNED_FROM) ? learned : null;
    }

    private Detection moved(Detection detection) {
        Detection weighed = detection.weighed(weights).narrowed(thresholds);
        return weighed.networks() == networks ? weighed : weighed.under(networks);
    }

    private Detection gather(Sessions sessions, TableMatches[] answers) {
        CandidateList list = CandidateList.of(sessions, answers, plan);
        Candidates candidates = Candidates.of(list, pools.addresses());
        Gathered gathered = Gathered.of(sessions, candidates, plan, linker.links(), interfaces)
                .narrowed(thresholds);
        return new Detection(gathered, Flags.of(gathered.candidates(), networks), weights);
    }

    private static Sessions sessions(List<ObservationTable> tables, int[] rows, boolean grouped) {
        return grouped ? Sessions.grouped(tables) : Sessions.single(tables, rows);
    }
}
