package org.rpcscope.dcerpc.stub;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Reads NDR (C706 chapter 14) and NDR64 (MS-RPCE 2.2.5) one after the other, in both byte orders. Beyond the end there
 * are zeros, and {@link #ended} says so: a reader of a structure need ask only where it would go on in a loop.
 */
final class NdrReader {

    private final ByteBuffer bytes;

    /** Where alignment counts from. */
    private final int origin;

    private final int end;
    private final boolean little;

    /** Octets of a pointer and of an array's size: 4 in NDR, 8 in NDR64; 0 where nothing is aligned. */
    private final int wide;

    private int at;
    private boolean ended;

    private NdrReader(ByteBuffer bytes, int origin, int length, boolean little, int wide) {
        this.bytes = bytes;
        this.origin = origin;
        this.end = origin + length;
        this.little = little;
        this.wide = wide;
        this.at = origin;
    }

    static NdrReader of(Stub stub) {
        return new NdrReader(stub.bytes(), stub.offset(), stub.length(), stub.little(), stub.ndr64() ? 8 : 4);
    }

    /** Whether something was asked for that is not there. */
    boolean ended() {
        return ended;
    }

    /** The next octets as a structure of its own: little-endian, nothing aligned, as towers and OBJREFs are. */
    NdrReader packed(long length) {
        int from = at;
        return new NdrReader(bytes, from, take(length), true, 0);
    }

    /** The next octets by the rules of this reader. */
    NdrReader part(long length) {
        int from = at;
        return new NdrReader(bytes, from, take(length), little, wide);
    }

    /** A second reader of what is left, which leaves this one where it is. */
    NdrReader rest() {
        return new NdrReader(bytes, at, end - at, little, wide);
    }

    /**
     * What is left, as one value serialised for itself: two headers of eight octets, the first of which names the byte
     * order, then NDR (MS-RPCE 2.2.6, version 1).
     */
    NdrReader serialised() {
        NdrReader headers = rest();
        headers.skip(1);
        boolean littleEndian = headers.u8() == 0x10;
        headers.skip(14);
        return new NdrReader(bytes, headers.at, end - headers.at, littleEndian, 4);
    }

    void skip(long length) {
        take(length);
    }

    /** Goes to where a structure with pointers begins. */
    void align() {
        align(wide);
    }

    int u8() {
        return (int) number(1);
    }

    int u16() {
        align(2);
        return (int) number(2);
    }

    long u32() {
        align(4);
        return number(4);
    }

    /** A hyper integer. */
    long u64() {
        align(8);
        return number(8);
    }

    /** A network port: big-endian everywhere. */
    int port() {
        return u8() << 8 | u8();
    }

    /** The size of a conformant array, or the first or the number of the elements of a varying one; at most what fits in an int. */
    long size() {
        long size = wide == 8 ? u64() : u32();
        return size < 0 ? Integer.MAX_VALUE : Math.min(size, Integer.MAX_VALUE);
    }

    /** A full or unique pointer: whether it points to anything. */
    boolean pointer() {
        return wide == 8 ? u64() != 0 : u32() != 0;
    }

    UUID uuid() {
        align(4);
        long high = number(4) << 32 | number(2) << 16 | number(2);
        long low = 0;
        for (int i = 0; i < 8; i++) {
            low = low << 8 | u8();
        }
        return new UUID(high, low);
    }

    private void align(int octets) {
        if (wide != 0 && octets > 1) {
            int over = (at - origin) % octets;
            take(over == 0 ? 0 : octets - over);
        }
    }

    private long number(int octets) {
        if (end - at < octets) {
            take(octets);
            return 0;
        }
        long value = 0;
        for (int i = 0; i < octets; i++) {
            long octet = bytes.get(at + i) & 0xFF;
            value = little ? value | octet << (8 * i) : value << 8 | octet;
        }
        at += octets;
        return value;
    }

    /** Steps over as many octets as are there of those asked for. */
    private int take(long octets) {
        int there = (int) Math.min(octets, end - at);
        ended |= there < octets;
        at += there;
        return there;
    }
}
