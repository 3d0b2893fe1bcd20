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
}
