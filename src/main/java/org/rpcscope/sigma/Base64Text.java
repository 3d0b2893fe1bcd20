package org.rpcscope.sigma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Values as they look inside Base64 (RFC 4648): the modifiers base64 and base64offset, and what encodes before them. */
final class Base64Text {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final int[] FIRST = {0, 2, 3};
    private static final int[] LEFT_OUT = {0, 3, 2};

    private Base64Text() {}

    /** The bytes of a text in the encoding that the modifier stands for. */
    static byte[] encode(String text, Modifier encoding) {
        return switch (encoding) {
            case WIDE, UTF16LE -> text.getBytes(StandardCharsets.UTF_16LE);
            case UTF16BE -> text.getBytes(StandardCharsets.UTF_16BE);
            case UTF16 -> joined(BYTE_ORDER_MARK, text.getBytes(StandardCharsets.UTF_16LE));
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The Base64 of the bytes, padded. */
    static String whole(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * What the bytes look like inside the Base64 of something longer, where they start at each of the three places of a
     * group. Characters that depend on the bytes around are left out.
     */
    static List<String> inside(byte[] bytes) {
        List<String> found = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            String text = whole(joined(new byte[offset], bytes));
            int end = text.length() - LEFT_OUT[(bytes.length + offset) % 3];
            found.add(text.substring(Math.min(FIRST[offset], end), end));
        }
        return found;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
