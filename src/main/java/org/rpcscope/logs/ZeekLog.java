package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.session.ObservationTable;

/**
 * Zeek's logs beside {@code conn.log}: {@code dce_rpc.log} and {@code ntlm.log} give sessions with what was said in them,
 * all others events. Tab-separated values with a header, or JSON.
 */
public final class ZeekLog implements GrowingLog {

    private static final int CHUNK = 1 << 18;

    /** A header of Zeek, or a record that names its log. {@link ZeekConn} is as sure of what it reads itself. */
    private static final int SURE = 85;

    private final LineReading.Pace pace;

    /** @param clock nanoseconds from any origin, such as {@link System#nanoTime}: events appear ten times a second */
    public ZeekLog(LongSupplier clock) {
        this(clock, CHUNK);
    }

    ZeekLog(LongSupplier clock, int chunkSize) {
        pace = new LineReading.Pace(chunkSize, clock);
    }

    @Override
    public String name() {
        return "zeek";
    }

    @Override
    public int likelihood(Head head) {
        byte[] bytes = head.bytes();
        int start = Words.beginsWithMark(bytes, bytes.length) ? 3 : 0;
        while (start < bytes.length && bytes[start] == '\n') {
            start++;
        }
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        if (start == end) {
            return 0;
        }
        if (bytes[start] == '{') {
            Map<String, @Nullable Object> members = JsonTree.read(bytes, start, end);
            return members != null && isZeek(ZeekFields.of(members)) ? SURE : 0;
        }
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        boolean headed = text.startsWith("#separator") || text.startsWith("#path") || text.startsWith("#fields\tts\t");
        return headed && text.contains("#fields") ? SURE : 0;
    }

    /** Other programs write JSON with a path too: the time, or a connection, is named as Zeek does. */
    private static boolean isZeek(ZeekFields fields) {
        return fields.path() != null && fields.time() != Numbers.BAD;
    }

    @Override
    public @Nullable LineReading<?> reading(ByteSource source, ObservationTable table, Reading reading) {
        return new LineReading<>(table, reading, pace, () -> new ZeekLines(table.pools()), TsvHeader.NONE, new Talks());
    }
}
