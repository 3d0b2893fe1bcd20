package org.rpcscope.input;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Puts each row of separated values on one line, where cells in quotes hold line ends (RFC 4180): these become blanks, and
 * follow behind the row, so that problems name the lines of the file. A quote that nothing closes within {@link
 * #LONGEST_CELL}, or that is closed in the middle of a cell, was none: the lines stay as they are. One thread.
 */
final class QuotedLines implements Unwrapper.Extraction {

    /** How much of a cell may stand behind its first line end, in bytes. */
    static final int LONGEST_CELL = 1 << 16;

    private static final String SEPARATORS = ",;\t|";
    private static final int LEAST = 2;

    private final ByteArrayOutputStream cell = new ByteArrayOutputStream(); // from its first line end on
    private final int[] first = new int[SEPARATORS.length()];
    private final int[] counts = new int[SEPARATORS.length()];
    private boolean cellBegins = true;
    private boolean quoted;
    private boolean closing;
    private boolean header = true;
    private boolean joined;
    private boolean fits;
    private int owed;

    /** Whether a row with a line end in it has as many cells as the first row. */
    static boolean in(byte[] head) {
        QuotedLines lines = new QuotedLines();
        ByteBuffer out = ByteBuffer.allocate(head.length * 2 + LONGEST_CELL);
        for (byte b : head) {
            if (b == 0) {
                return false; // no text
            }
            lines.take(b, out);
        }
        return lines.fits;
    }

    @Override
    public int held() {
        return cell.size() * 2 + owed; // each line end in it is given twice: as a blank, and behind the row
    }

    @Override
    public void take(byte b, ByteBuffer out) {
        if (!quoted) {
            plain(b, out);
        } else if (closing && b != '"') {
            boolean closed = b == '\n' || b == '\r' || SEPARATORS.indexOf(b) >= 0;
            flush(closed, out);
            plain(b, out);
        } else {
            closing = !closing && b == '"';
            if (cell.size() > 0 || b == '\n' || b == '\r') {
                cell.write(b);
            } else {
                out.put(b);
            }
            if (cell.size() > LONGEST_CELL) {
                flush(false, out);
            }
        }
    }

    @Override
    public void end(ByteBuffer out) {
        flush(closing, out);
    }

    private void plain(byte b, ByteBuffer out) {
        int separator = SEPARATORS.indexOf(b);
        quoted = b == '"' && cellBegins;
        cellBegins = b == '\n' || separator >= 0 || cellBegins && b < -1; // a byte order mark begins no cell
        if (separator >= 0) {
            counts[separator]++;
        }
        out.put(b);
        if (b == '\n') {
            rowEnd(out);
        }
    }

    private void rowEnd(ByteBuffer out) {
        for (int i = 0; i < counts.length; i++) {
            fits |= joined && !header && counts[i] >= LEAST && counts[i] == first[i];
            first[i] = header ? counts[i] : first[i];
            counts[i] = 0;
        }
        header = false;
        joined = false;
        for (; owed > 0; owed--) {
            out.put((byte) '\n');
        }
    }

    /** Gives what is held of a cell: on one line where its quote was closed, else as it is. */
    private void flush(boolean closed, ByteBuffer out) {
        for (byte b : cell.toByteArray()) {
            boolean lineEnd = b == '\n';
            out.put(closed && (lineEnd || b == '\r') ? (byte) ' ' : b);
            if (lineEnd && closed) {
                owed++;
                joined = true;
            } else if (lineEnd) {
                rowEnd(out);
            }
        }
        cell.reset();
        quoted = false;
        closing = false;
    }
}
