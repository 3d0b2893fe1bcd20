package org.rpcscope.session;

import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;

/**
 * The log's word for the service; where there is none, what was recognised in the traffic.
 *
 * @param words the log's words
 */
record ServiceColumn(ObservationTable table, TextColumn words) implements Column.Distinct {

    @Override
    public void fill(int from, int count, int[] ids) {
        words.fill(from, count, ids);
        int[] evidence = table.chunk(from).evidence;
        int first = from & (ObservationTable.CHUNK - 1);
        for (int i = 0; i < count; i++) {
            if (ids[i] == TextPool.ABSENT && (evidence[first + i] & Evidence.DCE_RPC) != 0) {
                ids[i] = table.pools().texts().intern("dce_rpc");
            }
        }
    }

    @Override
    public boolean test(int id, ValueTest test) {
        return words.test(id, test);
    }
}
