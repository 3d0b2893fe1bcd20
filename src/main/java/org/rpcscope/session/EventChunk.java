package org.rpcscope.session;

/** The cells of one block of events: 44 bytes each. */
final class EventChunk {

    final long[] time = new long[EventTable.CHUNK];
    final long[] origin = new long[EventTable.CHUNK];
    final int[] host = new int[EventTable.CHUNK];
    final int[] address = new int[EventTable.CHUNK];
    final int[] peer = new int[EventTable.CHUNK];
    final int[] user = new int[EventTable.CHUNK];
    final int[] kind = new int[EventTable.CHUNK];
    final int[] subject = new int[EventTable.CHUNK];
    final int[] verdict = new int[EventTable.CHUNK];

    /** Another one of the same cells. */
    EventChunk copy() {
        EventChunk copy = new EventChunk();
        Object[] from = {time, origin, host, address, peer, user, kind, subject, verdict};
        Object[] to = {
            copy.time, copy.origin, copy.host, copy.address, copy.peer, copy.user, copy.kind, copy.subject, copy.verdict
        };
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(from[i], 0, to[i], 0, EventTable.CHUNK);
        }
        return copy;
    }
}
