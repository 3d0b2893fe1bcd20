package org.rpcscope.detect;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Workers;
import org.rpcscope.query.Column;
import org.rpcscope.query.FieldNames;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Sessions;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Thresholds;

/**
 * What was gathered from the tables at one moment, the same under every boundary and for all weights. Immutable.
 *
 * @param interfaces what operations are worth, asked for when something was said over DCE/RPC
 * @param measures what the thresholds are compared with
 * @param thresholds those by which the candidates were narrowed
 */
record Gathered(
        Sessions sessions,
        Candidates candidates,
        RulePlan plan,
        Links links,
        Supplier<Interfaces> interfaces,
        Measures measures,
        Thresholds thresholds) {

    /** What was gathered, before any threshold. */
    static Gathered of(
            Sessions sessions, Candidates candidates, RulePlan plan, Links links, Supplier<Interfaces> interfaces) {
        Measures measures = new Measures(sessions, candidates);
        return new Gathered(sessions, candidates, plan, links, interfaces, measures, Thresholds.NONE);
    }

    /** The same under other thresholds. The first set of them measures the candidates. */
    Gathered narrowed(Thresholds next) {
        Candidates some = measures.narrow(candidates, next);
        return new Gathered(sessions, some, plan, links, interfaces, measures, next);
    }

    /** The same with another plan of the same rules, and what it says of the same candidates. */
    Gathered with(RulePlan otherPlan, Candidates otherCandidates) {
        return new Gathered(
                sessions,
                measures.narrow(otherCandidates, thresholds),
                otherPlan,
                links,
                interfaces,
                measures,
                thresholds);
    }

    /** The same sessions asked of other rules, on this thread. */
    Gathered judged(RulePlan otherPlan) {
        List<ObservationTable> tables = sessions.tables();
        TableMatches[] answers = new TableMatches[tables.size()];
        try (Workers alone = new Workers(1)) {
            for (int i = 0; i < answers.length; i++) {
                answers[i] = new TableMatches(tables.get(i), derived(tables.get(i)));
                answers[i].update(otherPlan, _ -> false, alone);
            }
        }
        CandidateList list = CandidateList.of(sessions, answers, otherPlan);
        Pools pools = tables.isEmpty() ? new Pools() : tables.getFirst().pools();
        return of(sessions, Candidates.of(list, pools.addresses()), otherPlan, links, interfaces)
                .narrowed(thresholds);
    }

    /** The fields of a table that follow from more than its rows, as they were at that moment. */
    Function<String, @Nullable Column> derived(ObservationTable table) {
        Column learned = links.column(table);
        return field -> field.equals(FieldNames.LEARNED_FROM) ? learned : null;
    }

    /** The worst rule that matches a candidate under a pair of zones; at least one has to match. */
    Rule rule(int candidate, int pair) {
        return plan.worst(candidates.matches(), candidates.matchesFrom(candidate), pair);
    }

    /** The rules that match a candidate under a pair of zones. */
    List<Rule> rules(int candidate, int pair) {
        return plan.rules(candidates.matches(), candidates.matchesFrom(candidate), pair);
    }

    /** The exceptions that take a rule away which matches a candidate under a pair of zones. */
    List<FilterRule> taking(int candidate, int pair) {
        return plan.taking(candidates.matches(), candidates.matchesFrom(candidate), pair);
    }
}
