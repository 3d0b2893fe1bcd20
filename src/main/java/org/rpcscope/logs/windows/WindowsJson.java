package org.rpcscope.logs.windows;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.logs.ChunkSink;
import org.rpcscope.logs.GrowingLog;
import org.rpcscope.logs.LineReading;
import org.rpcscope.logs.LocalTimes;
import org.rpcscope.logs.Words;
import org.rpcscope.session.ObservationTable;

/**
 * Event logs of Windows as lines of JSON: as Winlogbeat and Elastic Agent write them, NXLog, Splunk exports, evtx_dump, and
 * the flat form of collections such as OTRF's.
 */
public final class WindowsJson implements GrowingLog {

    private static final int CHUNK = 1 << 18;
    private static final int TRIED = 20;
    private static final int SURE = 88;

    private final LineReading.Pace pace;

    /** @param clock nanoseconds from any origin, such as {@link System#nanoTime}: rows appear ten times a second */
    public WindowsJson(LongSupplier clock) {
        pace = new LineReading.Pace(CHUNK, clock);
    }

    @Override
    public String name() {
        return "windows-json";
    }

    @Override
    public int likelihood(Head head) {
        byte[] bytes = Arrays.copyOf(head.bytes(), head.bytes().length + Words.PAD);
        JsonRecord record = new JsonRecord(new LocalTimes(Assumed.nothing()));
        int from = Words.beginsWithMark(bytes, head.bytes().length) ? 3 : 0;
        for (int tried = 0; tried < TRIED && from < head.bytes().length; tried++) {
            int end = from;
            while (end < head.bytes().length && bytes[end] != '\n') {
                end++;
            }
            if (record.fill(bytes, from, end, from) == null && record.isRecord()) {
                return SURE;
            }
            from = end + 1;
        }
        return 0;
    }

    @Override
    public @Nullable LineReading<?> reading(ByteSource source, ObservationTable table, Reading reading) {
        LocalEnds localEnds = new LocalEnds(table.events().names());
        ChunkSink turning = new ChunkSink() {
            @Override
            public void end(ObservationTable written, boolean last) {
                localEnds.turn(written, written.rows());
            }
        };
        return new LineReading<>(
                table,
                reading,
                pace,
                () -> new WindowsJsonLines(new RecordMapping(table, localEnds), new LocalTimes(reading.assumed())),
                WindowsJsonLines.Nothing.NOTHING,
                turning);
    }
}
