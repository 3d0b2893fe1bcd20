package org.rpcscope.logs.windows;

import static org.rpcscope.logs.windows.LittleEndian.i32;
import static org.rpcscope.logs.windows.LittleEndian.i64;
import static org.rpcscope.logs.windows.LittleEndian.u16;
import static org.rpcscope.logs.windows.LittleEndian.u32;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a value of binary XML, as Windows writes it into XML ([MS-EVEN6] 2.2.12.3 and 3.1.4.7.3). A value whose size
 * does not fit its type is given as hexadecimal digits, so that nothing is lost.
 */
final class BinaryValue {

    /** Lists are not read further: no log has them, and each element of a hostile one may cost more than it takes. */
    static final int MOST_ELEMENTS = 1 << 12;

    private static final HexFormat UPPER = HexFormat.of().withUpperCase();
    private static final int SID_HEAD = 8;
    private static final int MOST_AUTHORITIES = 15;

    private BinaryValue() {}

    /**
     * A text, a list of texts for an array, or null for no value.
     *
     * @param size how many bytes it takes; all of them are there
     */
    static @Nullable Object of(byte[] bytes, int at, int size, int type) {
        if ((type & ValueType.ARRAY) != 0) {
            return list(bytes, at, size, type & ~ValueType.ARRAY);
        }
        return type == ValueType.NULL || type == ValueType.BINARY_XML ? null : text(bytes, at, size, type);
    }

    static String text(byte[] bytes, int at, int size, int type) {
        int wanted = ValueType.size(type);
        if (wanted != 0 && size != wanted) {
            return size == 0 ? "" : UPPER.formatHex(bytes, at, at + size);
        }
        return switch (type) {
            case ValueType.STRING -> string(bytes, at, size);
            case ValueType.ANSI_STRING -> ansi(bytes, at, size);
            case ValueType.INT8 -> Integer.toString(bytes[at]);
            case ValueType.UINT8 -> Integer.toString(bytes[at] & 0xFF);
            case ValueType.INT16 -> Integer.toString((short) u16(bytes, at));
            case ValueType.UINT16 -> Integer.toString(u16(bytes, at));
            case ValueType.INT32 -> Integer.toString(i32(bytes, at));
            case ValueType.UINT32 -> Long.toString(u32(bytes, at));
            case ValueType.INT64 -> Long.toString(i64(bytes, at));
            case ValueType.UINT64 -> Long.toUnsignedString(i64(bytes, at));
            case ValueType.REAL32 -> Float.toString(Float.intBitsToFloat(i32(bytes, at)));
            case ValueType.REAL64 -> Double.toString(Double.longBitsToDouble(i64(bytes, at)));
            case ValueType.BOOL -> i32(bytes, at) == 0 ? "false" : "true";
            case ValueType.GUID -> guid(bytes, at);
            case ValueType.SIZE -> pointer(bytes, at, size);
            case ValueType.FILETIME -> FileTime.text(i64(bytes, at));
            case ValueType.SYSTEMTIME -> systemTime(bytes, at);
            case ValueType.SID -> sid(bytes, at, size);
            case ValueType.HEX_INT32 -> "0x" + Integer.toHexString(i32(bytes, at));
            case ValueType.HEX_INT64 -> "0x" + Long.toHexString(i64(bytes, at));
            default -> UPPER.formatHex(bytes, at, at + size);
        };
    }

    /** UTF-16; what a C program takes for the end of the text is one. */
    private static String string(byte[] bytes, int at, int size) {
        int end = at + (size & ~1);
        while (end > at && bytes[end - 1] == 0 && bytes[end - 2] == 0) {
            end -= 2;
        }
        return new String(bytes, at, end - at, StandardCharsets.UTF_16LE);
    }

    private static String ansi(byte[] bytes, int at, int size) {
        int end = at + size;
        while (end > at && bytes[end - 1] == 0) {
            end--;
        }
        return new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
    }

    static String guid(byte[] bytes, int at) {
        StringBuilder text = new StringBuilder(38).append('{');
        text.append(UPPER.toHexDigits(i32(bytes, at))).append('-');
        text.append(UPPER.toHexDigits((short) u16(bytes, at + 4))).append('-');
        text.append(UPPER.toHexDigits((short) u16(bytes, at + 6))).append('-');
        UPPER.formatHex(text, bytes, at + 8, at + 10).append('-');
        return UPPER.formatHex(text, bytes, at + 10, at + 16).append('}').toString();
    }

    private static String pointer(byte[] bytes, int at, int size) {
        return switch (size) {
            case 4 -> "0x" + Integer.toHexString(i32(bytes, at));
            case 8 -> "0x" + Long.toHexString(i64(bytes, at));
            default -> UPPER.formatHex(bytes, at, at + size);
        };
    }

    /** Year, month, day of the week, day, hour, minute, second and millisecond, each a number of 16 bits. */
    private static String systemTime(byte[] bytes, int at) {
        return "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ"
                .formatted(
                        u16(bytes, at),
                        u16(bytes, at + 2),
                        u16(bytes, at + 6),
                        u16(bytes, at + 8),
                        u16(bytes, at + 10),
                        u16(bytes, at + 12),
                        u16(bytes, at + 14));
    }

    /** How many bytes the security identifier at a position takes; 0 where there is none. */
    private static int sidSize(byte[] bytes, int at, int size) {
        if (size < SID_HEAD || bytes[at] != 1 || (bytes[at + 1] & 0xFF) > MOST_AUTHORITIES) {
            return 0;
        }
        int wanted = SID_HEAD + 4 * bytes[at + 1];
        return wanted <= size ? wanted : 0;
    }

    /** A security identifier ([MS-DTYP] 2.4.2). */
    private static String sid(byte[] bytes, int at, int size) {
        int wanted = sidSize(bytes, at, size);
        if (wanted == 0) {
            return UPPER.formatHex(bytes, at, at + size);
        }
        long authority = 0;
        for (int i = 2; i < SID_HEAD; i++) {
            authority = authority << 8 | bytes[at + i] & 0xFF;
        }
        StringBuilder text = new StringBuilder("S-1-");
        text.append(authority < 1L << 32 ? Long.toString(authority) : String.format(Locale.ROOT, "0x%X", authority));
        for (int i = SID_HEAD; i < wanted; i += 4) {
            text.append('-').append(u32(bytes, at + i));
        }
        return text.toString();
    }

    private static List<String> list(byte[] bytes, int at, int size, int type) {
        List<String> texts = new ArrayList<>();
        int end = at + size;
        int i = at;
        while (i < end && texts.size() < MOST_ELEMENTS) {
            int length = elementSize(bytes, i, end - i, type);
            texts.add(text(bytes, i, length, type));
            i += length;
        }
        return texts;
    }

    private static int elementSize(byte[] bytes, int at, int left, int type) {
        int size = switch (type) {
            case ValueType.STRING -> stringSize(bytes, at, left);
            case ValueType.ANSI_STRING -> ansiSize(bytes, at, left);
            case ValueType.SID -> sidSize(bytes, at, left);
            case ValueType.SIZE -> 8;
            default -> ValueType.size(type);
        };
        return size == 0 || size > left ? left : size;
    }

    private static int stringSize(byte[] bytes, int at, int left) {
        for (int i = 0; i + 1 < left; i += 2) {
            if (bytes[at + i] == 0 && bytes[at + i + 1] == 0) {
                return i + 2;
            }
        }
        return left;
    }

    private static int ansiSize(byte[] bytes, int at, int left) {
        for (int i = 0; i < left; i++) {
            if (bytes[at + i] == 0) {
                return i + 1;
            }
        }
        return left;
    }
}
