package org.rpcscope.detect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.Column;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.sigma.ColumnEvaluator;
import org.rpcscope.sigma.Expression;
import org.rpcscope.sigma.FilterRule;

/**
 * Other exceptions over what was gathered: which sessions are candidates depends on the rules alone, so only the candidates
 * are asked, and only what is new. For one thread.
 */
final class Excepting {

    private final Gathered gathered;
    private final RulePlan plan;
    private final @Nullable ColumnEvaluator[] evaluators; // by table

    private Excepting(Gathered gathered, RulePlan plan) {
        this.gathered = gathered;
        this.plan = plan;
        this.evaluators = new ColumnEvaluator[gathered.sessions().tables().size()];
    }

    /** What was gathered, with other exceptions. */
    static Gathered of(Gathered gathered, List<FilterRule> exceptions) {
        RulePlan plan = gathered.plan().with(exceptions);
        return new Excepting(gathered, plan).gathered();
    }

    private Gathered gathered() {
        Candidates candidates = gathered.candidates();
        long[] matches = new long[candidates.count() * plan.words()];
        Map<Expression, Integer> known = new HashMap<>();
        for (Expression expression : gathered.plan().expressions()) {
            known.put(expression, known.size());
        }
        List<Expression> expressions = plan.expressions();
        for (int i = 0; i < expressions.size(); i++) {
            Integer before = known.get(expressions.get(i));
            if (before != null) {
                copy(before, i, matches);
            } else {
                ask(expressions.get(i), i, matches);
            }
        }
        short[] mask = new short[candidates.count()];
        for (int c = 0; c < mask.length; c++) {
            mask[c] = (short) plan.pairs(matches, c * plan.words());
        }
        return gathered.with(plan, candidates.with(mask, matches, plan.words()));
    }

    private void copy(int before, int now, long[] matches) {
        Candidates candidates = gathered.candidates();
        for (int c = 0; c < candidates.count(); c++) {
            long word = candidates.matches()[candidates.matchesFrom(c) + (before >>> 6)];
            matches[c * plan.words() + (now >>> 6)] |= (word >>> before & 1) << now;
        }
    }

    /** Evaluates the blocks that have candidates, and keeps the answers of these. */
    private void ask(Expression expression, int now, long[] matches) {
        Sessions sessions = gathered.sessions();
        long[][][] answers = new long[evaluators.length][][]; // by table and block
        Arrays.setAll(answers, t -> new long[sessions.tables().get(t).rows() / Column.BLOCK + 1][]);
        for (int c = 0; c < gathered.candidates().count(); c++) {
            int session = gathered.candidates().session(c);
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                int row = sessions.row(place);
                int block = row / Column.BLOCK;
                long[][] blocks = answers[sessions.table(place)];
                if (blocks[block] == null) {
                    blocks[block] = evaluate(expression, sessions.table(place), block);
                }
                long answer = blocks[block][(row & (Column.BLOCK - 1)) >>> 6] >>> row & 1;
                matches[c * plan.words() + (now >>> 6)] |= answer << now;
            }
        }
    }

    private long[] evaluate(Expression expression, int number, int block) {
        ObservationTable table = gathered.sessions().tables().get(number);
        ColumnEvaluator evaluator = evaluators[number];
        if (evaluator == null) {
            evaluator = new ColumnEvaluator(table, gathered.derived(table));
            evaluators[number] = evaluator;
        }
        long[] words = new long[Column.BLOCK / Long.SIZE];
        int from = block * Column.BLOCK;
        evaluator.evaluate(expression, from, Math.min(Column.BLOCK, table.rows() - from), Map.of(), words);
        return words;
    }
}
