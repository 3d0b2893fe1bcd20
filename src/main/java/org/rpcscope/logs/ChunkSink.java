package org.rpcscope.logs;

import org.rpcscope.session.ObservationTable;

/** Takes what lines of a log say of each other's records, when their chunk's turn has come. For the one writer. */
public interface ChunkSink {

    /** For logs whose lines stand for themselves. */
    ChunkSink NONE = new ChunkSink() {};

    /** Takes a chunk, whose own rows and events are written. Chunks come in the order of the input. */
    default void take(LineChunk chunk) {}

    /**
     * Writes what was gathered; the rows of the table are published, and it is not ended yet.
     *
     * @param last whether no chunk comes any more; if not, all of it is written once more later, into another table
     */
    default void end(ObservationTable table, boolean last) {}
}
