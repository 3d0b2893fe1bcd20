package org.rpcscope.session;

import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;

/** The address family: {@code ipv4} or {@code ipv6}, that of the originator's address. */
record FamilyColumn(ObservationTable table) implements Column.Distinct {

    @Override
    public void fill(int from, int count, int[] ids) {
        for (int i = 0; i < count; i++) {
            ids[i] = table.pools().addresses().address(table.source(from + i)).isV4() ? 4 : 6;
        }
    }

    @Override
    public boolean test(int id, ValueTest test) {
        return test.text("ipv" + id);
    }
}
