package org.rpcscope.cases;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.session.Input;

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

    /** Which input it is, by its first bytes and its size: those of when it was first read, whatever has come since. */
    default Input input(String name, String format, byte[] head, long size) {
        return new Input(name, format, ImportJob.fingerprint(head, size), size);
    }
}
