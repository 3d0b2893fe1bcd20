package org.rpcscope.input;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952): one member after the other, as {@code cat a.gz b.gz} makes them, straight into the buffer of
 * who reads. Each member's checksum and length are held against its bytes. Zeros after the last member are padding.
 */
final class GzipUnpacker implements Unpacker {

    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final Medium medium;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private boolean inMember;
    private boolean ended;
    private long unpacked;

    GzipUnpacker(Medium medium) {
        this.medium = medium;
    }

    @Override
    public int unpack(ByteBuffer into) throws IOException {
        try {
            while (!ended) {
                if (!inMember && !startMember()) {
                    ended = true;
                    return 0;
                }
                int count = inflate(into);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    endMember();
                }
            }
            return 0;
        } catch (EOFException e) {
            throw new IOException("the gzip data is cut off", e);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int inflate(ByteBuffer into) throws IOException {
        if (inflater.needsInput() && !inflater.finished()) {
            if (!medium.ready()) {
                throw new EOFException();
            }
            inflater.setInput(medium.array(), medium.position(), medium.peeked());
        }
        int before = into.position();
        int waiting = inflater.getRemaining();
        try {
            inflater.inflate(into);
        } catch (DataFormatException e) {
            throw new IOException("the gzip data is damaged: " + e.getMessage(), e);
        }
        if (inflater.needsDictionary()) {
            throw new IOException("the gzip data is damaged: it asks for a dictionary");
        }
        medium.take(waiting - inflater.getRemaining());
        int count = into.position() - before;
        checksum.update(into.duplicate().flip().position(before));
        unpacked += count;
        return count;
    }

    /** Reads a member's header; false at the end of the input. */
    private boolean startMember() throws IOException {
        boolean first = unpacked == 0 && medium.used() == 0;
        int magic = medium.read();
        while (magic == 0 && !first) {
            magic = medium.read();
        }
        if (magic < 0) {
            return false;
        }
        if (magic != 0x1F || medium.read() != 0x8B || medium.read() != 8) {
            throw new IOException("after the gzip data come bytes that are not gzip");
        }
        int flags = need();
        skip(6); // time, extra flags, operating system
        if ((flags & EXTRA) != 0) {
            skip(need() | need() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        unpacked = 0;
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        inMember = false;
        long expected = need32();
        long length = need32();
        if (expected != checksum.getValue()) {
            throw new IOException("the gzip data is damaged: its checksum differs");
        }
        if (length != (unpacked & 0xFFFFFFFFL)) {
            throw new IOException("the gzip data is damaged: its length differs");
        }
    }

    private int need() throws IOException {
        int value = medium.read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    private long need32() throws IOException {
        long value = need();
        value |= (long) need() << 8;
        value |= (long) need() << 16;
        return value | (long) need() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            need();
        }
    }

    private void skipText() throws IOException {
        while (need() != 0) {
            continue;
        }
    }
}
