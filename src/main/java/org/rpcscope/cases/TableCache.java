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
import org.rpcscope.job.Workers;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Seal;
import org.rpcscope.session.TableImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tables that were read before, each in a file of a folder beside the case. What is in the folder is never needed: whatever
 * does not agree with the source, or was not written by the program of this user, is left aside, and the source is read. Whether the source is the
 * same to the last byte is not known when a table is taken from here; whoever takes it compares the hash afterwards.
 * Blocks: for jobs. Any thread; one process.
 *
 * @param folder null where nothing is kept
 * @param key seals what is kept: a file that comes with a case from elsewhere could leave sessions out
 * @param version of the program: another one may read the same source in another way
 * @param least sources of fewer bytes are read as quickly
 * @param most so many bytes all files may have together; those that were not used for the longest time go first
 */
public record TableCache(@Nullable Path folder, CacheKey key, String version, long least, long most) {

    /** Keeps nothing. */
    public static final TableCache NONE = new TableCache(null, new CacheKey(Path.of("")), "", Long.MAX_VALUE, 0);

    private static final String LAYOUT = "rpcscope table 2";
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
    public static TableCache beside(Path openCase, CacheKey key, String version) {
        String name = String.valueOf(openCase.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return new TableCache(openCase.resolveSibling(stem + ".rpcscope-cache"), key, version, 1L << 23, 1L << 33);
    }

    /**
     * The table of a source; null where none is kept that can be used. Its events have been asked no rules. Never throws.
     *
     * @param threads how many may work at it
     * @param distrusted called where there is one that is damaged, or that this user's program did not write
     */
    @Nullable
    Kept read(Source source, int threads, Pools pools, Progress progress, Runnable distrusted) {
        Path image = image(source.input());
        if (image == null || source.size() < least || !Files.isRegularFile(image)) {
            return null;
        }
        ObservationTable table = new ObservationTable(source.input(), pools, EventJudge.NO_RULES);
        try (Workers workers = new Workers(threads);
                FileChannel channel = FileChannel.open(image, StandardOpenOption.READ)) {
            Head head = head(channel, about(source), workers);
            if (head == null) {
                log().info("a kept table is of another source or program, the source is read again");
                return null;
            }
            TableImage.read(table, channel, head.seal(), progress);
            Files.setLastModifiedTime(image, FileTime.from(Instant.now()));
            return new Kept(table, head.hash());
        } catch (IOException e) {
            if (!progress.cancelled()) {
                log().warn("a kept table cannot be used, the source is read again: {}", e.getMessage());
                delete(image); // so that it is written anew
                distrusted.run();
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
        try (Workers alone = new Workers(1);
                FileChannel channel = FileChannel.open(image, StandardOpenOption.READ)) {
            Head head = head(channel, about(source), alone);
            return head != null && hash.equals(head.hash());
        } catch (IOException e) { // it is written anew
            return false;
        }
    }

    /** The beginning of a file that this user's program wrote: of what source it is, and the seal for what follows. */
    private record Head(String hash, Seal seal) {

        /** The bytes of it; the first block that is sealed. */
        static byte[] bytes(byte[] about, String hash, Seal seal) {
            byte[] digits = hash.getBytes(StandardCharsets.ISO_8859_1);
            return ByteBuffer.allocate(about.length + HASH + Seal.LENGTH)
                    .put(about)
                    .put(digits)
                    .put(seal.next(ByteBuffer.wrap(about), ByteBuffer.wrap(digits)))
                    .array();
        }
    }

    /**
     * Reads the head of a file; null where it is of another source or program.
     *
     * @throws IOException where the program of this user has not written it
     */
    private @Nullable Head head(FileChannel channel, byte[] about, Workers workers) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(about.length + HASH + Seal.LENGTH);
        while (head.hasRemaining() && channel.read(head) >= 0) {
            // goes on
        }
        if (head.hasRemaining() || !Arrays.equals(about, 0, about.length, head.array(), 0, about.length)) {
            return null;
        }
        byte[] secret = key.read();
        if (secret == null) {
            throw new IOException("this user has kept none yet");
        }
        String hash = new String(head.array(), about.length, HASH, StandardCharsets.ISO_8859_1);
        Seal seal = new Seal(workers, secret, about);
        if (!Seal.same(Head.bytes(about, hash, seal), head.array())) {
            throw new IOException("it is damaged, or was not written here");
        }
        return new Head(hash, seal);
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
                log().info("no table is kept: the disk is nearly full");
                return false;
            }
            Files.deleteIfExists(part);
            try (Workers alone = new Workers(1);
                    FileChannel channel =
                            FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                Seal seal = new Seal(alone, key.readOrMake(), about(source));
                ByteBuffer head = ByteBuffer.wrap(Head.bytes(about(source), hash, seal));
                while (head.hasRemaining()) {
                    channel.write(head);
                }
                TableImage.write(table, channel, seal, progress);
                channel.force(true);
            }
            if (makeRoom(Files.size(part), image, part)) {
                Files.move(part, image, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return true;
            }
        } catch (IOException | UncheckedIOException e) {
            if (!progress.cancelled()) {
                log().warn("a table could not be kept: {}", e.getMessage());
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
            log().info("a source has changed since its table was kept, it is read again");
            delete(image);
        }
    }

    /** Looked up when there is something to say: a scan keeps no table, and to start the logging takes its time. */
    private static Logger log() {
        return LoggerFactory.getLogger(TableCache.class);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log().warn("a kept table could not be deleted: {}", e.getMessage());
        }
    }

    private @Nullable Path image(Input input) {
        String name = HexFormat.of().toHexDigits(input.fingerprint()) + "-" + input.format() + ENDING;
        return folder == null ? null : folder.resolve(name);
    }

    private byte[] about(Source source) {
        String about = String.join(
                "\n",
                LAYOUT,
                version,
                source.input().format(),
                HexFormat.of().toHexDigits(source.input().fingerprint()),
                Long.toString(source.size()),
                Long.toString(source.modified()),
                "");
        return about.getBytes(StandardCharsets.UTF_8);
    }
}
