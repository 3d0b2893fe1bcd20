package org.rpcscope.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Sources;
import org.rpcscope.session.Input;

/** A file that is followed, and what it was when it was last read. One thread. */
final class Followed {

    /** The last bytes of a file's beginning may change as it grows: the bracket that ends a JSON array. */
    private static final int END = 16;

    private static final FileTime NEVER = FileTime.fromMillis(0);

    /** The kind whose beginning changes too when something is added: a log file of Windows. */
    private static final String IN_PLACE = "evtx";

    private final Path file;
    private long size = -1;
    private FileTime modified = NEVER;
    private byte[] head = {};
    private @Nullable Import next;

    /** @param file its canonical name */
    Followed(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** What became of it since it was last read. */
    enum Change {
        NONE,
        /** There is more, behind what was there. */
        GROWN,
        /** It begins anew: it was emptied, or another file has its name. */
        ROTATED
    }

    /**
     * Looks whether it has changed. Where it has grown, it is taken as it is now for what is read next. A file that is away has
     * not changed.
     *
     * @param format what it was read as
     */
    Change look(@Nullable String format) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (now.size() == size && now.lastModifiedTime().equals(modified)) {
                return Change.NONE;
            }
            byte[] beginning = beginning(file);
            if (!IN_PLACE.equals(format) && (now.size() < size || !continues(beginning))) {
                return Change.ROTATED;
            }
            size = now.size();
            modified = now.lastModifiedTime();
            head = beginning;
            return Change.GROWN;
        } catch (IOException e) { // between two names, or gone for good: what was read stays
            return Change.NONE;
        }
    }

    /** Takes it for a file that was never read, and is read now. */
    void begin() {
        size = -1;
        modified = NEVER;
        head = new byte[0];
        look(null);
    }

    /** What it is being read into, beside what was read of it before; null where nobody reads. */
    @Nullable
    Import next() {
        return next;
    }

    void next(@Nullable Import reading) {
        next = reading;
    }

    /** Finds the file that has what this one had when it was last read: its neighbour with a like name. */
    @Nullable
    Path formerContent() {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        try (Stream<Path> neighbours = Files.list(file.resolveSibling("."))) {
            List<Path> like = neighbours
                    .filter(path -> String.valueOf(path.getFileName()).startsWith(stem))
                    .map(Imports::canonical)
                    .filter(path -> !path.equals(file) && Files.isRegularFile(path))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            for (Path path : like) {
                if (Files.size(path) >= size && continues(beginning(path))) {
                    return path;
                }
            }
        } catch (IOException e) { // no such neighbour, then
            return null;
        }
        return null;
    }

    private boolean continues(byte[] beginning) {
        int compared = Math.max(0, head.length - END);
        return beginning.length >= compared && Arrays.equals(head, 0, compared, beginning, 0, compared);
    }

    private static byte[] beginning(Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(Sources.HEAD);
        }
    }

    /**
     * Reads a file as the one input that it was, though it has grown.
     *
     * @param growing whether it is still being written
     * @param known which input it was; null where it is read for the first time
     * @param before what was read of it; null where it is read for the first time, or under another name
     */
    record Again(
            Path path,
            boolean growing,
            @Nullable Input known,
            @Nullable Import before) implements Opening {
        @Override
        public ByteSource open() throws IOException {
            return growing ? Sources.openGrowing(path) : Sources.open(path);
        }

        @Override
        public Input input(String name, String format, byte[] beginning, long length) {
            return known == null
                    ? Opening.super.input(name, format, beginning, length)
                    : new Input(name, format, known.fingerprint(), known.size());
        }
    }
}
