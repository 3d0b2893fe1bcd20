package org.rpcscope.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Sources;
import org.rpcscope.session.Input;

/**
 * A file that is read as it is.
 *
 * @param cache where a table of former times may be; one without a folder where it is to be read whatever is kept
 * @param then how many bytes it had when the case was made: what is said of its sessions goes by that; -1 for a new one
 */
record WholeFile(Path path, TableCache cache, long then) implements Opening {

    @Override
    public ByteSource open() throws IOException {
        return Sources.open(path);
    }

    @Override
    public long modified() throws IOException {
        return modified(path);
    }

    @Override
    public Input input(String name, String format, byte[] head, long size) {
        long known = ImportJob.isGrown(size, then) ? then : size;
        return new Input(name, format, ImportJob.fingerprint(head, size, then), known);
    }

    /** When the file was changed for the last time, in nanoseconds since 1970. */
    static long modified(Path path) throws IOException {
        return Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS);
    }

    /** The day of that, in UTC. */
    static LocalDate date(Path path) {
        try {
            return LocalDate.ofInstant(Files.getLastModifiedTime(path).toInstant(), ZoneOffset.UTC);
        } catch (IOException e) {
            return LocalDate.now(ZoneOffset.UTC); // it was read, and is gone
        }
    }
}
