package org.rpcscope.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The bytes of one member of a zip archive, straight from the archive's medium. One thread. */
final class ZipData extends InputStream {

    private static final int STEP = 1 << 16;

    private final Medium medium;
    private final @Nullable Inflater inflater; // null for stored bytes
    private final long length; // of the packed bytes, or -1
    private final boolean described;
    private final boolean large;
    private final int expected;
    private final CRC32 checksum = new CRC32();
    private long packed;
    private boolean ended;
    private boolean damaged;

    /**
     * @param length of the packed bytes, or -1 where only their end tells
     * @param described whether a data descriptor follows, which has the checksum
     * @param large whether its sizes have eight bytes
     */
    ZipData(Medium medium, boolean deflated, long length, boolean described, boolean large, int expected) {
        this.medium = medium;
        this.inflater = deflated ? new Inflater(true) : null;
        this.length = length;
        this.described = described;
        this.large = large;
        this.expected = expected;
    }

    boolean described() {
        return described;
    }

    boolean large() {
        return large;
    }

    /** How many packed bytes were used. */
    long packed() {
        return packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        int given = ended
                ? -1
                : inflater == null ? stored(target, offset, count) : inflate(inflater, target, offset, count);
        if (given > 0) {
            checksum.update(target, offset, given);
            return given;
        }
        if (!ended) {
            ended = true;
            end();
            if (!described && (int) checksum.getValue() != expected) {
                damaged = true;
                throw new IOException("the zip data is damaged: its checksum differs");
            }
        }
        return -1;
    }

    /** Passes over the rest: by its length where that is known, else by unpacking it. */
    void skip(Allowance allowance) throws IOException {
        if (length < 0 && !damaged) {
            byte[] waste = new byte[STEP];
            for (int count = read(waste, 0, STEP); count > 0; count = read(waste, 0, STEP)) {
                allowance.take(count);
            }
        }
        if (length < 0 && damaged) {
            throw new IOException("the zip data is damaged: what follows cannot be found");
        }
        while (packed < length && medium.ready()) {
            use((int) Math.min(length - packed, medium.peeked()));
        }
        end();
    }

    /** Gives back what unpacking took. */
    void end() {
        if (inflater != null) {
            inflater.end();
        }
        ended = true;
    }

    private int stored(byte[] target, int offset, int count) throws IOException {
        if (packed == length) {
            return 0;
        }
        int given = medium.read(target, offset, (int) Math.min(count, length - packed));
        if (given < 0) {
            throw new IOException("the zip archive is cut off");
        }
        packed += given;
        return given;
    }

    private int inflate(Inflater by, byte[] target, int offset, int count) throws IOException {
        while (!by.finished()) {
            if (by.needsInput()) {
                if (!medium.ready() || packed == length) {
                    damaged = true;
                    throw new IOException("the zip data is cut off");
                }
                int most = length < 0 ? medium.peeked() : (int) Math.min(medium.peeked(), length - packed);
                by.setInput(medium.array(), medium.position(), most);
            }
            int waiting = by.getRemaining();
            int given = 0;
            try {
                given = by.inflate(ByteBuffer.wrap(target, offset, count));
            } catch (DataFormatException e) {
                damaged = true;
                throw new IOException("the zip data is damaged: " + e.getMessage(), e);
            }
            if (by.needsDictionary()) {
                damaged = true;
                throw new IOException("the zip data is damaged: it asks for a dictionary");
            }
            use(waiting - by.getRemaining());
            if (given > 0) {
                return given;
            }
        }
        return 0;
    }

    private void use(int count) {
        medium.take(count);
        packed += count;
    }
}
