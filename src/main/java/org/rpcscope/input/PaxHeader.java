package org.rpcscope.input;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What headers before a tar member say of it.
 *
 * @param path its name; null where the member's own header has it
 * @param size in bytes; -1 where the member's own header has it
 */
record PaxHeader(@Nullable String path, long size) {

    static final PaxHeader NONE = new PaxHeader(null, -1);

    /** Adds what another header says: of type {@code L}, a long name; of type {@code x}, records {@code 12 path=...\n}. */
    PaxHeader and(byte type, byte[] bytes) {
        if (type == 'L') {
            int end = 0;
            while (end < bytes.length && bytes[end] != 0) {
                end++;
            }
            return new PaxHeader(MemberName.text(bytes, 0, end), size);
        }
        PaxHeader all = this;
        int from = 0;
        while (from < bytes.length) {
            int blank = from;
            int length = 0;
            while (blank < bytes.length && bytes[blank] >= '0' && bytes[blank] <= '9' && length < bytes.length) {
                length = length * 10 + bytes[blank++] - '0';
            }
            if (blank >= bytes.length
                    || bytes[blank] != ' '
                    || length <= blank - from
                    || length > bytes.length - from) {
                return all; // damaged: the member's own header stands
            }
            all = all.record(new String(bytes, blank + 1, length - (blank - from) - 1, StandardCharsets.UTF_8));
            from += length;
        }
        return all;
    }

    private PaxHeader record(String line) {
        String text = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
        if (text.startsWith("path=")) {
            return new PaxHeader(text.substring("path=".length()), size);
        }
        if (text.startsWith("size=")) {
            try {
                return new PaxHeader(path, Math.max(-1, Long.parseLong(text.substring("size=".length()))));
            } catch (NumberFormatException e) {
                return this;
            }
        }
        return this;
    }
}
