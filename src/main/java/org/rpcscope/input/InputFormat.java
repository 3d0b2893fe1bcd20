package org.rpcscope.input;

import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Progress;

/**
 * A kind of capture or log: how likely some bytes are of this kind, and how to read them. Formats hold no state: one
 * object reads many inputs at once.
 *
 * @param <T> what a format writes its records into
 */
public interface InputFormat<T> {

    /** How likely an input is of a kind whose signature it has. */
    int SURE = 100;

    /** The name after {@code --input-format}, such as {@code pcap} or {@code zeek-conn}. */
    String name();

    /**
     * How likely the input is of this kind, from its first bytes alone; the file's name is never asked.
     *
     * @return 0 for no, up to {@link #SURE} for a signature that nothing else has
     */
    int likelihood(Head head);

    /**
     * Reads the whole input into the target and returns at the end, at the first bytes from which it can't go on, or when
     * the progress is cancelled. Never throws for what the bytes are: that becomes problems.
     */
    void read(ByteSource source, T target, Reading reading);

    /**
     * The same of an input that is still being written.
     *
     * @return what reads on later; null where the whole input has to be read again
     */
    default @Nullable Onward<T> readGrowing(ByteSource source, T target, Reading reading) {
        read(source, target, reading);
        return null;
    }

    /**
     * The first unpacked bytes of an input.
     *
     * @param bytes 64 KiB; the whole input if it is shorter; up to 1 MiB where that much is needed for whole lines
     */
    record Head(byte[] bytes) {}

    /**
     * What a reader is given beside its input.
     *
     * @param threads how many threads may work on it
     * @param progress in bytes of the medium ({@link ByteSource#consumed()})
     * @param problems where faults of the input go
     * @param assumed zone and year, for formats that leave them out
     */
    record Reading(int threads, Progress progress, Problems problems, Assumed assumed) {

        /** For formats that say all of a time. */
        public Reading(int threads, Progress progress, Problems problems) {
            this(threads, progress, problems, Assumed.nothing());
        }
    }
}
