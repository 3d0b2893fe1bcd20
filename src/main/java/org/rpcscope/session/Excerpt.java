package org.rpcscope.session;

/**
 * Where in its input a conversation is found again: what one observation knows of it.
 *
 * @param ends the originator's first, as that input saw it
 * @param start nanoseconds since 1970 of its first packet
 * @param end of its last
 * @param packets how many there were
 * @param origin where the record of the first one begins in the unpacked input
 */
public record Excerpt(Session.Ends ends, long start, long end, long packets, long origin) {

    /** That of a row of a capture's table. */
    public static Excerpt of(ObservationTable table, int row) {
        AddressPool addresses = table.pools().addresses();
        Session.Ends ends = new Session.Ends(
                addresses.address(table.source(row)),
                table.sourcePort(row),
                addresses.address(table.destination(row)),
                table.destinationPort(row),
                table.transport(row));
        long packets = (long) table.sourcePackets(row) + table.destinationPackets(row);
        return new Excerpt(ends, table.start(row), table.end(row), packets, table.origin(row));
    }
}
