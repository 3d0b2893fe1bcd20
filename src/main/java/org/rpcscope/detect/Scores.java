package org.rpcscope.detect;

import java.util.Arrays;
import org.rpcscope.session.IndexSort;
import org.rpcscope.tuning.Weights;

/** The totals of all flagged sessions, since an order by score needs every one. Immutable; any thread. */
final class Scores {

    private final byte[] totals; // of each candidate; 0 where it is not flagged
    private final byte[] stages; // of the same, as bits
    private final int[] order; // flagged sessions

    private Scores(byte[] totals, byte[] stages, int[] order) {
        this.totals = totals;
        this.stages = stages;
        this.order = order;
    }

    static Scores of(Gathered gathered, Flags flags, Movement movement, Prevalence prevalence, Weights weights) {
        Candidates candidates = gathered.candidates();
        byte[] totals = new byte[candidates.count()];
        byte[] stages = new byte[candidates.count()];
        int[] flagged = flags.flaggedCandidates();
        long[] keys = new long[flagged.length];
        for (int i = 0; i < flagged.length; i++) {
            int candidate = flagged[i];
            Facts facts = facts(gathered, flags, movement, prevalence, candidate);
            totals[candidate] = (byte) facts.total(weights);
            stages[candidate] = (byte) Stages.bits(facts.story().stages());
            keys[i] = -totals[candidate]; // highest first; the rest stays in order of start and number
        }
        int[] order = IndexSort.order(keys, keys.length);
        Arrays.setAll(order, i -> candidates.session(flagged[order[i]]));
        return new Scores(totals, stages, order);
    }

    /** What speaks for and against a flagged candidate. */
    static Facts facts(Gathered gathered, Flags flags, Movement movement, Prevalence prevalence, int candidate) {
        int session = gathered.candidates().session(candidate);
        int pair = flags.pair(candidate);
        Facts.Seen seen = Facts.Seen.of(gathered.sessions(), session);
        return new Facts(
                seen,
                gathered.rule(candidate, pair),
                Facts.Company.of(prevalence, candidate, ZonePair.partner(pair)),
                Facts.Story.of(gathered, movement, seen, ZonePair.direction(pair), session));
    }

    /** The stages that a flagged candidate reaches: {@link Stages#bits}. */
    int stages(int candidate) {
        return stages[candidate];
    }

    int total(int candidate) {
        return totals[candidate];
    }

    /** The flagged sessions, highest score first; of equal ones the lower number, which is the earlier start. */
    int[] order() {
        return order.clone();
    }
}
