package org.rpcscope.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A plain file: any thread reads at any position. It ends where it ended when it was opened, even if it grows; or, where it is
 * known to grow, behind the last line that was whole then.
 */
final class FileSource implements ByteSource {

    /** In what is text no byte is zero; so many are looked at. */
    private static final int SAMPLE = 1 << 12;

    /** A line longer than this is not waited for. */
    private static final long LONGEST_LINE = 1L << 24;

    private final String name;
    private final FileChannel channel;
    private final long size;
    private final AtomicLong furthest = new AtomicLong();

    FileSource(Path path) throws IOException {
        name = path.toString();
        channel = FileChannel.open(path, StandardOpenOption.READ);
        size = channel.size();
    }

    private FileSource(FileSource whole, long size) {
        name = whole.name;
        channel = whole.channel;
        this.size = size;
    }

    /** The same file, whose last line is left out while nobody has ended it. Other content than text is left as it is. */
    FileSource wholeLines() throws IOException {
        byte[] block = new byte[(int) Math.min(size, 1 << 16)];
        int sample = Math.min(read(0, ByteBuffer.wrap(block)), SAMPLE);
        for (int i = 0; i < sample; i++) {
            if (block[i] == 0) {
                return this;
            }
        }
        for (long end = size; end > Math.max(0, size - LONGEST_LINE); ) {
            int length = (int) Math.min(block.length, end);
            read(end - length, ByteBuffer.wrap(block, 0, length));
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return new FileSource(this, end - length + i + 1);
                }
            }
            end -= length;
        }
        return size > LONGEST_LINE ? this : new FileSource(this, 0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean positional() {
        return true;
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        int wanted = (int) Math.min(into.remaining(), Math.max(0, size - position));
        int limit = into.limit();
        into.limit(into.position() + wanted);
        int done = 0;
        try {
            while (done < wanted) {
                int count = channel.read(into, position + done);
                if (count < 0) {
                    throw new IOException("the file became shorter while it was read");
                }
                done += count;
            }
        } finally {
            into.limit(limit);
        }
        furthest.accumulateAndGet(
                Math.min(position + done, size), Math::max); // chunks are asked for beyond the end, too
        return done;
    }

    @Override
    public long consumed() {
        return furthest.get();
    }

    @Override
    public long packedSize() {
        return size;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
