package org.rpcscope.session;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;

/** A word that follows from the evidence alone: the evidence, which has few different values, is its own id. */
record EvidenceColumn(ObservationTable table, IntFunction<@Nullable String> word) implements Column.Distinct {

    @Override
    public void fill(int from, int count, int[] ids) {
        System.arraycopy(table.chunk(from).evidence, from & (ObservationTable.CHUNK - 1), ids, 0, count);
    }

    @Override
    public boolean test(int id, ValueTest test) {
        String text = word.apply(id);
        return text == null ? test.absent() : test.text(text);
    }
}
