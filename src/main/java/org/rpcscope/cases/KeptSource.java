package org.rpcscope.cases;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Assumed;

/**
 * A file that a case was made of, as the case keeps it.
 *
 * @param name its absolute path where it was read
 * @param size in bytes; -1 where it is not known
 * @param hash the SHA-256 of the whole file in hexadecimal; empty until it has been computed
 * @param times what the analyst says of its times, where they leave something out
 */
public record KeptSource(String name, long size, String hash, Assumed.Choice times) {

    /** A file of whose times nothing was said. */
    public KeptSource(String name, long size, String hash) {
        this(name, size, hash, Assumed.Choice.NONE);
    }

    /** Where it was, as far as this operating system can name it. */
    public @Nullable Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) { // of another operating system
            return null;
        }
    }

    /** The last part of its path, whichever operating system wrote it. */
    public String fileName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The path without its last part; empty where there is none. */
    public String folder() {
        int end = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        return end <= 0 ? "" : name.substring(0, end);
    }
}
