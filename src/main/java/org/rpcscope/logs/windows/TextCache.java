package org.rpcscope.logs.windows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts that were made of bytes before: the same few hosts, channels and users come again and again. Of
 * one encoding only; one thread. */
final class TextCache {

    private static final int SLOTS = 1 << 10;
    private static final int LONGEST = 256;

    private final byte[][] bytes = new byte[SLOTS][];
    private final String[] texts = new String[SLOTS];

    /** The UTF-16 text of some bytes, without what ends it in C. */
    String utf16(byte[] from, int at, int size) {
        return size > LONGEST ? BinaryValue.text(from, at, size, ValueType.STRING) : text(from, at, size, true);
    }

    /** The UTF-8 text between two positions. */
    String utf8(byte[] from, int at, int end) {
        return end - at > LONGEST
                ? new String(from, at, end - at, StandardCharsets.UTF_8)
                : text(from, at, end - at, false);
    }

    private String text(byte[] from, int at, int size, boolean wide) {
        int hash = size;
        for (int i = at; i < at + size; i++) {
            hash = 31 * hash + from[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        byte[] known = bytes[slot];
        if (known == null || !Arrays.equals(known, 0, known.length, from, at, at + size)) {
            bytes[slot] = Arrays.copyOfRange(from, at, at + size);
            texts[slot] = wide
                    ? BinaryValue.text(from, at, size, ValueType.STRING)
                    : new String(from, at, size, StandardCharsets.UTF_8);
        }
        return texts[slot];
    }
}
