package org.rpcscope.dcerpc.smb;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes fields one behind the other, lowest byte first. */
final class LittleEndian {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    LittleEndian u8(int value) {
        out.write(value);
        return this;
    }

    LittleEndian u16(int value) {
        return u8(value).u8(value >>> 8);
    }

    LittleEndian u32(long value) {
        return u16((int) value).u16((int) (value >>> 16));
    }

    LittleEndian u64(long value) {
        return u32(value).u32(value >>> 32);
    }

    LittleEndian zeros(int count) {
        return bytes(new byte[count]);
    }

    LittleEndian bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    LittleEndian unicode(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_16LE));
    }

    int size() {
        return out.size();
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
