package org.rpcscope.logs;

import org.jspecify.annotations.Nullable;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.TextPool;

/** One record of a {@code conn.log} while it is read; the same object is filled for each. One thread. */
final class ConnRecord {

    long start;
    long end;
    long duration;
    int source;
    int destination;
    int sourcePort;
    int destinationPort;
    long sourceBytes;
    long destinationBytes;
    long sourcePackets;
    long destinationPackets;

    /** Numbers of the text pool, and what the words prove. */
    int state;

    int history;
    int service;
    int stateSays;
    int historySays;
    int serviceSays;

    boolean udp;

    /** Whether it is of a transport whose conversations are sessions. */
    boolean listed;

    int evidence;

    /** Which of the needed fields were there, a bit each by {@link ConnField#ordinal}. */
    int seen;

    /** Why the record cannot be an observation, or null. */
    @Nullable
    String fault;

    /** What is wrong with a field that it can do without, or null. */
    @Nullable
    String flaw;

    void clear() {
        duration = 0;
        sourceBytes = ObservationTable.UNKNOWN;
        destinationBytes = ObservationTable.UNKNOWN;
        sourcePackets = ObservationTable.UNKNOWN;
        destinationPackets = ObservationTable.UNKNOWN;
        state = TextPool.ABSENT;
        history = TextPool.ABSENT;
        service = TextPool.ABSENT;
        stateSays = 0;
        historySays = 0;
        serviceSays = 0;
        listed = true;
        seen = 0;
        fault = null;
        flaw = null;
    }
}
