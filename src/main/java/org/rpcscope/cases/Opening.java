package org.rpcscope.cases;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;

/** Opens the bytes of an input, on the job's thread. */
interface Opening {
    ByteSource open() throws IOException;

    /** Whether it is still being written. */
    default boolean growing() {
        return false;
    }

    /** When it was changed for the last time, in nanoseconds since 1970; -1 for what is no file, or is still written. */
    default long modified() throws IOException {
        return -1;
    }

    /** Where a table that was read of it before may be. */
    default TableCache cache() {
        return TableCache.NONE;
    }

    /** What was read of it before, where nothing but what has come since is to be read; null for all of it. */
    default @Nullable Import before() {
        return null;
    }

    /** What tells the input from others. */
    default long fingerprint(byte[] head, long size) {
        return ImportJob.fingerprint(head, size);
    }
}
