package org.rpcscope.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Problem;
import org.rpcscope.job.Progress;

/**
 * Cuts an input into chunks at line ends. A line that no chunk may hold is passed over and leaves its offset. One thread
 * at a time; the memory taken follows from the chunk size and {@link #LONGEST_LINE}, not from the input.
 */
public final class LineFeed {

    /** Longer lines are not read: no log has them, and one that never ends must not fill the memory. */
    public static final int LONGEST_LINE = 1 << 20;

    /** What is said of them. */
    public static final String TOO_LONG = "a line of more than 1 MiB is skipped";

    private final ByteSource source;
    private final Progress progress;
    private final int chunkSize;
    private long position;
    private long consumed;
    private boolean ended;
    private boolean cut;
    private @Nullable Problem failure;
    private byte[] carry = new byte[0]; // the beginning of a line, in the chunk before
    private int carryFrom;
    private int carryTo;

    /** @param from where the first line begins */
    LineFeed(ByteSource source, Progress progress, int chunkSize, long from) {
        this.source = source;
        this.position = from;
        this.progress = progress;
        this.chunkSize = chunkSize;
    }

    /** Where the last whole line ends; -1 where reading stopped before the end, or what is there is no whole line. */
    long end() {
        return failure != null || progress.cancelled() || cut ? -1 : position;
    }

    /** Why reading stopped before the end, if it did. */
    @Nullable
    Problem failure() {
        return failure;
    }

    /** Fills some chunks, in order, and returns how many: fewer than there are at the end or when cancelled. */
    int fill(LineChunk[] chunks) {
        int count = 0;
        while (count < chunks.length && next(chunks[count])) {
            count++;
        }
        return count;
    }

    private boolean next(LineChunk chunk) {
        chunk.clear();
        int filled = takeCarry(chunk);
        int searched = 0; // after a dropped line, even the carry may hold line ends
        while (true) {
            chunk.room(filled + chunkSize);
            int count = read(chunk.bytes, filled);
            if (count == 0) {
                return last(chunk, filled);
            }
            int end = lastLineEnd(chunk.bytes, searched, filled + count);
            filled += count;
            searched = filled;
            if (end > 0) {
                chunk.length = end;
                keep(chunk.bytes, end, filled);
                return true;
            }
            if (filled > LONGEST_LINE) {
                chunk.droppedLine = chunk.offset;
                return dropLine(chunk);
            }
        }
    }

    /** Reads on to the line end after a line that is too long; what follows is for the next chunk. */
    private boolean dropLine(LineChunk chunk) {
        while (true) {
            int count = read(chunk.bytes, 0);
            int end = 0;
            while (end < count && chunk.bytes[end] != '\n') {
                end++;
            }
            if (count == 0 || end < count) {
                cut |= count == 0;
                keep(chunk.bytes, Math.min(end + 1, count), count);
                return true;
            }
        }
    }

    /** The last line may lack its end; but where reading broke off, what is there of a line is no line. */
    private boolean last(LineChunk chunk, int filled) {
        if (failure != null || progress.cancelled()) {
            chunk.length = lastLineEnd(chunk.bytes, 0, filled);
            return chunk.length > 0;
        }
        chunk.length = filled;
        if (filled > 0 && chunk.bytes[filled - 1] != '\n') {
            cut = true;
            chunk.room(filled + 1);
            chunk.bytes[filled] = '\n';
            chunk.length = filled + 1;
        }
        return filled > 0;
    }

    private int takeCarry(LineChunk chunk) {
        int length = carryTo - carryFrom;
        chunk.room(length);
        System.arraycopy(carry, carryFrom, chunk.bytes, 0, length);
        chunk.offset = position - length;
        carryTo = carryFrom;
        return length;
    }

    private void keep(byte[] bytes, int from, int to) {
        carry = bytes;
        carryFrom = from;
        carryTo = to;
    }

    private int read(byte[] bytes, int at) {
        if (ended || progress.cancelled()) {
            return 0;
        }
        int count = 0;
        try {
            count = source.read(position, ByteBuffer.wrap(bytes, at, chunkSize));
        } catch (IOException e) {
            failure = Problem.at(position, String.valueOf(e.getMessage()));
        }
        ended = count == 0;
        position += count;
        long now = source.consumed();
        progress.advance(now - consumed);
        consumed = now;
        return count;
    }

    /** One past the last line feed, or 0. */
    private static int lastLineEnd(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && bytes[i - 1] != '\n') {
            i--;
        }
        return i > from ? i : 0;
    }
}
