package org.rpcscope.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** The packed bytes of an input in order, through one large buffer, and how many of them were used. One thread reads. */
final class Medium extends InputStream implements Unpacker {

    private static final int BUFFER = 1 << 18;

    private final InputStream stream;
    private final long size;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean ended;
    private final AtomicLong used = new AtomicLong();

    /** @param size how many bytes the stream has, or -1 */
    Medium(InputStream stream, long size) {
        this.stream = stream;
        this.size = size;
    }

    long size() {
        return size;
    }

    /** How many bytes were taken, for any thread. */
    long used() {
        return used.get();
    }

    /**
     * A copy of up to {@code count} bytes that come next, without using them; {@link #peeked} says how many wait. They may
     * be moved within {@link #array}.
     *
     * @param count at most 1024
     */
    byte[] peek(int count) throws IOException {
        while (to - from < count && fill()) {
            continue;
        }
        return Arrays.copyOfRange(buffer, from, Math.min(to, from + count));
    }

    /** How many bytes wait in the buffer. */
    int peeked() {
        return to - from;
    }

    /** The array that holds the waiting bytes, from {@link #position} on. */
    byte[] array() {
        return buffer;
    }

    int position() {
        return from;
    }

    /** Uses up waiting bytes. */
    void take(int count) {
        from += count;
        used.addAndGet(count);
    }

    /** Makes sure that a byte waits; false at the end. */
    boolean ready() throws IOException {
        return from < to || fill();
    }

    @Override
    public int unpack(ByteBuffer into) throws IOException {
        if (from < to) {
            int count = Math.min(to - from, into.remaining());
            into.put(buffer, from, count);
            take(count);
            return count;
        }
        if (!into.hasArray()) {
            return ready() ? unpack(into) : 0;
        }
        int count = ended
                ? -1
                : stream.read(into.array(), into.arrayOffset() + into.position(), into.remaining()); // no copy
        if (count < 0) {
            ended = true;
            return 0;
        }
        into.position(into.position() + count);
        used.addAndGet(count);
        return count;
    }

    @Override
    public int read() throws IOException {
        if (!ready()) {
            return -1;
        }
        int value = buffer[from] & 0xFF;
        take(1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        int count = Math.min(length, to - from);
        System.arraycopy(buffer, from, target, offset, count);
        take(count);
        return count;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Reads more behind what waits; false at the end. */
    private boolean fill() throws IOException {
        if (from == to || to == buffer.length) { // what waits at the end has bytes behind it all the same
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int count = ended ? -1 : stream.read(buffer, to, buffer.length - to);
        if (count < 0) {
            ended = true;
            return false;
        }
        to += count;
        return true;
    }
}
