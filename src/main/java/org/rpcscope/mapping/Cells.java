package org.rpcscope.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the cells of one row begin and end (RFC 4180, with any separator): those in quotes without them. Filled anew for
 * each row. One thread.
 */
public final class Cells {

    private int[] from = new int[32];
    private int[] to = new int[32];
    private boolean[] doubled = new boolean[32];
    private int count;
    private byte[] bytes = new byte[0];

    /** Splits a row that begins at {@code start} and ends before {@code end}. */
    public void split(byte[] row, int start, int end, char separator) {
        bytes = row;
        count = 0;
        int i = start;
        while (count < Mapping.MOST_COLUMNS) {
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
                doubled = Arrays.copyOf(doubled, count * 2);
            }
            i = i < end && row[i] == '"' ? quoted(row, i + 1, end, separator) : plain(row, i, end, separator);
            count++;
            if (i >= end) {
                return;
            }
            i++;
        }
    }

    private int plain(byte[] row, int start, int end, char separator) {
        int i = start;
        while (i < end && row[i] != separator) {
            i++;
        }
        cell(start, i, false);
        return i;
    }

    private int quoted(byte[] row, int start, int end, char separator) {
        boolean doubles = false;
        int i = start;
        while (i < end && (row[i] != '"' || i + 1 < end && row[i + 1] == '"')) {
            doubles |= row[i] == '"';
            i += row[i] == '"' ? 2 : 1;
        }
        cell(start, Math.min(i, end), doubles);
        while (i < end && row[i] != separator) {
            i++;
        }
        return i;
    }

    private void cell(int start, int end, boolean doubles) {
        from[count] = start;
        to[count] = end;
        doubled[count] = doubles;
    }

    public int count() {
        return count;
    }

    /** The first byte of a cell. */
    public int from(int cell) {
        return from[cell];
    }

    /** One past the last byte of a cell. */
    public int to(int cell) {
        return to[cell];
    }

    /** A cell as text. */
    public String text(int cell) {
        String text = new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
        return doubled[cell] ? text.replace("\"\"", "\"") : text;
    }
}
