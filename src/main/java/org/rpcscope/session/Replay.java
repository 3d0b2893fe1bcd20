package org.rpcscope.session;

import java.io.IOException;
import org.rpcscope.input.ByteSource;
import org.rpcscope.job.Progress;

/** Reads conversations of an input again: one in all detail, or the packets of many. Holds no state; any thread. */
public interface Replay {

    /** Whether it can read inputs of the format, by the name in {@link Input#format}. */
    boolean reads(String format);

    /**
     * Reads the conversation from its first packet to its last. Where the source may be read anywhere it begins there; one
     * that is unpacked in order is read from its start. A cancelled reading yields what it has.
     *
     * @param format a name that {@link #reads} says yes to
     * @param progress in bytes of the medium
     */
    Transcript read(ByteSource source, String format, Excerpt excerpt, Progress progress);

    /**
     * Hands on all packets of some conversations, from the start of the input to its end, or to where the job is
     * cancelled. What is taken in at once does not grow with the input. Fragments between the hosts of a conversation are
     * handed on with it, since which conversation they belong to is not always known.
     *
     * @param table what was read from the source the first time
     * @param origins of the conversations, ascending
     * @param progress in bytes of the medium
     * @throws IOException of the sink; a medium that fails ends the reading as damage does
     */
    void copy(ByteSource source, ObservationTable table, long[] origins, PacketSink sink, Progress progress)
            throws IOException;
}
