package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Workers;
import org.rpcscope.query.Bitmap;
import org.rpcscope.query.Column;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.sigma.ColumnEvaluator;
import org.rpcscope.sigma.Expression;

/** Which rows of one table each expression of the rules holds for, kept up with the table. For one thread at a time. */
final class TableMatches {

    private static final int WORDS = Column.BLOCK / 64;

    private final ObservationTable table;
    private final Function<String, @Nullable Column> derived;
    private final List<ColumnEvaluator> evaluators = new ArrayList<>(); // one for each thread of a step
    private Map<Expression, Answer> known = new HashMap<>();
    private Answer[] answers = new Answer[0];
    private int matching; // how many of the answers are about rules; the others are about exceptions
    private int rows;

    /** The answers to one expression, and how much of the table they know. */
    private static final class Answer {
        private final Expression expression;
        private final Bitmap rows = new Bitmap();
        private int epoch; // of the table, up to which they are right; 0 is before all

        Answer(Expression expression) {
            this.expression = expression;
        }
    }

    /**
     * Nothing is known yet.
     *
     * @param derived the fields that follow from more than the table
     */
    TableMatches(ObservationTable table, Function<String, @Nullable Column> derived) {
        this.table = table;
        this.derived = derived;
    }

    /** How many rows the answers cover. */
    int rows() {
        return rows;
    }

    /**
     * Takes the expressions of the plan, and evaluates each over the blocks that changed since it was last evaluated.
     *
     * @param moved whether a derived field changed in a block since then
     * @return whether anything was evaluated
     */
    boolean update(RulePlan plan, IntPredicate moved, Workers workers) {
        boolean other = take(plan);
        int epoch = table.epoch(); // before the rows: what is written meanwhile is seen as a change the next time
        rows = table.rows();
        int[] blocks = changed(moved);
        int stripes = Math.min(workers.threads(), blocks.length);
        while (evaluators.size() < stripes) {
            evaluators.add(new ColumnEvaluator(table, derived));
        }
        if (blocks.length > 0) {
            for (Answer answer : answers) {
                makeRoom(answer.rows, blocks[blocks.length - 1]);
            }
        }
        workers.forEach(stripes, stripe -> {
            long[] words = new long[WORDS];
            for (int i = stripe; i < blocks.length; i += stripes) {
                evaluate(evaluators.get(stripe), blocks[i], moved.test(blocks[i]), words);
            }
        });
        for (Answer answer : answers) {
            answer.epoch = epoch;
        }
        return other || blocks.length > 0;
    }

    private boolean take(RulePlan plan) {
        List<Expression> wanted = plan.expressions();
        matching = plan.matching();
        boolean other = wanted.size() != answers.length;
        for (int i = 0; !other && i < answers.length; i++) {
            other = !answers[i].expression.equals(wanted.get(i));
        }
        if (other) {
            Map<Expression, Answer> kept = new HashMap<>();
            for (Expression expression : wanted) {
                Answer answer = known.get(expression);
                kept.put(expression, answer != null ? answer : new Answer(expression));
            }
            known = kept;
            answers = wanted.stream().map(kept::get).toArray(Answer[]::new);
        }
        return other;
    }

    private int[] changed(IntPredicate moved) {
        int oldest = Integer.MAX_VALUE;
        for (Answer answer : answers) {
            oldest = Math.min(oldest, answer.epoch);
        }
        int[] blocks = new int[(rows + Column.BLOCK - 1) / Column.BLOCK];
        int count = 0;
        for (int block = 0; block < blocks.length; block++) {
            if (table.changedSince(block, oldest) || moved.test(block)) {
                blocks[count++] = block;
            }
        }
        return Arrays.copyOf(blocks, count);
    }

    /** Lets threads put different blocks at once: none of them has to make the bitmap longer. */
    private static void makeRoom(Bitmap bitmap, int block) {
        if (block >= bitmap.blocks()) {
            bitmap.put(block, new long[WORDS]);
        }
    }

    private void evaluate(ColumnEvaluator evaluator, int block, boolean moved, long[] words) {
        int from = block * Column.BLOCK;
        int count = Math.min(Column.BLOCK, rows - from);
        for (Answer answer : answers) {
            if (moved || table.changedSince(block, answer.epoch)) {
                evaluator.evaluate(answer.expression, from, count, Map.of(), words);
                answer.rows.put(block, words);
            }
        }
    }

    /** For each block the rows that some expression of a rule holds for; null where there is none. */
    long[] @Nullable [] any() {
        long[][] any = new long[(rows + Column.BLOCK - 1) / Column.BLOCK][];
        for (int block = 0; block < any.length; block++) {
            for (int i = 0; i < matching; i++) {
                long[] words = answers[i].rows.block(block);
                if (words != null) {
                    any[block] = or(any[block], words);
                }
            }
        }
        return any;
    }

    private static long[] or(long @Nullable [] sum, long[] words) {
        if (sum == null) {
            return words.clone();
        }
        for (int i = 0; i < WORDS; i++) {
            sum[i] |= words[i];
        }
        return sum;
    }

    /** Adds the expressions that hold for a row, one bit for each, to the words from a place on. */
    void addTo(long[] matches, int from, int row) {
        for (int i = 0; i < answers.length; i++) {
            if (answers[i].rows.contains(row)) {
                matches[from + (i >>> 6)] |= 1L << i;
            }
        }
    }
}
