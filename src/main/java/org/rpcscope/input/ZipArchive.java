package org.rpcscope.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Reads zip (PKWARE, APPNOTE 6.3.10) from its first byte on, as a pipe gives it: each member's local header says all that
 * is needed, and what a central directory adds or hides changes nothing. Members that are stored or deflated can be read;
 * Zip64 sizes and data descriptors are understood. One thread.
 */
final class ZipArchive implements Archive {

    private static final int LOCAL = 0x04034B50;
    private static final int SPANNED = 0x30304B50;
    private static final int DESCRIPTOR = 0x08074B50;
    private static final int DIRECTORY = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int END_64 = 0x06064B50;
    private static final int EXTRA_64 = 1;
    private static final int HEADER = 30;
    private static final long IN_EXTRA = 0xFFFFFFFFL;

    private static final int ENCRYPTED = 1;
    private static final int DESCRIBED = 1 << 3;

    private final String name;
    private final Medium medium;
    private final Allowance allowance;
    private @Nullable ZipData data; // of the member that was given last
    private int members;

    ZipArchive(ByteSource source, Allowance allowance) {
        this.name = source.name();
        this.medium = new Medium(new SourceStream(source), source.packedSize());
        this.allowance = allowance;
    }

    static boolean begins(byte[] bytes) {
        if (bytes.length < 4) {
            return false;
        }
        int first = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return first == LOCAL || first == END || first == SPANNED && bytes.length > 8 && bytes[4] == 'P';
    }

    @Override
    public String format() {
        return "zip";
    }

    @Override
    public @Nullable Member next() throws IOException {
        finish();
        while (true) {
            allowance.check();
            long at = medium.used();
            byte[] first = medium.peek(4);
            if (first.length < 4) {
                throw new IOException("the zip archive is cut off at offset " + at);
            }
            int signature = little(first).getInt();
            if (signature == DIRECTORY || signature == END || signature == END_64) {
                return null;
            }
            if (signature == SPANNED) {
                medium.take(4);
                continue;
            }
            byte[] header = signature == LOCAL ? medium.peek(HEADER) : first;
            if (header.length < HEADER || ++members > MOST_MEMBERS) {
                String what = signature == LOCAL ? "cut off" : "damaged";
                throw new IOException(
                        members > MOST_MEMBERS
                                ? "the archive has too many members"
                                : "the zip archive is " + what + " at offset " + at);
            }
            medium.take(HEADER);
            Member member = member(little(header));
            if (member != null) {
                return member;
            }
        }
    }

    /** Passes over what is left of the member before. */
    private void finish() throws IOException {
        ZipData before = data;
        data = null;
        if (before == null) {
            return;
        }
        before.skip(allowance);
        if (before.described()) {
            descriptor(before);
        }
    }

    /** The member that a local header begins; null for a folder. */
    private @Nullable Member member(ByteBuffer header) throws IOException {
        int flags = header.getShort(6);
        int method = header.getShort(8) & 0xFFFF;
        byte[] written = medium.readNBytes(header.getShort(26) & 0xFFFF);
        ByteBuffer extra = little(medium.readNBytes(header.getShort(28) & 0xFFFF));
        long packed = header.getInt(18) & IN_EXTRA;
        long size = header.getInt(22) & IN_EXTRA;
        boolean large = false;
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xFFFF;
            int length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
            if (id == EXTRA_64 && length >= 16) {
                large = true;
                size = size == IN_EXTRA ? extra.getLong(extra.position()) : size;
                packed = packed == IN_EXTRA ? extra.getLong(extra.position() + 8) : packed;
            }
            extra.position(extra.position() + length);
        }
        boolean described = (flags & DESCRIBED) != 0;
        boolean known = !described || packed != 0;
        String text = MemberName.text(written, 0, written.length);
        String refusal = refusal(flags, method);
        if (refusal == null && method == 0 && !known) {
            refusal = "is stored without its length";
        }
        if (refusal != null && !known) {
            throw new IOException(MemberName.below(name, text) + " " + refusal + ": what follows it cannot be found");
        }
        if (packed < 0 || size < 0) {
            throw new IOException("the zip archive is damaged: a size");
        }
        ZipData now = new ZipData(
                medium, method == 8 && refusal == null, known ? packed : -1, described, large, header.getInt(14));
        data = now;
        if (text.endsWith("/") || text.endsWith("\\")) {
            finish();
            return null;
        }
        String shown = MemberName.below(name, text);
        return refusal == null
                ? Sources.member(shown, now, described && size == 0 ? -1 : size, allowance)
                : Sources.refused(shown, refusal, allowance);
    }

    private static @Nullable String refusal(int flags, int method) {
        if ((flags & ENCRYPTED) != 0) {
            return "is encrypted";
        }
        return method == 0 || method == 8 ? null : "is packed by method " + method + ", which is not known here";
    }

    /** Behind the data, its checksum and sizes: of four or of eight bytes, with or without a signature. */
    private void descriptor(ZipData before) throws IOException {
        byte[] bytes = medium.peek(24);
        int from = bytes.length >= 4 && little(bytes).getInt() == DESCRIPTOR ? 4 : 0;
        boolean small = bytes.length >= from + 12
                && (little(bytes).getInt(from + 4) & 0xFFFFFFFFL) == (before.packed() & 0xFFFFFFFFL)
                && !before.large();
        int length = from + (small ? 12 : 20);
        medium.take(Math.min(length, medium.peeked()));
    }

    @Override
    public void close() throws IOException {
        if (data != null) {
            data.end();
        }
        medium.close();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
