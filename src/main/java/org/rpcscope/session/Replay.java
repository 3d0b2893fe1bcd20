package org.rpcscope.session;

import org.rpcscope.input.ByteSource;
import org.rpcscope.job.Progress;

/** Reads one conversation of an input again, in all detail. Holds no state; any thread. */
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
}
