package org.rpcscope.session;

import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;

/** The originators' or the responders' addresses. */
record AddressColumn(ObservationTable table, boolean source) implements Column.Distinct {

    @Override
    public void fill(int from, int count, int[] ids) {
        ObservationChunk chunk = table.chunk(from);
        int[] stored = source ? chunk.source : chunk.destination;
        System.arraycopy(stored, from & (ObservationTable.CHUNK - 1), ids, 0, count);
        if (chunk.anyTurned) {
            for (int i = 0; i < count; i++) {
                ids[i] = source ? table.source(from + i) : table.destination(from + i);
            }
        }
    }

    @Override
    public boolean test(int id, ValueTest test) {
        return test.address(table.pools().addresses().address(id));
    }
}
