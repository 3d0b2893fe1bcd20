package org.rpcscope.ui.conversation;

import java.util.AbstractList;
import java.util.List;

/**
 * A line of a hex dump: where it begins, its bytes in hexadecimal, and as ASCII with a dot for what cannot be printed.
 *
 * @param offset of the first byte
 * @param length how many bytes it has
 */
record HexLine(int offset, int length, String text) {

    /** The lines of some bytes, each made when it is asked for. */
    static List<HexLine> of(byte[] bytes, int width) {
        return new AbstractList<>() {
            @Override
            public HexLine get(int index) {
                return line(bytes, index * width, width);
            }

            @Override
            public int size() {
                return (bytes.length + width - 1) / width;
            }
        };
    }

    private static HexLine line(byte[] bytes, int offset, int width) {
        int length = Math.min(width, bytes.length - offset);
        StringBuilder hex = new StringBuilder(String.format("%04x ", offset));
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < width; i++) {
            if (i % 8 == 0) {
                hex.append(' ');
            }
            if (i < length) {
                int value = bytes[offset + i] & 0xff;
                hex.append(Character.forDigit(value >> 4, 16))
                        .append(Character.forDigit(value & 15, 16))
                        .append(' ');
                ascii.append(value >= ' ' && value < 0x7f ? (char) value : '.');
            } else {
                hex.append("   ");
            }
        }
        return new HexLine(offset, length, hex.append(' ').append(ascii).toString());
    }

    /** Whether any byte of a part of the packet is in it. */
    boolean meets(int from, int count) {
        return count > 0 && from < offset + length && offset < from + count;
    }
}
