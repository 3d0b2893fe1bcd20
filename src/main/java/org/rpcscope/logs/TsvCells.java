package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one line of values between separators, by Zeek's names for them, as a map that makes a text only of what is
 * asked for. Filled anew for each line. One thread.
 */
final class TsvCells extends AbstractMap<String, @Nullable Object> {

    private static final int REMEMBERED = 16; // texts a column: operations and states come again and again

    private final List<String> names;
    private final Map<String, Integer> columns = new HashMap<>();
    private final TsvHeader header;
    private final byte[] unset;
    private final byte[] empty;
    private final int[] ends;
    private final @Nullable String[] texts;
    private byte[] bytes = new byte[0];
    private int start;

    TsvCells(TsvHeader header) {
        this.header = header;
        names = header.fields().stream().map(ZeekFields::named).toList();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
        unset = header.unsetField().getBytes(StandardCharsets.UTF_8);
        empty = header.emptyField().getBytes(StandardCharsets.UTF_8);
        ends = new int[names.size()];
        texts = new String[names.size() * REMEMBERED];
    }

    /** The header that says what stands where. */
    TsvHeader header() {
        return header;
    }

    /** Takes a line, and returns how many cells it has; one more than columns where it has any more. */
    int fill(byte[] line, int from, int to) {
        bytes = line;
        start = from;
        int count = 0;
        int at = from;
        while (true) {
            int end = Ascii.next(line, at, to, (char) header.separator());
            if (count == ends.length) {
                return count + 1;
            }
            ends[count++] = end;
            if (end == to) {
                return count;
            }
            at = end + 1;
        }
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        Integer column = columns.get(name);
        if (column == null) {
            return null;
        }
        Object value = value(column);
        boolean doubles = columns.size() < names.size(); // of those, what is set last counts
        for (int i = column - 1; value == null && doubles && i >= 0; i--) {
            value = names.get(i).equals(name) ? value(i) : null;
        }
        return value;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Object value = value(i);
            if (value != null) {
                all.put(names.get(i), value);
            }
        }
        return all.entrySet();
    }

    private @Nullable String value(int column) {
        int from = column == 0 ? start : ends[column - 1] + 1;
        int to = ends[column];
        if (Arrays.equals(bytes, from, to, unset, 0, unset.length)) {
            return null;
        }
        return Arrays.equals(bytes, from, to, empty, 0, empty.length) ? "" : text(column, from, to);
    }

    private String text(int column, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = column * REMEMBERED + ((hash ^ hash >>> 16) & REMEMBERED - 1);
        String known = texts[slot];
        if (known != null && isWritten(known, from, to)) {
            return known;
        }
        String text = TsvHeader.plain(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        texts[slot] = text;
        return text;
    }

    /** Whether the bytes are a text without escapes and of ASCII. */
    private boolean isWritten(String text, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != text.charAt(i - from) || bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }
}
