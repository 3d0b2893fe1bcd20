package org.rpcscope.cases;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Seal;

/**
 * The secret with which this user's program seals the tables that it keeps, in a file that nobody else may read. It never
 * leaves the machine with a case: tables that come with a case of somebody else are not believed. Blocks: for jobs.
 */
public record CacheKey(Path file) {

    private static final String OWNER_ALONE = "rw-------";

    /**
     * The secret; null where there is none yet.
     *
     * @throws IOException where it cannot be read now
     */
    byte @Nullable [] read() throws IOException {
        try {
            byte[] secret = Files.readAllBytes(file);
            return secret.length == Seal.SECRET ? secret : null;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /**
     * The secret, which is made where there is none.
     *
     * @throws IOException where it cannot be read or made now; one that is there stays
     */
    byte[] readOrMake() throws IOException {
        byte[] secret = read();
        if (secret != null) {
            return secret;
        }
        Files.deleteIfExists(file); // cut short, and of no use to anybody
        if (file.getParent() instanceof Path folder) {
            Files.createDirectories(folder);
        }
        byte[] fresh = new byte[Seal.SECRET];
        new SecureRandom().nextBytes(fresh);
        Path part = Files.createTempFile(
                file.toAbsolutePath().getParent(), String.valueOf(file.getFileName()), ".part", ownerAlone());
        try {
            Files.write(part, fresh, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(part, file);
            return fresh;
        } catch (FileAlreadyExistsException e) { // another window was faster
            byte[] other = read();
            if (other != null) {
                return other;
            }
            throw e;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private FileAttribute<?>[] ownerAlone() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString(OWNER_ALONE)))
                }
                : new FileAttribute<?>[0];
    }
}
