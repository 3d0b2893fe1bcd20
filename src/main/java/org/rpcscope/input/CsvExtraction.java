package org.rpcscope.input;

import java.nio.ByteBuffer;

/** Takes one column out of comma-separated values with a header (RFC 4180): the one named {@code _raw}. One thread. */
final class CsvExtraction implements Unwrapper.Extraction {

    private static final int LONGEST_NAME = 64;

    private final StringBuilder name = new StringBuilder();
    private int wanted = -1;
    private int column;
    private boolean header = true;
    private boolean quoted;
    private boolean quoteBefore;
    private boolean any;

    @Override
    public void take(byte b, ByteBuffer out) {
        if (quoted && b == '"') {
            quoted = false;
            quoteBefore = true;
            return;
        }
        boolean doubled = quoteBefore && b == '"';
        quoteBefore = false;
        if (doubled) {
            quoted = true;
            add(b, out);
        } else if (!quoted && b == '"') {
            quoted = true;
        } else if (!quoted && b == ',') {
            endCell();
            column++;
        } else if (!quoted && b == '\n') {
            endCell();
            endRow(out);
        } else {
            add(b, out);
        }
    }

    @Override
    public void end(ByteBuffer out) {
        endRow(out);
    }

    private void add(byte b, ByteBuffer out) {
        if (header) {
            if (name.length() < LONGEST_NAME) {
                name.append((char) b);
            }
        } else if (column == wanted) {
            out.put(b == '\n' || b == '\r' ? (byte) ' ' : b);
            any = true;
        }
    }

    private void endCell() {
        if (header && wanted < 0 && name.toString().strip().equals("_raw")) {
            wanted = column;
        }
        name.setLength(0);
    }

    private void endRow(ByteBuffer out) {
        if (any) {
            out.put((byte) '\n');
        }
        any = false;
        header = false;
        column = 0;
    }
}
