package org.rpcscope.session;

import java.util.function.IntUnaryOperator;
import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;

/** A word of a log, by its number in the text pool. */
record TextColumn(ObservationTable table, IntUnaryOperator id) implements Column.Distinct {

    @Override
    public void fill(int from, int count, int[] ids) {
        for (int i = 0; i < count; i++) {
            ids[i] = id.applyAsInt(from + i);
        }
    }

    @Override
    public boolean test(int id, ValueTest test) {
        String text = table.pools().texts().text(id);
        return text == null ? test.absent() : test.text(text);
    }
}
