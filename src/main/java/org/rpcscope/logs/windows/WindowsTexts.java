package org.rpcscope.logs.windows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.logs.Times;

/** Values as records of Windows write them. */
final class WindowsTexts {

    private static final int LONGEST_TIME = 64;

    private WindowsTexts() {}

    /** A number of up to nine digits, or -1. */
    static int number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Nanoseconds since 1970 of a time in ISO 8601, UTC where it does not say; -1 where it is none. */
    static long time(@Nullable String text) {
        return text == null || text.length() > LONGEST_TIME ? -1 : Times.iso(text);
    }

    /** The text, or null where the field is empty or a dash, by which Windows says that there is nothing. */
    static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() || text.equals("-") ? null : text;
    }

    /** A value as one text: lists with commas between; null where it is none. */
    static @Nullable String joined(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case List<?> list ->
                String.join(", ", list.stream().map(String::valueOf).toList());
            case null, default -> null;
        };
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
