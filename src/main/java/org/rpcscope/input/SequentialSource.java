package org.rpcscope.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An input that can only be read in order, by one thread. Its first {@link Sources#HEAD} bytes are kept, so that they can
 * be looked at before it is known who reads them; and more, up to {@link Sources#LONGEST_HEAD}, where whoever begins asks for
 * more.
 */
final class SequentialSource implements ByteSource {

    private final String name;
    private final Medium medium;
    private final Unpacker unpacker;
    private ByteBuffer head = ByteBuffer.allocate(Sources.HEAD).limit(0);
    private long next;
    private @Nullable IOException failure;

    SequentialSource(String name, Medium medium, Unpacker unpacker) {
        this.name = name;
        this.medium = medium;
        this.unpacker = unpacker;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public boolean positional() {
        return false;
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        if (position == 0 && next == head.limit()) {
            readHead(Math.clamp(into.remaining(), Sources.HEAD, Sources.LONGEST_HEAD));
        }
        int before = into.position();
        if (position < head.limit()) {
            int count = Math.min(head.limit() - (int) position, into.remaining());
            into.put(into.position(), head, (int) position, count);
            into.position(into.position() + count);
        }
        int fromHead = into.position() - before;
        if (into.hasRemaining()) {
            if (position + fromHead != next) {
                throw new IllegalArgumentException("reading stopped at " + next + ", not at " + position);
            }
            fill(into);
        }
        int count = into.position() - before;
        if (count == 0 && failure != null) {
            throw failure;
        }
        return count;
    }

    @Override
    public long consumed() {
        return medium.used();
    }

    @Override
    public long packedSize() {
        return medium.size();
    }

    @Override
    public void close() throws IOException {
        unpacker.close();
        medium.close();
    }

    /** Reads more of the beginning, behind what was read of it. */
    private void readHead(int wanted) {
        if (wanted > head.capacity()) {
            head = ByteBuffer.allocate(wanted).put(head.rewind()).flip();
        }
        head.position(head.limit()).limit(head.capacity());
        fill(head);
        head.flip();
    }

    /** Fills the buffer as far as it goes. A failure is kept, so that the bytes before it are delivered first. */
    private void fill(ByteBuffer into) {
        int before = into.position();
        try {
            while (failure == null && into.hasRemaining() && unpacker.unpack(into) > 0) {
                continue;
            }
        } catch (IOException e) {
            failure = e;
        }
        next += into.position() - before; // of a damaged block, too, as much as was unpacked
    }
}
