package org.rpcscope.logs;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Sources;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/**
 * A kind of text log whose lines stand for themselves, with or without a syslog prefix. It is known by its lines: the more
 * of the first ones it can read, the likelier it is.
 */
public final class LineFormat implements GrowingLog {

    /** How many bytes are decoded at a time. */
    public static final int CHUNK = 1 << 18;

    /** How many lines are tried, and how likely it is by one of them alone. */
    private static final int TRIED = 40;

    private static final int LEAST = 20;

    private final Kind kind;
    private final LineReading.Pace pace;

    /** Makes what decodes the lines of one input, for each thread. */
    public interface Decoders {

        /** @param head the first bytes, for a header in it; padded */
        RecordDecoder decoder(LocalTimes times, byte[] head);
    }

    /**
     * What tells one kind from others.
     *
     * @param name after {@code --input-format}
     * @param sure how likely it is, up to 100, where every line is of it
     * @param json whether its lines may be JSON; of another kind, a JSON line that quotes one of its lines is none
     */
    public record Kind(String name, int sure, boolean json, Decoders decoders) {}

    /**
     * A format.
     *
     * @param clock nanoseconds from any origin, such as {@link System#nanoTime}: rows appear ten times a second
     * @param chunkSize in bytes; it changes no result
     */
    public LineFormat(Kind kind, LongSupplier clock, int chunkSize) {
        this.kind = kind;
        pace = new LineReading.Pace(chunkSize, clock);
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public int likelihood(Head head) {
        byte[] bytes = padded(head);
        int length = head.bytes().length;
        if (bytes[0] == '#' && bytes[1] == '!') {
            return 0; // a program that writes logs holds lines of them
        }
        RecordLines lines = lines(new Pools(), Assumed.nothing(), bytes);
        Rows rows = new Rows();
        int tried = 0;
        int own = 0;
        int from = Words.beginsWithMark(bytes, length) ? 3 : 0;
        while (from < length && tried < TRIED) {
            int end = Ascii.next(bytes, from, length, '\n');
            boolean cut = end == length && length >= Sources.HEAD && tried > 0;
            if (!cut && end > from) {
                tried++;
                own += lines.line(rows, bytes, from, end, from) ? 1 : 0;
            }
            from = end + 1;
        }
        return own == 0 ? 0 : LEAST + (kind.sure() - LEAST) * own / tried;
    }

    @Override
    public @Nullable LineReading<?> reading(ByteSource source, ObservationTable table, Reading reading) {
        try {
            byte[] head = padded(Sources.head(source));
            return new LineReading<>(
                    table,
                    reading,
                    pace,
                    () -> lines(table.pools(), reading.assumed(), head),
                    RecordLines.Nothing.NOTHING);
        } catch (IOException e) {
            reading.problems().add(Problem.at(0, String.valueOf(e.getMessage())));
            table.end();
            return null;
        }
    }

    private RecordLines lines(Pools pools, Assumed assumed, byte[] head) {
        LocalTimes times = new LocalTimes(assumed);
        RecordDecoder decoder = kind.decoders().decoder(times, head);
        return new RecordLines(kind.name(), kind.json(), decoder, new Records(new Connection(pools), times), times);
    }

    private static byte[] padded(Head head) {
        return Arrays.copyOf(head.bytes(), head.bytes().length + Words.PAD);
    }
}
