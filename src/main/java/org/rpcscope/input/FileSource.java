package org.rpcscope.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** A plain file: any thread reads at any position. It ends where it ended when it was opened, even if it grows. */
final class FileSource implements ByteSource {

    private final String name;
    private final FileChannel channel;
    private final long size;
    private final AtomicLong furthest = new AtomicLong();

    FileSource(Path path) throws IOException {
        name = path.toString();
        channel = FileChannel.open(path, StandardOpenOption.READ);
        size = channel.size();
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
        furthest.accumulateAndGet(position + done, Math::max);
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
