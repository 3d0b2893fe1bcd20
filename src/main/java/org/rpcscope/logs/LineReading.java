package org.rpcscope.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Onward;
import org.rpcscope.input.Problem;
import org.rpcscope.job.Workers;
import org.rpcscope.session.EventTable;
import org.rpcscope.session.ObservationTable;

/**
 * Reads a log of lines with several threads. Chunks are decoded in waves, all of a wave at once, each on the guess that
 * what held before the wave still holds; meanwhile the next one is read, and the one before is joined with what came before
 * it, which is done in order. Then it is written. A chunk that was decoded on a wrong guess is decoded again: a guess costs
 * time and never changes a result.
 *
 * @param <S> what lines say about later lines
 */
public final class LineReading<S> implements Onward<ObservationTable> {

    private static final int CHUNKS_A_THREAD = 4;
    private static final int MOST_CHUNKS = 32;
    private static final long PUBLISH_NANOS = 100_000_000L;

    private ObservationTable table;
    private Reading reading;
    private final Pace pace;
    private final Supplier<? extends LineDecoder<S>> decoders;
    private final ConcurrentLinkedQueue<LineDecoder<S>> idle = new ConcurrentLinkedQueue<>();
    private final ChunkSink sink;
    private final Joins joins = new Joins();
    private S state;
    private long lines;
    private long publishedAt;
    private long position;

    /**
     * How a reading goes; no setting changes what is read.
     *
     * @param chunkSize in bytes
     * @param clock nanoseconds, for publishing ten times a second
     */
    public record Pace(int chunkSize, LongSupplier clock) {}

    public LineReading(
            ObservationTable table,
            Reading reading,
            Pace pace,
            Supplier<? extends LineDecoder<S>> decoders,
            S initial) {
        this(table, reading, pace, decoders, initial, ChunkSink.NONE);
    }

    public LineReading(
            ObservationTable table,
            Reading reading,
            Pace pace,
            Supplier<? extends LineDecoder<S>> decoders,
            S initial,
            ChunkSink sink) {
        this.table = table;
        this.sink = sink;
        this.reading = reading;
        this.pace = pace;
        this.decoders = decoders;
        this.state = initial;
        this.publishedAt = pace.clock().getAsLong();
    }

    /** Reads to the end of the source, to damage, or until cancelled, and keeps what it read. */
    public void run(ByteSource source) {
        pass(source);
        table.publish();
        sink.end(table, true);
        table.end();
    }

    /** The same of a source that may grow; the answer reads on, by itself and with what it knows of the lines before. */
    public Onward<ObservationTable> runGrowing(ByteSource source) {
        pass(source);
        ObservationTable shown = table;
        table = shown.copy();
        sink.end(shown, false);
        shown.end();
        return this;
    }

    @Override
    public long end() {
        return position;
    }

    @Override
    public ObservationTable read(ByteSource source, Reading again) {
        reading = again;
        pass(source);
        ObservationTable shown = table.copy();
        sink.end(shown, false);
        shown.end();
        return shown;
    }

    private void pass(ByteSource source) {
        reading.progress().total(source.packedSize());
        LineFeed feed = new LineFeed(source, reading.progress(), pace.chunkSize(), position);
        int size = Math.min(MOST_CHUNKS, reading.threads() * CHUNKS_A_THREAD);
        Wave<S> before = new Wave<>(size, state, table.events());
        Wave<S> now = new Wave<>(size, state, table.events());
        Wave<S> next = new Wave<>(size, state, table.events());
        try (Workers workers = new Workers(reading.threads())) {
            now.filled = feed.fill(now.chunks);
            while (now.filled > 0) {
                decode(before, now, next, feed, workers);
                write(before, workers);
                Wave<S> done = before;
                before = now;
                now = next;
                next = done;
                if (reading.progress().cancelled()) {
                    break;
                }
            }
            join(before);
            write(before, workers);
        }
        Problem failure = feed.failure();
        if (failure != null) {
            reading.problems().add(new Problem(failure.offset(), lines + 1, failure.reason()));
        }
        position = feed.end();
    }

    /** Decodes a wave, while one thread joins the wave before it and reads the one after it. */
    private void decode(Wave<S> last, Wave<S> now, Wave<S> next, LineFeed feed, Workers workers) {
        S guess = state;
        workers.forEach(now.filled + 1, i -> {
            if (i == 0) {
                join(last);
                next.filled = feed.fill(next.chunks);
            } else {
                now.after.set(i - 1, decode(now.chunks[i - 1], guess));
            }
        });
        for (int i = 0; i < now.filled; i++) {
            S before = i == 0 ? guess : now.after.get(i - 1);
            if (!before.equals(guess)) {
                now.after.set(i, decode(now.chunks[i], before));
            }
        }
        state = now.after.get(now.filled - 1);
    }

    private S decode(LineChunk chunk, S before) {
        LineDecoder<S> decoder = idle.poll();
        if (decoder == null) {
            decoder = decoders.get();
        }
        chunk.rows.clear();
        chunk.events.clear();
        chunk.remarks.clear();
        if (chunk.droppedLine >= 0) {
            chunk.rows.line();
            chunk.rows.problem(chunk.droppedLine, LineFeed.TOO_LONG);
        }
        S after = decoder.decode(chunk, before);
        idle.add(decoder);
        return after;
    }

    /** Takes away what goes with rows before it, and says where the others will stand. By one thread, in order. */
    private void join(Wave<S> wave) {
        int first = table.reserve(0);
        for (int i = 0; i < wave.filled; i++) {
            Rows rows = wave.chunks[i].rows;
            rows.join(joins, first);
            wave.first[i] = first;
            first += rows.count();
        }
    }

    private void write(Wave<S> wave, Workers workers) {
        int total = 0;
        for (int i = 0; i < wave.filled; i++) {
            Rows rows = wave.chunks[i].rows;
            total += rows.count();
            rows.report(reading.problems(), lines);
            lines += rows.lines();
            table.events().append(wave.chunks[i].events);
        }
        table.reserve(total);
        workers.forEach(wave.filled, i -> wave.chunks[i].rows.write(table, wave.first[i]));
        for (int i = 0; i < wave.filled; i++) {
            sink.take(wave.chunks[i]);
        }
        joins.write(table);
        long now = pace.clock().getAsLong();
        if (now - publishedAt >= PUBLISH_NANOS) {
            table.publish();
            publishedAt = now;
        }
    }

    /** Chunks that are decoded together. */
    private static final class Wave<S> {
        final LineChunk[] chunks;
        final List<S> after;
        final int[] first; // the row of each chunk's first observation
        int filled;

        Wave(int size, S initial, EventTable events) {
            chunks = new LineChunk[size];
            after = new ArrayList<>();
            first = new int[size];
            for (int i = 0; i < size; i++) {
                chunks[i] = new LineChunk(events.batch());
                after.add(initial);
            }
        }
    }
}
