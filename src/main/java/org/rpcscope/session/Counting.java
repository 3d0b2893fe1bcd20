package org.rpcscope.session;

/**
 * Puts together what several inputs counted of one session. Not all count the same: a capture that has the session from its
 * beginning counts what was sent; a sensor that follows the stream counts payload; flow collectors and firewalls count the
 * headers of each packet too. Each counter is therefore the most that the best of the inputs which have it say, so that a
 * firewall's total never hides what packets show. The result depends only on the set of observations. One thread.
 */
final class Counting {

    private final int source;
    private final int sourcePort;
    private final long[] counters = {
        ObservationTable.UNKNOWN, ObservationTable.UNKNOWN, ObservationTable.UNKNOWN, ObservationTable.UNKNOWN
    };
    private final Trust[] trusted = {Trust.NONE, Trust.NONE, Trust.NONE, Trust.NONE};

    /** How much a counter is believed, worst first. */
    private enum Trust {
        NONE,
        /** Headers are in it. */
        HEADERS,
        /** Payload, as a log says or as far as a capture has it: one that began late saw only the rest. */
        PAYLOAD,
        /** Payload, packet by packet from the first. */
        PACKETS
    }

    /** For a session that is seen from the originator of this row. */
    Counting(ObservationTable table, int row) {
        source = table.source(row);
        sourcePort = table.sourcePort(row);
    }

    /** Adds what another input counted, turned round where it took the other end for the originator. */
    void add(ObservationTable table, int row) {
        boolean same = table.source(row) == source && table.sourcePort(row) == sourcePort;
        Trust trust = trust(table, row);
        take(same ? 0 : 1, trust, table.sourceBytes(row));
        take(same ? 1 : 0, trust, table.destinationBytes(row));
        take(same ? 2 : 3, trust, table.sourcePackets(row));
        take(same ? 3 : 2, trust, table.destinationPackets(row));
    }

    private static Trust trust(ObservationTable table, int row) {
        int evidence = table.evidence(row);
        if (table.describes(row)) {
            return Evidence.has(evidence, Evidence.HEADERS_COUNTED) ? Trust.HEADERS : Trust.PAYLOAD;
        }
        return Evidence.has(evidence, Evidence.MID_STREAM) ? Trust.PAYLOAD : Trust.PACKETS;
    }

    private void take(int which, Trust trust, long counted) {
        int better = trust.compareTo(trusted[which]);
        if (counted == ObservationTable.UNKNOWN || better < 0) {
            return;
        }
        counters[which] = better > 0 ? counted : Math.max(counters[which], counted);
        trusted[which] = trust;
    }

    Session.Counters counters() {
        return new Session.Counters(counters[0], counters[1], counters[2], counters[3]);
    }
}
