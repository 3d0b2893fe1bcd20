package org.rpcscope.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Turns text of UTF-16, as PowerShell and event viewers write it, into UTF-8, without its byte order mark. Offsets into
 * such an input count the bytes of UTF-8, as those into a packed one count unpacked bytes. A half of a pair that stands
 * alone becomes U+FFFD. One thread.
 */
final class Utf16 implements Unpacker {

    /** How many first bytes tell whether an input is such text. */
    static final int SAMPLE = 32;

    private static final int STEP = 1 << 15;
    private static final int LONGEST =
            4; // bytes that one unit can add, with an unpaired half before it and U+FFFD for it
    private static final int REPLACEMENT = 0xFFFD;

    /** The two orders of bytes. */
    enum Order {
        LITTLE,
        BIG
    }

    private final Unpacker from;
    private final Order order;
    private final ByteBuffer units = ByteBuffer.allocate(STEP).flip();
    private final ByteBuffer ready = ByteBuffer.allocate(STEP * 2).flip();
    private int high; // a first half whose second is awaited, or 0
    private boolean begun;
    private boolean ended;

    Utf16(Unpacker from, Order order) {
        this.from = from;
        this.order = order;
    }

    /**
     * The order of bytes of a text that begins so: by its mark, or because every other byte is zero, as in text of mostly
     * English words. Null for what is no such text.
     */
    static @Nullable Order of(byte[] bytes, int length) {
        if (length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return Order.LITTLE;
        }
        if (length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return Order.BIG;
        }
        if (length < SAMPLE / 2) {
            return null;
        }
        boolean little = true;
        boolean big = true;
        for (int i = 0; i + 1 < Math.min(length, SAMPLE); i += 2) {
            little &= bytes[i + 1] == 0 && isText(bytes[i]);
            big &= bytes[i] == 0 && isText(bytes[i + 1]);
        }
        return little ? Order.LITTLE : big ? Order.BIG : null;
    }

    private static boolean isText(byte value) {
        return value >= ' ' && value < 0x7F || value == '\n' || value == '\r' || value == '\t';
    }

    @Override
    public int unpack(ByteBuffer into) throws IOException {
        while (!ready.hasRemaining()) {
            if (ended) {
                return 0;
            }
            ready.clear();
            units.compact();
            int count = from.unpack(units);
            units.flip();
            if (count == 0) {
                ended = true;
                if (high != 0 || units.hasRemaining()) {
                    write(REPLACEMENT);
                }
            } else {
                decode();
            }
            ready.flip();
        }
        int count = Math.min(ready.remaining(), into.remaining());
        into.put(into.position(), ready, ready.position(), count);
        into.position(into.position() + count);
        ready.position(ready.position() + count);
        return count;
    }

    @Override
    public void close() throws IOException {
        from.close();
    }

    private void decode() {
        while (units.remaining() >= 2 && ready.remaining() >= LONGEST + 2) {
            int first = units.get() & 0xFF;
            int second = units.get() & 0xFF;
            int unit = order == Order.LITTLE ? second << 8 | first : first << 8 | second;
            boolean mark = !begun && unit == 0xFEFF;
            begun = true;
            if (!mark) {
                add(unit);
            }
        }
    }

    private void add(int unit) {
        boolean second = unit >= 0xDC00 && unit < 0xE000;
        if (high != 0 && second) {
            write(0x10000 + (high - 0xD800 << 10) + unit - 0xDC00);
            high = 0;
            return;
        }
        if (high != 0) {
            write(REPLACEMENT);
            high = 0;
        }
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else {
            write(second ? REPLACEMENT : unit);
        }
    }

    private void write(int code) {
        if (code < 0x80) {
            ready.put((byte) code);
        } else if (code < 0x800) {
            ready.put((byte) (0xC0 | code >> 6)).put((byte) (0x80 | code & 0x3F));
        } else if (code < 0x10000) {
            ready.put((byte) (0xE0 | code >> 12))
                    .put((byte) (0x80 | code >> 6 & 0x3F))
                    .put((byte) (0x80 | code & 0x3F));
        } else {
            ready.put((byte) (0xF0 | code >> 18))
                    .put((byte) (0x80 | code >> 12 & 0x3F))
                    .put((byte) (0x80 | code >> 6 & 0x3F))
                    .put((byte) (0x80 | code & 0x3F));
        }
    }
}
