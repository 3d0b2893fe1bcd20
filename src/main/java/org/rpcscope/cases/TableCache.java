package org.rpcscope.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Progress;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.TableImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tables that were read before, each in a file of a folder beside the case. What is in the folder is never needed: whatever
 * does not agree with the source is left aside, with a word in the log, and the source is read. Whether the source is the
 * same to the last byte is not known when a table is taken from here; whoever takes it compares the hash afterwards.
 * Blocks: for jobs. Any thread; one process.
 *
 * @param folder null where nothing is kept
 * @param version of the program: another one may read the same source in another way
 * @param least sources of fewer bytes are read as quickly
 * @param most so many bytes all files may have together; those that were not used for the longest time go first
 */
public record TableCache(@Nullable Path folder, String version, long least, long most) {

    /** Keeps nothing. */
    public static final TableCache NONE = new TableCache(null, "", Long.MAX_VALUE, 0);

    private static final Logger LOG = LoggerFactory.getLogger(TableCache.class);
    private static final String LAYOUT = "rpcscope table 1";
    private static final String ENDING = ".table";
    private static final String PART = ".part";
    private static final int HASH = 64; // digits

    /** So much is left free on the disk. */
    private static final long FREE = 1L << 30;

    /**
     * What is known of a source before it is read.
     *
     * @param input with the fingerprint of its first bytes
     * @param size in bytes of the file
     * @param modified nanoseconds since 1970
     */
    record Source(Input input, long size, long modified) {}

    /**
     * A table that was kept.
     *
     * @param hash the SHA-256 of the source that it was read from, in hexadecimal
     */
    record Kept(ObservationTable table, String hash) {}

    /** The one of a case: sources from eight megabytes on, and eight gigabytes of tables. Touches no disk. */
    public static TableCache beside(Path openCase, String version) {
        String name = String.valueOf(openCase.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return new TableCache(openCase.resolveSibling(stem + ".rpcscope-cache"), version, 1L << 23, 1L << 33);
    }

    /** The table of a source; null where none is kept that can be used. Its events have been asked no rules. Never throws. */
    @Nullable
    Kept read(Source source, Pools pools, Progress progress) {
        Path image = image(source.input());
        if (image == null || source.size() < least || !Files.isRegularFile(image)) {
            return null;
        }
        ObservationTable table = new ObservationTable(source.input(), pools, EventJudge.NO_RULES);
        try (FileChannel channel = FileChannel.open(image, StandardOpenOption.READ)) {
            String hash = hash(channel, key(source));
            if (hash == null) {
                LOG.info("a kept table is of another source or program, the source is read again");
                return null;
            }
            TableImage.read(table, channel, progress);
            Files.setLastModifiedTime(image, FileTime.from(Instant.now()));
            return new Kept(table, hash);
        } catch (IOException e) {
            if (!progress.cancelled()) {
                LOG.warn("a kept table cannot be used, the source is read again: {}", e.getMessage());
                delete(image); // so that it is written anew
            }
            return null;
        }
    }

    /** Whether it has the table of a source, by the head of its file. */
    boolean keeps(Source source, String hash) {
        Path image = image(source.input());
        if (image == null || !Files.isRegularFile(image)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(image, StandardOpenOption.READ)) {
            return hash.equals(hash(channel, key(source)));
        } catch (IOException e) { // it is written anew
            return false;
        }
    }

    /** The hash behind the head of a file; null where the head is another one. */
    private static @Nullable String hash(FileChannel channel, byte[] key) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(key.length + HASH);
        while (head.hasRemaining() && channel.read(head) >= 0) {
            // goes on
        }
        boolean same = !head.hasRemaining() && Arrays.equals(key, 0, key.length, head.array(), 0, key.length);
        return same ? new String(head.array(), key.length, HASH, StandardCharsets.ISO_8859_1) : null;
    }

    /**
     * Keeps a table, whole or not at all.
     *
     * @param hash the SHA-256 of the source, in hexadecimal
     * @return whether it is kept: not where there is no room, or the job was cancelled
     */
    boolean write(Source source, String hash, ObservationTable table, Progress progress) {
        Path image = image(source.input());
        if (folder == null || image == null || source.size() < least || hash.length() != HASH) {
            return false;
        }
        Path part = image.resolveSibling(image.getFileName() + PART);
        try {
            Files.createDirectories(folder);
            long about = 128L * (table.rows() + (long) table.events().count());
            if (Files.getFileStore(folder).getUsableSpace() < about + FREE) {
                LOG.info("no table is kept: the disk is nearly full");
                return false;
            }
            Files.deleteIfExists(part);
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                byte[] digits = hash.getBytes(StandardCharsets.ISO_8859_1);
                for (ByteBuffer head : List.of(ByteBuffer.wrap(key(source)), ByteBuffer.wrap(digits))) {
                    while (head.hasRemaining()) {
                        channel.write(head);
                    }
                }
                TableImage.write(table, channel, progress);
                channel.force(true);
            }
            if (makeRoom(Files.size(part), image, part)) {
                Files.move(part, image, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return true;
            }
        } catch (IOException | UncheckedIOException e) {
            if (!progress.cancelled()) {
                LOG.warn("a table could not be kept: {}", e.getMessage());
            }
        }
        delete(part);
        return false;
    }

    /** Deletes what was not used for the longest time, until there is room; false where there is none. */
    private boolean makeRoom(long size, Path image, Path part) throws IOException {
        List<Path> others = new ArrayList<>();
        try (Stream<Path> files = Files.list(image.resolveSibling("."))) {
            files.map(Path::normalize)
                    .filter(file ->
                            file.toString().endsWith(ENDING) || file.toString().endsWith(ENDING + PART))
                    .filter(file -> !file.getFileName().equals(image.getFileName())
                            && !file.getFileName().equals(part.getFileName()))
                    .forEach(others::add);
        }
        others.sort(Comparator.comparingLong(file -> file.toFile().lastModified())); // 0 for one that is gone
        long total = size;
        for (Path file : others) {
            total += file.toFile().length();
        }
        for (Path file : others) {
            if (total > most) {
                total -= file.toFile().length();
                delete(file);
            }
        }
        return total <= most;
    }

    /** Forgets the table of a source that turned out to be another one. */
    void forget(Input input) {
        Path image = image(input);
        if (image != null) {
            LOG.info("a source has changed since its table was kept, it is read again");
            delete(image);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a kept table could not be deleted: {}", e.getMessage());
        }
    }

    private @Nullable Path image(Input input) {
        String name = HexFormat.of().toHexDigits(input.fingerprint()) + "-" + input.format() + ENDING;
        return folder == null ? null : folder.resolve(name);
    }

    private byte[] key(Source source) {
        String key = String.join(
                "\n",
                LAYOUT,
                version,
                source.input().format(),
                HexFormat.of().toHexDigits(source.input().fingerprint()),
                Long.toString(source.size()),
                Long.toString(source.modified()),
                "");
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
