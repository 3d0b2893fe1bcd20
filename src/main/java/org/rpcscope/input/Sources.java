package org.rpcscope.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Opens inputs. Whether one is packed, is text of UTF-16, or wraps records of another log as Elasticsearch and Splunk export
 * them, is told by its first bytes, never by its name. What is read is unpacked, UTF-8, and the records alone; offsets count
 * the bytes that are read.
 */
public final class Sources {

    /** How many unpacked bytes the formats see before one of them is chosen, unless the first lines are longer. */
    public static final int HEAD = 1 << 16;

    /** How many they see at most. Readers refuse lines that are longer. */
    static final int LONGEST_HEAD = 1 << 20;

    /** A header and a record, or two records. */
    private static final int LINES = 2;

    private static final int MAGIC = 4;

    private Sources() {}

    /**
     * Opens a file: a plain one for reading anywhere; what is packed by gzip (RFC 1952) or zstd (RFC 8878), is text of
     * UTF-16, or is not a regular file, for reading in order. A path that leads into an archive opens its member.
     *
     * @throws IOException with a message that a person understands and that does not repeat the name
     */
    public static ByteSource open(Path path) throws IOException {
        return open(path, false);
    }

    /** The same for a file that is being written: a plain text file ends behind its last whole line. */
    public static ByteSource openGrowing(Path path) throws IOException {
        return open(path, true);
    }

    private static ByteSource open(Path path, boolean growing) throws IOException {
        try {
            if (Files.isDirectory(path)) {
                throw new IOException("is a folder");
            }
            if (!Files.isRegularFile(path) && Files.exists(path)) {
                return unwrapped(sequential(path.toString(), new Medium(Files.newInputStream(path), -1)));
            }
            ByteSource member = Files.exists(path) ? null : MemberSearch.find(path);
            return member == null ? unwrapped(regular(path, growing)) : member;
        } catch (NoSuchFileException e) {
            throw new IOException("no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("permission denied", e);
        } catch (FileSystemException e) {
            String reason = e.getReason();
            throw new IOException(reason == null ? "cannot be opened" : reason, e);
        }
    }

    /** The bytes of a stream such as standard input, unpacked where they are packed. Its name is {@code -}. */
    public static ByteSource standardInput(InputStream stream) throws IOException {
        return unwrapped(sequential("-", new Medium(stream, -1)));
    }

    /**
     * The first bytes of a source, for {@link InputFormat#likelihood}. Nothing is used up: a source that is read in order
     * gives them again. To be called by the thread that reads, before it reads.
     */
    public static InputFormat.Head head(ByteSource source) throws IOException {
        byte[] bytes = new byte[HEAD];
        int length = source.read(0, ByteBuffer.wrap(bytes));
        if (length == HEAD && isTextOfLongLines(bytes)) {
            bytes = new byte[LONGEST_HEAD];
            length = firstLines(bytes, source.read(0, ByteBuffer.wrap(bytes)));
        }
        return new InputFormat.Head(Arrays.copyOf(bytes, length));
    }

    /** Whether so many bytes hold less than the first lines. In what is text no byte is zero. */
    private static boolean isTextOfLongLines(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        return firstLines(bytes, bytes.length) == bytes.length;
    }

    /** Where the first lines end that are neither empty nor remarks, or the length where they go on. */
    private static int firstLines(byte[] bytes, int length) {
        int lines = 0;
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                lines += i > start && bytes[start] != '#' ? 1 : 0;
                start = i + 1;
                if (lines == LINES) {
                    return start;
                }
            }
        }
        return length;
    }

    private static ByteSource regular(Path path, boolean growing) throws IOException {
        FileSource file = new FileSource(path);
        try {
            byte[] first = new byte[Utf16.SAMPLE];
            int length = file.read(0, ByteBuffer.wrap(first));
            if (Packing.of(first, length) == Packing.NONE && Utf16.of(first, length) == null) {
                return growing ? file.wholeLines() : file;
            }
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        file.close();
        return sequential(path.toString(), new Medium(Files.newInputStream(path), Files.size(path)));
    }

    /** A member of an archive, unpacked where it is packed once more. */
    static Archive.Member member(String name, InputStream stream, long size, Allowance allowance) {
        Medium medium = new Medium(stream, size);
        try {
            Unpacker unpacker = new AllowedUnpacker(unpacker(medium), allowance);
            ByteSource source = new SequentialSource(name, medium, new EncodedUnpacker(unpacker));
            return new Archive.Member(new MemberSource(unwrapped(source), allowance), null);
        } catch (IOException e) {
            return refused(name, String.valueOf(e.getMessage()), allowance);
        }
    }

    /** A member that cannot be read. */
    static Archive.Member refused(String name, String reason, Allowance allowance) {
        Medium nothing = new Medium(InputStream.nullInputStream(), 0);
        return new Archive.Member(new MemberSource(new SequentialSource(name, nothing, nothing), allowance), reason);
    }

    /** A source, or of an export of another program the records in it. */
    private static ByteSource unwrapped(ByteSource source) throws IOException {
        Wrapping wrapping;
        try {
            wrapping = Wrapping.of(head(source).bytes());
        } catch (IOException damaged) { // whoever reads it is told, with the place
            return source;
        }
        if (wrapping == Wrapping.NONE) {
            return source;
        }
        Medium medium = new Medium(new SourceStream(source), source.packedSize());
        return new OwnedSource(
                new SequentialSource(source.name(), medium, new Unwrapper(medium, wrapping)), List.of(source));
    }

    private static Unpacker unpacker(Medium medium) throws IOException {
        return switch (Packing.of(medium.peek(MAGIC), medium.peeked())) {
            case NONE -> medium;
            case GZIP -> new GzipUnpacker(medium);
            case ZSTD -> new ZstdUnpacker(medium);
        };
    }

    private static ByteSource sequential(String name, Medium medium) throws IOException {
        try {
            return new SequentialSource(name, medium, new EncodedUnpacker(unpacker(medium)));
        } catch (IOException | RuntimeException e) {
            medium.close();
            throw e;
        }
    }
}
