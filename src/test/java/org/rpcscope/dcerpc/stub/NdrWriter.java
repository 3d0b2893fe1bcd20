package org.rpcscope.dcerpc.stub;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Writes what {@link NdrReader} reads. */
final class NdrWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean little;
    private final int wide;
    private int referent = 1;

    private NdrWriter(boolean little, int wide) {
        this.little = little;
        this.wide = wide;
    }

    static NdrWriter ndr(boolean little, boolean ndr64) {
        return new NdrWriter(little, ndr64 ? 8 : 4);
    }

    /** Little-endian, nothing aligned. */
    static NdrWriter packed() {
        return new NdrWriter(true, 0);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    Stub stub() {
        byte[] bytes = bytes();
        return new Stub(ByteBuffer.wrap(bytes), 0, bytes.length, little, wide == 8);
    }

    NdrWriter align() {
        return align(wide);
    }

    NdrWriter u8(int value) {
        return number(value, 1);
    }

    NdrWriter u16(int value) {
        return align(2).number(value, 2);
    }

    NdrWriter u32(long value) {
        return align(4).number(value, 4);
    }

    NdrWriter u64(long value) {
        return align(8).number(value, 8);
    }

    NdrWriter size(long value) {
        return wide == 8 ? u64(value) : u32(value);
    }

    NdrWriter pointer(boolean there) {
        return size(there ? 0x20000L + 4L * referent++ : 0);
    }

    NdrWriter uuid(UUID uuid) {
        long high = uuid.getMostSignificantBits();
        align(4).number(high >>> 32, 4).number(high >>> 16, 2).number(high, 2);
        return octets(
                ByteBuffer.allocate(8).putLong(uuid.getLeastSignificantBits()).array());
    }

    NdrWriter octets(byte... octets) {
        out.writeBytes(octets);
        return this;
    }

    private NdrWriter number(long value, int octets) {
        for (int i = 0; i < octets; i++) {
            out.write((int) (value >>> 8 * (little ? i : octets - 1 - i)));
        }
        return this;
    }

    private NdrWriter align(int octets) {
        while (octets > 1 && wide != 0 && out.size() % octets != 0) {
            out.write(0);
        }
        return this;
    }
}
