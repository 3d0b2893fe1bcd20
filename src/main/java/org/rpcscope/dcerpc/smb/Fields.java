package org.rpcscope.dcerpc.smb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The fields of a message, by their offset from its beginning, in SMB's little-endian order. What lies beyond the bytes that
 * are there reads as zero, so that a message cut short is read as far as it goes.
 *
 * @param bytes belongs to whoever was given it; its position, limit and byte order mean nothing
 * @param length how many bytes are there, at least 0
 */
record Fields(ByteBuffer bytes, int offset, int length) {

    boolean has(int at, int size) {
        return at >= 0 && size >= 0 && size <= length - at;
    }

    int u8(int at) {
        return has(at, 1) ? bytes.get(offset + at) & 0xFF : 0;
    }

    int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int i32(int at) {
        return u16(at) | u16(at + 2) << 16;
    }

    long u32(int at) {
        return i32(at) & 0xFFFF_FFFFL;
    }

    long i64(int at) {
        return u32(at) | u32(at + 4) << 32;
    }

    /** What of a range is there: empty where its beginning is not. */
    Fields part(long at, long size) {
        int from = (int) Math.clamp(at, 0, length);
        int to = (int) Math.clamp(at + Math.max(size, 0), from, length);
        return new Fields(bytes, offset + from, to - from);
    }

    /** From an offset to the end. */
    Fields from(long at) {
        return part(at, length);
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** All of it as UTF-16 text, as Windows writes names. */
    String unicode() {
        return new String(copy(), StandardCharsets.UTF_16LE);
    }

    /** All of it as text of one byte a character. */
    String oem() {
        return new String(copy(), StandardCharsets.ISO_8859_1);
    }

    private byte[] copy() {
        byte[] copy = new byte[length];
        bytes.get(offset, copy);
        return copy;
    }
}
