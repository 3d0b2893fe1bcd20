package org.rpcscope.input;

import java.nio.ByteBuffer;

/**
 * Puts each record of JSON that is written over several lines, or as one array, on a line of its own. The line ends that it
 * takes out of a record follow behind it, so that problems name the lines of the file. A record that breaks off ends where
 * the next one begins: at a brace that stands as far to the right as its own did, or where no value may stand. One thread.
 */
final class JsonLines implements Unwrapper.Extraction {

    /** Longer records are refused by whoever reads lines. */
    private static final int MOST_OWED = 1 << 20;

    private boolean before; // what wraps the array
    private boolean text;
    private boolean escaped;
    private boolean lineBegins = true;
    private boolean open; // whether something stands on the line that is given
    private boolean indented;
    private int column;
    private int margin;
    private int depth;
    private int owed;
    private long objects; // a bit for each bracket that is open, the innermost lowest: whether it is a brace
    private byte last;

    /** @param member whether the records are an array in a member of one object */
    JsonLines(boolean member) {
        before = member;
    }

    @Override
    public int held() {
        return owed;
    }

    @Override
    public void take(byte b, ByteBuffer out) {
        if (before) {
            before = b != '[';
            if (b == '\n') {
                out.put(b);
            }
        } else if (text && b != '\n') {
            out.put(b);
            text = b != '"' || escaped;
            escaped = b == '\\' && !escaped;
        } else if (b == '\n') {
            lineEnd(out);
        } else if (b == ' ' || b == '\t' || b == '\r') {
            column += lineBegins ? 1 : 0;
            if (!lineBegins && depth > 0) {
                out.put(b);
            }
        } else if (depth == 0) {
            between(b, out);
            lineBegins = false;
        } else {
            inside(b, out);
            lineBegins = false;
            last = b;
        }
    }

    @Override
    public void end(ByteBuffer out) {
        if (open) {
            out.put((byte) '\n');
        }
    }

    private void lineEnd(ByteBuffer out) {
        if (depth == 0) {
            out.put((byte) '\n');
            open = false;
        } else {
            out.put((byte) ' ');
            owed = Math.min(owed + 1, MOST_OWED);
            last = text ? (byte) '"' : last; // no text holds a line end: the record is damaged
            text = false;
        }
        column = 0;
        lineBegins = true;
    }

    private void between(byte b, ByteBuffer out) {
        switch (b) {
            case '{' -> begin(out);
            case '[' -> column = 0;
            case ']', '}', ',' -> {}
            default -> {
                out.put(b);
                open = true;
            }
        }
    }

    private void begin(ByteBuffer out) {
        if (open) {
            out.put((byte) '\n');
        }
        out.put((byte) '{');
        open = true;
        depth = 1;
        objects = 1;
        margin = column;
        indented = false;
        last = '{';
    }

    private void inside(byte b, ByteBuffer out) {
        if (lineBegins && owed == 1) {
            indented = column > margin;
        }
        if (b == '{' && lineBegins && column == margin && (indented || !mayBeValue())) {
            pay(out);
            begin(out);
            return;
        }
        out.put(b);
        switch (b) {
            case '"' -> {
                text = true;
                escaped = false;
            }
            case '{', '[' -> {
                depth++;
                objects = objects << 1 | (b == '{' ? 1 : 0);
            }
            case '}', ']' -> {
                depth--;
                objects >>>= 1;
                if (depth == 0) {
                    pay(out);
                }
            }
            default -> {}
        }
    }

    private boolean mayBeValue() {
        return last == ':' || (objects & 1) == 0 && (last == '[' || last == ',');
    }

    private void pay(ByteBuffer out) {
        open = owed == 0;
        for (; owed > 0; owed--) {
            out.put((byte) '\n');
        }
    }
}
