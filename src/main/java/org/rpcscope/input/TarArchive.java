package org.rpcscope.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads tar: the old form, ustar and pax (POSIX.1-2017, pax, "ustar Interchange Format" and "pax Header Block"), and the
 * long names and large sizes of GNU tar. Folders, links and devices are passed over. One thread.
 */
final class TarArchive implements Archive {

    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;

    /** Names and pax headers: what is longer is damage. */
    private static final int LONGEST_HEADER = 1 << 20;

    private final String name;
    private final Medium medium;
    private final Allowance allowance;
    private long left; // of the member that was given last, with its padding
    private int members;

    TarArchive(ByteSource source, Allowance allowance) {
        this.name = source.name();
        this.medium = new Medium(new SourceStream(source), source.packedSize());
        this.allowance = allowance;
    }

    static boolean begins(byte[] bytes) {
        return bytes.length >= BLOCK && isHeader(bytes);
    }

    @Override
    public String format() {
        return "tar";
    }

    @Override
    public @Nullable Member next() throws IOException {
        skip(left);
        left = 0;
        PaxHeader pax = PaxHeader.NONE;
        while (true) {
            allowance.check();
            byte[] header = medium.peek(BLOCK);
            if (header.length == 0 || isZero(header)) {
                return null;
            }
            if (header.length < BLOCK || !isHeader(header)) {
                String what = header.length < BLOCK ? "cut off" : "damaged";
                throw new IOException("the tar archive is " + what + " at offset " + medium.used());
            }
            medium.take(BLOCK);
            long size = pax.size() >= 0 ? pax.size() : number(header, SIZE, 12);
            if (size < 0 || ++members > MOST_MEMBERS) {
                throw new IOException(
                        size < 0 ? "the tar archive is damaged: a size" : "the archive has too many members");
            }
            long padded = size + (BLOCK - size % BLOCK) % BLOCK;
            switch (header[TYPE]) {
                case 'x', 'L' -> pax = pax.and(header[TYPE], bytes(size, padded));
                case 0, '0', '7' -> {
                    String written = pax.path() == null ? name(header) : pax.path();
                    if (!written.endsWith("/")) {
                        return member(written, size, padded);
                    }
                    skip(padded);
                    pax = PaxHeader.NONE;
                }
                case 'S' -> {
                    left = padded;
                    return Sources.refused(
                            MemberName.below(name, name(header)), "is a sparse file of GNU tar", allowance);
                }
                default -> {
                    skip(padded);
                    pax = header[TYPE] == 'g' || header[TYPE] == 'K' ? pax : PaxHeader.NONE;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        medium.close();
    }

    private Member member(String written, long size, long padded) {
        left = padded;
        return Sources.member(MemberName.below(name, written), new Data(size), size, allowance);
    }

    /** The bytes of the current member; what is not read of it is passed over later. */
    private final class Data extends InputStream {
        private long remaining;

        Data(long size) {
            remaining = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (remaining == 0) {
                return -1;
            }
            int count = medium.read(target, offset, (int) Math.min(length, remaining));
            if (count < 0) {
                throw new IOException("the tar archive is cut off");
            }
            remaining -= count;
            left -= count;
            return count;
        }
    }

    private byte[] bytes(long size, long padded) throws IOException {
        if (size > LONGEST_HEADER) {
            throw new IOException("the tar archive is damaged: a header of " + size + " bytes");
        }
        byte[] bytes = medium.readNBytes((int) size);
        skip(padded - bytes.length);
        return bytes;
    }

    private void skip(long count) throws IOException {
        long open = count;
        while (open > 0 && medium.ready()) {
            int step = (int) Math.min(open, medium.peeked());
            medium.take(step);
            open -= step;
        }
    }

    private static String name(byte[] header) {
        String prefix = header[MAGIC + 5] == 0 ? text(header, PREFIX, 155) : ""; // GNU keeps times there
        String own = text(header, 0, NAME_LENGTH);
        return prefix.isEmpty() ? own : prefix + "/" + own;
    }

    private static String text(byte[] header, int from, int length) {
        int to = from;
        while (to < from + length && header[to] != 0) {
            to++;
        }
        return MemberName.text(header, from, to);
    }

    /** A header's checksum counts its own bytes as spaces; some writers added up signed bytes. */
    private static boolean isHeader(byte[] bytes) {
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            byte value = i >= CHECKSUM && i < CHECKSUM + 8 ? (byte) ' ' : bytes[i];
            unsigned += value & 0xFF;
            signed += value;
        }
        long written = number(bytes, CHECKSUM, 8);
        return written > 0 && (written == unsigned || written == signed);
    }

    /** Octal digits, or with the top bit set a big-endian number (GNU); -1 where it is neither. */
    private static long number(byte[] bytes, int from, int length) {
        long value = 0;
        if ((bytes[from] & 0x80) != 0) {
            for (int i = from + 1; i < from + length; i++) {
                if (value >>> 54 != 0) {
                    return -1;
                }
                value = value << 8 | bytes[i] & 0xFF;
            }
            return value;
        }
        int i = from;
        while (i < from + length && bytes[i] == ' ') {
            i++;
        }
        for (; i < from + length && bytes[i] != 0 && bytes[i] != ' '; i++) {
            if (bytes[i] < '0' || bytes[i] > '7') {
                return -1;
            }
            value = value << 3 | bytes[i] - '0';
        }
        return value;
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.mismatch(bytes, new byte[bytes.length]) < 0;
    }
}
