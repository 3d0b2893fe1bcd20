package org.rpcscope.detect;

import java.util.Arrays;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.Sessions;
import org.rpcscope.tuning.Weights;

/** The totals of all flagged sessions, since an order by score needs every one. Immutable; any thread. */
final class Scores {

    private final Prevalence prevalence;
    private final byte[] totals; // of each candidate; 0 where it is not flagged
    private final int[] order; // flagged sessions

    private Scores(Prevalence prevalence, byte[] totals, int[] order) {
        this.prevalence = prevalence;
        this.totals = totals;
        this.order = order;
    }

    static Scores of(Sessions sessions, Candidates candidates, Flags flags, RulePlan plan, Weights weights) {
        Prevalence prevalence = Prevalence.of(sessions, candidates, flags);
        byte[] totals = new byte[candidates.count()];
        int[] flagged = flags.flaggedCandidates();
        long[] keys = new long[flagged.length];
        for (int i = 0; i < flagged.length; i++) {
            int candidate = flagged[i];
            Facts facts = facts(sessions, candidates, flags, plan, prevalence, candidate);
            totals[candidate] = (byte) facts.total(weights);
            keys[i] = -totals[candidate]; // highest first; the rest stays in order of start and number
        }
        int[] order = IndexSort.order(keys, keys.length);
        Arrays.setAll(order, i -> candidates.session(flagged[order[i]]));
        return new Scores(prevalence, totals, order);
    }

    private static Facts facts(
            Sessions sessions,
            Candidates candidates,
            Flags flags,
            RulePlan plan,
            Prevalence prevalence,
            int candidate) {
        return new Facts(
                Facts.Seen.of(sessions, candidates.session(candidate)),
                plan.worst(candidates.matches(), candidates.matchesFrom(candidate), flags.pair(candidate)),
                prevalence.hosts(candidate),
                prevalence.attempts(candidate));
    }

    Prevalence prevalence() {
        return prevalence;
    }

    int total(int candidate) {
        return totals[candidate];
    }

    /** The flagged sessions, highest score first; of equal ones the lower number, which is the earlier start. */
    int[] order() {
        return order.clone();
    }
}
