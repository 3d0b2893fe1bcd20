package org.rpcscope.dcerpc.auth;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stretch of bytes that stays within its bounds: outside of them there are zeros, and no parts. */
record Octets(ByteBuffer bytes, int offset, int length) {

    /** A name of a host has 255 characters at most (RFC 1035), a name of a user 256 (MS-SAMR, userPrincipalName). */
    private static final int LONGEST = 256;

    Octets {
        Objects.checkFromIndexSize(offset, length, bytes.limit());
    }

    int u8(int at) {
        return at >= 0 && at < length ? bytes.get(offset + at) & 0xFF : 0;
    }

    /** Little-endian, as all numbers of Microsoft's messages. */
    int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    /** Little-endian. */
    long u32(int at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    /** Big-endian, as in TLS. */
    int network16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    /** What is there of a part. */
    Octets part(long from, long size) {
        int start = (int) Math.clamp(from, 0, length);
        return new Octets(bytes, offset + start, (int) Math.clamp(size, 0, length - start));
    }

    Octets from(long from) {
        return part(from, length);
    }

    /** Whether a part is there to its last octet. */
    boolean holds(long from, long size) {
        return from >= 0 && size >= 0 && from + size <= length;
    }

    boolean startsWith(String latin) {
        for (int i = 0; i < latin.length(); i++) {
            if (i >= length || u8(i) != latin.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** All of it as a name, up to the first NUL; null when nothing is left. What would move a cursor is replaced. */
    @Nullable
    String name(Charset charset) {
        byte[] copy = new byte[Math.min(length, 4 * LONGEST)];
        bytes.get(offset, copy);
        String text = new String(copy, charset);
        int nul = text.indexOf(0);
        StringBuilder name = new StringBuilder(text.substring(0, Math.min(nul < 0 ? text.length() : nul, LONGEST)));
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                name.setCharAt(i, '\uFFFD');
            }
        }
        return name.isEmpty() ? null : name.toString().intern(); // the same few names in very many connections
    }
}
