package org.rpcscope.session;

import org.rpcscope.query.Column;
import org.rpcscope.rpc.Conversation;

/** The cells of observations as they can be read: from any thread, rows below {@link ObservationTable#rows}. */
abstract sealed class ObservationCells permits ObservationTable {

    static final int SHIFT = 12;
    static final int CHUNK = Column.BLOCK;

    volatile ObservationChunk[] chunks = new ObservationChunk[0];

    public int evidence(int row) {
        return chunks[row >>> SHIFT].evidence[row & (CHUNK - 1)];
    }

    /** The number of the originator's address, as far as it is known who opened. */
    public int source(int row) {
        ObservationChunk chunk = chunks[row >>> SHIFT];
        int i = row & (CHUNK - 1);
        return turned(chunk, i) ? chunk.destination[i] : chunk.source[i];
    }

    public int destination(int row) {
        ObservationChunk chunk = chunks[row >>> SHIFT];
        int i = row & (CHUNK - 1);
        return turned(chunk, i) ? chunk.source[i] : chunk.destination[i];
    }

    public int sourcePort(int row) {
        ObservationChunk chunk = chunks[row >>> SHIFT];
        int i = row & (CHUNK - 1);
        return turned(chunk, i) ? chunk.ports[i] & 0xFFFF : chunk.ports[i] >>> 16;
    }

    public int destinationPort(int row) {
        ObservationChunk chunk = chunks[row >>> SHIFT];
        int i = row & (CHUNK - 1);
        return turned(chunk, i) ? chunk.ports[i] >>> 16 : chunk.ports[i] & 0xFFFF;
    }

    public long start(int row) {
        return chunks[row >>> SHIFT].start[row & (CHUNK - 1)];
    }

    public long end(int row) {
        return chunks[row >>> SHIFT].end[row & (CHUNK - 1)];
    }

    public long origin(int row) {
        return chunks[row >>> SHIFT].origin[row & (CHUNK - 1)];
    }

    /** Payload bytes from the originator, or {@link ObservationTable#UNKNOWN}. */
    public long sourceBytes(int row) {
        ObservationChunk chunk = chunks[row >>> SHIFT];
        int i = row & (CHUNK - 1);
        return turned(chunk, i) ? chunk.destinationBytes[i] : chunk.sourceBytes[i];
    }

    public long destinationBytes(int row) {
        ObservationChunk chunk = chunks[row >>> SHIFT];
        int i = row & (CHUNK - 1);
        return turned(chunk, i) ? chunk.sourceBytes[i] : chunk.destinationBytes[i];
    }

    public int sourcePackets(int row) {
        ObservationChunk chunk = chunks[row >>> SHIFT];
        int i = row & (CHUNK - 1);
        return turned(chunk, i) ? chunk.destinationPackets[i] : chunk.sourcePackets[i];
    }

    public int destinationPackets(int row) {
        ObservationChunk chunk = chunks[row >>> SHIFT];
        int i = row & (CHUNK - 1);
        return turned(chunk, i) ? chunk.sourcePackets[i] : chunk.destinationPackets[i];
    }

    /** The log's own word for what was done, as a number of the text pool. */
    public int action(int row) {
        return chunks[row >>> SHIFT].words().action[row & (CHUNK - 1)];
    }

    public int state(int row) {
        return chunks[row >>> SHIFT].words().state[row & (CHUNK - 1)];
    }

    public int history(int row) {
        return chunks[row >>> SHIFT].words().history[row & (CHUNK - 1)];
    }

    public int service(int row) {
        return chunks[row >>> SHIFT].words().service[row & (CHUNK - 1)];
    }

    /** What was said over DCE/RPC; {@link Conversation#NONE} where nothing was seen. */
    public Conversation conversation(int row) {
        return chunks[row >>> SHIFT].conversation(row & (CHUNK - 1));
    }

    /** Whether anything may have been said in some row of the block: most blocks have none, and need not be looked at. */
    public boolean conversed(int block) {
        return chunks[block].conversed();
    }

    /** Whether the row has words of a log: then one line is one record, else each packet is. */
    public boolean describes(int row) {
        return chunks[row >>> SHIFT].described();
    }

    /** The transport of a row. */
    public Transport transport(int row) {
        return Evidence.has(evidence(row), Evidence.UDP) ? Transport.UDP : Transport.TCP;
    }

    ObservationChunk chunk(int row) {
        return chunks[row >>> SHIFT];
    }

    private static boolean turned(ObservationChunk chunk, int i) {
        return chunk.anyTurned && (chunk.evidence[i] & Evidence.TURNED) != 0;
    }
}
