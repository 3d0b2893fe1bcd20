package org.rpcscope.logs;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/** Suricata's EVE: one JSON object a line, of flows, of what was said in them, and of alerts. */
public final class SuricataEve implements GrowingLog {

    private static final int CHUNK = 1 << 18;
    private static final int SURE = 92;

    /** How many lines are looked at: the first ones may be statistics. */
    private static final int TRIED = 20;

    private final LineReading.Pace pace;

    /** @param clock nanoseconds from any origin, such as {@link System#nanoTime}: rows appear ten times a second */
    public SuricataEve(LongSupplier clock) {
        this(clock, CHUNK);
    }

    SuricataEve(LongSupplier clock, int chunkSize) {
        pace = new LineReading.Pace(chunkSize, clock);
    }

    @Override
    public String name() {
        return "suricata-eve";
    }

    @Override
    public int likelihood(Head head) {
        int length = head.bytes().length;
        byte[] bytes = Arrays.copyOf(head.bytes(), length + Words.PAD);
        EveRecord record = new EveRecord(new Connection(new Pools()));
        int from = Words.beginsWithMark(bytes, length) ? 3 : 0;
        for (int tried = 0; from < length && tried < TRIED; tried++) {
            int end = Ascii.next(bytes, from, length, '\n');
            int start = from;
            while (start < end && bytes[start] <= ' ') {
                start++;
            }
            int to = end;
            while (to > start && bytes[to - 1] <= ' ') {
                to--;
            }
            if (to > start && record.read(bytes, start, to) && isEve(record)) {
                return SURE;
            }
            from = end + 1;
        }
        return 0;
    }

    private static boolean isEve(EveRecord record) {
        boolean typed = record.has(EveField.TYPE) || record.has(EveField.FLOW_ID);
        boolean ends = record.has(EveField.SOURCE) && record.has(EveField.DESTINATION);
        return typed && record.has(EveField.TIME) && (ends || record.type() == EveType.STATS);
    }

    @Override
    public @Nullable LineReading<?> reading(ByteSource source, ObservationTable table, Reading reading) {
        return new LineReading<>(
                table, reading, pace, () -> new EveLines(table.pools()), ConnJson.NoHeader.NO_HEADER, new Talks());
    }
}
