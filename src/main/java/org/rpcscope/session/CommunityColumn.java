package org.rpcscope.session;

import org.rpcscope.net.CommunityId;
import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;

/** Community IDs: different for nearly every row, and computed when asked for, since each costs a hash. */
record CommunityColumn(ObservationTable table) implements Column.Single {

    @Override
    public boolean test(int row, ValueTest test) {
        AddressPool addresses = table.pools().addresses();
        return test.text(CommunityId.v1(
                addresses.address(table.source(row)),
                table.sourcePort(row),
                addresses.address(table.destination(row)),
                table.destinationPort(row),
                table.transport(row).protocol()));
    }
}
