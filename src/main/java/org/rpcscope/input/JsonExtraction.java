package org.rpcscope.input;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Takes the values of one member out of JSON, however deep it stands and whatever is around it. One thread. */
final class JsonExtraction implements Unwrapper.Extraction {

    /** Where in the text a byte is. */
    private enum State {
        OUTSIDE,
        TEXT,
        AFTER_NAME,
        BEFORE_VALUE,
        OBJECT,
        OBJECT_TEXT,
        RAW,
        RAW_CODE
    }

    private final byte[] wanted;
    private final boolean object;
    private State state = State.OUTSIDE;
    private int matched; // letters of the name, or -1
    private boolean escaped;
    private int depth;
    private int code;
    private int digits;
    private int high;

    /** @param object whether the values are objects, to be kept as they are; else texts, to be kept without quotes */
    JsonExtraction(String member, boolean object) {
        this.wanted = member.getBytes(StandardCharsets.US_ASCII);
        this.object = object;
    }

    @Override
    public void take(byte b, ByteBuffer out) {
        switch (state) {
            case OUTSIDE -> outside(b);
            case TEXT -> text(b);
            case AFTER_NAME -> state = b == ':' ? State.BEFORE_VALUE : b <= ' ' && b >= 0 ? state : outside(b);
            case BEFORE_VALUE -> value(b, out);
            case OBJECT -> object(b, out);
            case OBJECT_TEXT -> {
                out.put(b == '\n' || b == '\r' ? (byte) ' ' : b);
                state = b == '"' && !escaped ? State.OBJECT : state;
                escaped = b == '\\' && !escaped;
            }
            case RAW -> raw(b, out);
            case RAW_CODE -> code(b, out);
        }
    }

    @Override
    public void end(ByteBuffer out) {
        if (state == State.OBJECT || state == State.OBJECT_TEXT || state == State.RAW || state == State.RAW_CODE) {
            out.put((byte) '\n');
        }
    }

    private State outside(byte b) {
        state = b == '"' ? State.TEXT : State.OUTSIDE;
        matched = 0;
        escaped = false;
        return state;
    }

    private void text(byte b) {
        if (b == '"' && !escaped) {
            state = matched == wanted.length ? State.AFTER_NAME : State.OUTSIDE;
            return;
        }
        escaped = b == '\\' && !escaped;
        matched = matched >= 0 && matched < wanted.length && wanted[matched] == b ? matched + 1 : -1;
    }

    private void value(byte b, ByteBuffer out) {
        if (b >= 0 && b <= ' ') {
            return;
        }
        if (object && b == '{') {
            out.put(b);
            depth = 1;
            state = State.OBJECT;
        } else if (!object && b == '"') {
            escaped = false;
            high = 0;
            state = State.RAW;
        } else {
            outside(b);
        }
    }

    private void object(byte b, ByteBuffer out) {
        out.put(b == '\n' || b == '\r' ? (byte) ' ' : b);
        switch (b) {
            case '"' -> {
                state = State.OBJECT_TEXT;
                escaped = false;
            }
            case '{' -> depth++;
            case '}' -> {
                depth--;
                if (depth == 0) {
                    out.put((byte) '\n');
                    state = State.OUTSIDE;
                }
            }
            default -> {}
        }
    }

    private void raw(byte b, ByteBuffer out) {
        if (escaped) {
            escaped = false;
            switch (b) {
                case 'n', 'r', 'f', 'b' -> out.put((byte) ' ');
                case 't' -> out.put((byte) '\t');
                case 'u' -> {
                    code = 0;
                    digits = 0;
                    state = State.RAW_CODE;
                }
                default -> out.put(b);
            }
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            out.put((byte) '\n');
            state = State.OUTSIDE;
        } else {
            out.put(b == '\n' || b == '\r' ? (byte) ' ' : b);
        }
    }

    /** Four hexadecimal digits; two such codes may be one character. */
    private void code(byte b, ByteBuffer out) {
        int digit = Character.digit(b, 16);
        if (digit < 0) {
            state = State.RAW;
            raw(b, out);
            return;
        }
        code = code << 4 | digit;
        digits++;
        if (digits < 4) {
            return;
        }
        state = State.RAW;
        if (Character.isHighSurrogate((char) code)) {
            high = code;
            return;
        }
        boolean pair = high != 0 && Character.isLowSurrogate((char) code);
        int point = pair ? Character.toCodePoint((char) high, (char) code) : code;
        high = 0;
        boolean blank = point < ' ' && point != '\t';
        String text = Character.isSurrogate((char) point) && point < 0x10000 ? "?" : Character.toString(point);
        out.put(blank ? new byte[] {' '} : text.getBytes(StandardCharsets.UTF_8));
    }
}
