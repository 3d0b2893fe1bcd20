package org.rpcscope.session;

import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;

/** The originators' or the responders' ports; a port is its own id. */
record PortColumn(ObservationTable table, boolean source) implements Column.Distinct {

    @Override
    public void fill(int from, int count, int[] ids) {
        ObservationChunk chunk = table.chunk(from);
        int first = from & (ObservationTable.CHUNK - 1);
        for (int i = 0; i < count; i++) {
            ids[i] = source ? chunk.ports[first + i] >>> 16 : chunk.ports[first + i] & 0xFFFF;
        }
        if (chunk.anyTurned) {
            for (int i = 0; i < count; i++) {
                ids[i] = source ? table.sourcePort(from + i) : table.destinationPort(from + i);
            }
        }
    }

    @Override
    public boolean test(int id, ValueTest test) {
        return test.number(id);
    }
}
