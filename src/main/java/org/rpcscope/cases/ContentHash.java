package org.rpcscope.cases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;

/** The SHA-256 of a whole file, as other tools print it. For jobs: a file of ten gigabytes takes a while, and no memory. */
public final class ContentHash {

    private static final int AT_ONCE = 1 << 20;

    private ContentHash() {}

    /** Computes it; empty where the job was cancelled. The job fails with an IOException where the file cannot be read. */
    public static Job<Optional<String>> of(Path file) {
        return Job.of(String.valueOf(file.getFileName()), progress -> compute(file, progress));
    }

    /** The same on this thread. */
    static Optional<String> compute(Path file, Progress progress) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer bytes = ByteBuffer.allocate(AT_ONCE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            progress.total(channel.size());
            while (!progress.cancelled()) {
                int read = channel.read(bytes.clear());
                if (read < 0) {
                    return Optional.of(HexFormat.of().formatHex(digest.digest()));
                }
                digest.update(bytes.flip());
                progress.advance(read);
            }
        }
        return Optional.empty();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
