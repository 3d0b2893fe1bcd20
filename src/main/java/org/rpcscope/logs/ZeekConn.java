package org.rpcscope.logs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Sources;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/** Zeek's {@code conn.log}: one line a connection, in tab-separated values with a header or in JSON. */
public final class ZeekConn implements GrowingLog {

    private static final int CHUNK = 1 << 18;
    private static final int SURE = 90;

    private final LineReading.Pace pace;

    /** @param clock nanoseconds from any origin, such as {@link System#nanoTime}: rows appear ten times a second */
    public ZeekConn(LongSupplier clock) {
        this(clock, CHUNK);
    }

    ZeekConn(LongSupplier clock, int chunkSize) {
        pace = new LineReading.Pace(chunkSize, clock);
    }

    @Override
    public String name() {
        return "zeek-conn";
    }

    @Override
    public int likelihood(Head head) {
        byte[] bytes = head.bytes();
        int start = start(bytes);
        if (start == bytes.length) {
            return 0;
        }
        boolean conn = switch (bytes[start]) {
            case '#' -> hasHeader(bytes, start);
            case '{' -> hasRecord(bytes, start);
            default -> false;
        };
        return conn ? SURE : 0;
    }

    @Override
    public @Nullable LineReading<?> reading(ByteSource source, ObservationTable table, Reading reading) {
        try {
            byte[] head = Sources.head(source).bytes();
            int start = start(head);
            if (start < head.length && head[start] == '{') {
                return new LineReading<>(
                        table,
                        reading,
                        pace,
                        () -> new ConnJson(table.pools()),
                        ConnJson.NoHeader.NO_HEADER,
                        new Talks());
            }
            return new LineReading<>(table, reading, pace, () -> new ConnTsv(table.pools()), TsvHeader.NONE);
        } catch (IOException e) {
            reading.problems().add(Problem.at(0, String.valueOf(e.getMessage())));
            table.end();
            return null;
        }
    }

    /** The first byte that is neither white space nor a byte order mark. */
    private static int start(byte[] bytes) {
        int i = Words.beginsWithMark(bytes, bytes.length) ? 3 : 0;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r')) {
            i++;
        }
        return i;
    }

    private static boolean hasHeader(byte[] bytes, int start) {
        TsvHeader header = TsvHeader.NONE;
        for (int from = start; from < bytes.length; from = lineEnd(bytes, from) + 1) {
            if (bytes[from] == '#') {
                int end = lineEnd(bytes, from);
                int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
                header = header.after(new String(bytes, from, to - from, StandardCharsets.UTF_8));
                if (header.path().equals("conn") || !header.fields().isEmpty() && header.isConn()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasRecord(byte[] bytes, int start) {
        ConnJson decoder = new ConnJson(new Pools());
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Words.PAD);
        for (int from = start; from < bytes.length; from = lineEnd(bytes, from) + 1) {
            if (decoder.isConn(padded, from, lineEnd(bytes, from))) {
                return true;
            }
        }
        return false;
    }

    private static int lineEnd(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return i;
    }
}
