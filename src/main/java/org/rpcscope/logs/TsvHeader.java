package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the lines that begin with {@code #} said so far about the lines after them (Zeek, writers/ascii). Several logs in
 * one file have several headers; each begins anew with {@code #separator}.
 *
 * @param separator between fields
 * @param setSeparator between the members of a set
 * @param emptyField stands for a set or text that is empty
 * @param unsetField stands for a value that is not there
 * @param path which log it is, or empty where the header does not say
 * @param fields the names of the columns; none before {@code #fields}
 */
record TsvHeader(
        byte separator, String setSeparator, String emptyField, String unsetField, String path, List<String> fields) {

    /** What holds before any header: Zeek's defaults, and no columns. */
    static final TsvHeader NONE = new TsvHeader((byte) '\t', ",", "(empty)", "-", "", List.of());

    TsvHeader {
        fields = List.copyOf(fields);
    }

    /** Whether a line tells something: those without a known word, such as {@code #close}, are comments. */
    TsvHeader after(String line) {
        List<String> words = split(line, line.startsWith("#separator") ? ' ' : (char) (separator & 0xFF));
        String value = words.size() > 1 ? words.get(1) : "";
        return switch (words.getFirst()) {
            case "#separator" -> {
                byte[] bytes = unescape(value);
                boolean usable = bytes.length > 0 && bytes[0] != '\n' && bytes[0] != '\r';
                yield usable ? withSeparator(bytes[0]) : NONE;
            }
            case "#set_separator" -> new TsvHeader(separator, value, emptyField, unsetField, path, fields);
            case "#empty_field" -> new TsvHeader(separator, setSeparator, value, unsetField, path, fields);
            case "#unset_field" -> new TsvHeader(separator, setSeparator, emptyField, value, path, fields);
            case "#path" -> new TsvHeader(separator, setSeparator, emptyField, unsetField, value, fields);
            case "#fields" ->
                new TsvHeader(separator, setSeparator, emptyField, unsetField, path, words.subList(1, words.size()));
            default -> this;
        };
    }

    private static TsvHeader withSeparator(byte separator) {
        return new TsvHeader(separator, NONE.setSeparator, NONE.emptyField, NONE.unsetField, NONE.path, NONE.fields);
    }

    /** The column of a field, or -1. */
    int column(ConnField field) {
        for (int i = 0; i < fields.size(); i++) {
            if (ConnField.of(fields.get(i)) == field) {
                return i;
            }
        }
        return -1;
    }

    /** Whether this is the header of a {@code conn.log}, by its path or, where it has none, by its columns. */
    boolean isConn() {
        return path.isEmpty() ? column(ConnField.SOURCE) >= 0 && column(ConnField.STATE) >= 0 : path.equals("conn");
    }

    /** The names of needed columns that are not there. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (ConnField field : ConnField.values()) {
            if (field.needed() && column(field) < 0) {
                missing.add(field.zeekName());
            }
        }
        return missing;
    }

    /** A cell with its escapes resolved: {@code \x09}, and a backslash twice. */
    static String plain(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean more = bytes[i] == '\\' && i + 1 < bytes.length;
            int code = more && bytes[i + 1] == 'x' && i + 3 < bytes.length
                    ? hex((char) bytes[i + 2]) * 16 + hex((char) bytes[i + 3])
                    : -1;
            if (code >= 0) {
                bytes[length++] = (byte) code;
                i += 3;
            } else {
                i += more && bytes[i + 1] == '\\' ? 1 : 0;
                bytes[length++] = bytes[i];
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static List<String> split(String line, char separator) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
            words.add(line.substring(from, at));
            from = at + 1;
        }
        words.add(line.substring(from));
        return words;
    }

    /** Bytes may be written as {@code \x09}. */
    private static byte[] unescape(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (value.startsWith("\\x", i) && i + 4 <= value.length()) {
                int code = hex(value.charAt(i + 2)) * 16 + hex(value.charAt(i + 3));
                if (code >= 0) {
                    plain.append((char) code);
                    i += 3;
                    continue;
                }
            }
            plain.append(value.charAt(i));
        }
        return plain.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int hex(char digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1000 : value;
    }
}
