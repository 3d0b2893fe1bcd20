package org.rpcscope.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.rpcscope.job.Progress;

/**
 * A file of blocks: a tag, a length, a seal over all of it, and so many bytes. What is read may be anything: a length
 * is checked before memory is taken, and a block is handed out only when its seal is right. One thread.
 */
final class BlockFile {

    /** No block is longer. */
    static final int LONGEST = 1 << 24;

    private static final int PLAIN = 8;
    private static final int HEAD = PLAIN + Seal.LENGTH;

    private final FileChannel channel;
    private final Seal seal;
    private final Progress progress;
    private ByteBuffer buffer = direct(1 << 20);

    /**
     * @param seal of this file alone
     * @param progress of the job: where it is cancelled, the next block is not read or written
     */
    BlockFile(FileChannel channel, Seal seal, Progress progress) {
        this.channel = channel;
        this.seal = seal;
        this.progress = progress;
    }

    private static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An empty buffer for the bytes of the next block, of which there are at most so many. */
    ByteBuffer begin(int most) throws IOException {
        if (most > LONGEST) {
            throw new IOException("a block of " + most + " bytes is too long");
        }
        if (buffer.capacity() < HEAD + most) {
            buffer = direct(HEAD + most);
        }
        return buffer.clear().position(HEAD);
    }

    /** Writes the block whose bytes are in the buffer that {@link #begin} gave. */
    void write(int tag) throws IOException {
        goOn();
        int length = buffer.position() - HEAD;
        buffer.flip();
        buffer.putInt(0, tag).putInt(4, length).put(PLAIN, sealed(length));
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /**
     * The bytes of the next block, valid until the next call.
     *
     * @param tag what it has to be
     * @throws IOException where it is something else, damaged or cut short
     */
    ByteBuffer read(int tag) throws IOException {
        goOn();
        fill(0, HEAD);
        int length = buffer.getInt(4);
        if (buffer.getInt(0) != tag || length < 0 || length > LONGEST) {
            throw new IOException("a block that does not belong there");
        }
        if (buffer.capacity() < HEAD + length) {
            ByteBuffer larger = direct(HEAD + length);
            larger.put(0, buffer, 0, HEAD);
            buffer = larger;
        }
        fill(HEAD, HEAD + length);
        byte[] found = new byte[Seal.LENGTH];
        buffer.get(PLAIN, found);
        if (!Seal.same(sealed(length), found)) {
            throw new IOException("a block that is damaged, or was not written here");
        }
        return buffer.limit(HEAD + length).position(HEAD);
    }

    private void goOn() throws IOException {
        if (progress.cancelled()) {
            throw new IOException("the job was cancelled");
        }
    }

    private void fill(int from, int to) throws IOException {
        buffer.limit(to).position(from);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("it ends too early");
            }
        }
    }

    private byte[] sealed(int length) {
        return seal.next(
                buffer.duplicate().limit(PLAIN).position(0),
                buffer.duplicate().limit(HEAD + length).position(HEAD));
    }
}
