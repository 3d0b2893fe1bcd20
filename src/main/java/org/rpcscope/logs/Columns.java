package org.rpcscope.logs;

/**
 * Cuts a line into columns at a separator. A column may stand in quotes, within which the separator means nothing and two
 * quotes are one (RFC 4180). Used again for the next line. One thread.
 */
public final class Columns {

    private static final int MOST = 256;

    private final char separator;
    private final int[] from = new int[MOST];
    private final int[] to = new int[MOST];
    private int count;

    public Columns(char separator) {
        this.separator = separator;
    }

    /** Cuts; columns beyond the 256th are left out. */
    public void cut(byte[] bytes, int start, int end) {
        count = 0;
        int i = start;
        while (i <= end && count < MOST) {
            int stop;
            if (i < end && bytes[i] == '"') {
                int quote = closing(bytes, i + 1, end);
                from[count] = i + 1;
                to[count] = quote;
                stop = Ascii.next(bytes, quote, end, separator);
            } else {
                stop = Ascii.next(bytes, i, end, separator);
                from[count] = i;
                to[count] = stop;
            }
            count++;
            i = stop + 1;
        }
    }

    private static int closing(byte[] bytes, int start, int end) {
        int i = start;
        while (i < end) {
            if (bytes[i] == '"') {
                if (i + 1 >= end || bytes[i + 1] != '"') {
                    return i;
                }
                i++;
            }
            i++;
        }
        return end;
    }

    public int count() {
        return count;
    }

    /** Where a column begins; an empty range behind the last one where there is no such column. */
    public int from(int column) {
        return column < count ? from[column] : 0;
    }

    public int to(int column) {
        return column < count ? to[column] : 0;
    }

    /** Notes a part that stands in a column. */
    public void set(Parts parts, Part part, int column) {
        if (column < count) {
            parts.set(part, from[column], to[column]);
        }
    }
}
