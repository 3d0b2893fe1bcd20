package org.rpcscope.session;

import java.util.function.Function;
import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;

/**
 * A word of a log, by its number in the text pool.
 *
 * @param cells the numbers of a chunk
 */
record TextColumn(ObservationTable table, Function<ObservationChunk, int[]> cells) implements Column.Distinct {

    @Override
    public void fill(int from, int count, int[] ids) {
        System.arraycopy(cells.apply(table.chunk(from)), from & (ObservationTable.CHUNK - 1), ids, 0, count);
    }

    @Override
    public boolean test(int id, ValueTest test) {
        String text = table.pools().texts().text(id);
        return text == null ? test.absent() : test.text(text);
    }
}
