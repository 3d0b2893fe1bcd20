package org.rpcscope.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Gives what another unpacker gives, and text of UTF-16 as UTF-8: which of both is told by the first bytes. One thread. */
final class EncodedUnpacker implements Unpacker {

    private final Unpacker from;
    private final ByteBuffer first = ByteBuffer.allocate(Utf16.SAMPLE);
    private @Nullable Unpacker chosen;
    private @Nullable IOException failure; // behind the first bytes, which are given before

    EncodedUnpacker(Unpacker from) {
        this.from = from;
    }

    @Override
    public int unpack(ByteBuffer into) throws IOException {
        Unpacker now = chosen;
        if (now == null) {
            now = choose();
            chosen = now;
        }
        return now.unpack(into);
    }

    @Override
    public void close() throws IOException {
        from.close();
    }

    private Unpacker choose() {
        try {
            while (first.hasRemaining() && from.unpack(first) > 0) {
                continue;
            }
        } catch (IOException e) {
            failure = e;
        }
        first.flip();
        Utf16.Order order = Utf16.of(first.array(), first.limit());
        Unpacker all = new Unpacker() {
            @Override
            public int unpack(ByteBuffer into) throws IOException {
                return rest(into);
            }

            @Override
            public void close() throws IOException {
                from.close();
            }
        };
        return order == null ? all : new Utf16(all, order);
    }

    private int rest(ByteBuffer into) throws IOException {
        if (first.hasRemaining()) {
            int count = Math.min(first.remaining(), into.remaining());
            into.put(into.position(), first, first.position(), count);
            into.position(into.position() + count);
            first.position(first.position() + count);
            return count;
        }
        if (failure != null) {
            throw failure;
        }
        return from.unpack(into);
    }
}
