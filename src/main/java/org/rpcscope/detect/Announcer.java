package org.rpcscope.detect;

import org.rpcscope.net.CommunityId;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.ObservationTable;

/**
 * The observation of a session whose server said at which ports something is to be had.
 *
 * @param id a number from 1 on that stays the same and is given once
 * @param communityId of its session
 */
record Announcer(int id, ObservationTable table, int row, String communityId) {

    static Announcer of(int id, ObservationTable table, int row) {
        AddressPool addresses = table.pools().addresses();
        String communityId = CommunityId.v1(
                addresses.address(table.source(row)),
                table.sourcePort(row),
                addresses.address(table.destination(row)),
                table.destinationPort(row),
                table.transport(row).protocol());
        return new Announcer(id, table, row, communityId);
    }

    long start() {
        return table.start(row);
    }

    long end() {
        return table.end(row);
    }

    /** The number of the client's address. */
    int client() {
        return table.source(row);
    }

    /** The number of the server's address. */
    int server() {
        return table.destination(row);
    }

    /** Whether the row of another table, or of this one, has the same ends, whichever way round: it is the same session. */
    boolean sameEnds(ObservationTable other, int otherRow) {
        int source = other.source(otherRow);
        int sourcePort = other.sourcePort(otherRow);
        int destination = other.destination(otherRow);
        int destinationPort = other.destinationPort(otherRow);
        boolean same = is(source, sourcePort, destination, destinationPort);
        return same || is(destination, destinationPort, source, sourcePort);
    }

    private boolean is(int source, int sourcePort, int destination, int destinationPort) {
        return source == table.source(row)
                && sourcePort == table.sourcePort(row)
                && destination == table.destination(row)
                && destinationPort == table.destinationPort(row);
    }
}
