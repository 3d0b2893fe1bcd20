package org.rpcscope.logs.windows;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.job.Workers;
import org.rpcscope.session.ObservationTable;

/**
 * Reads an input of blocks that stand for themselves with several threads: a wave of them is decoded at once while the next
 * one is read, and is then written in order.
 */
final class BlockReading {

    private static final int BLOCKS_A_THREAD = 4;
    private static final int MOST_BLOCKS = 64;
    private static final long PUBLISH_NANOS = 100_000_000L;

    private final ObservationTable table;
    private final Reading reading;
    private final LongSupplier clock;
    private final Feed feed;
    private final Function<RecordMapping, Decoder> decoders;
    private final LocalEnds localEnds;
    private final ConcurrentLinkedQueue<Decoder> idle = new ConcurrentLinkedQueue<>();
    private long publishedAt;

    /** Fills blocks in the order of the input. */
    interface Feed {

        /** Fills the next block; false at the end. One thread at a time. */
        boolean fill(Block block);
    }

    /** Decodes blocks. Each thread has its own. */
    interface Decoder {

        /** Decodes a block, whose last results are still in it. */
        void decode(Block block);
    }

    BlockReading(
            ObservationTable table,
            Reading reading,
            LongSupplier clock,
            Feed feed,
            Function<RecordMapping, Decoder> decoders) {
        this.table = table;
        this.reading = reading;
        this.clock = clock;
        this.feed = feed;
        this.decoders = decoders;
        this.localEnds = new LocalEnds(table.events().names());
        this.publishedAt = clock.getAsLong();
    }

    /** Reads to the end or until cancelled; the table is ended by the caller. */
    void run() {
        int size = Math.min(MOST_BLOCKS, reading.threads() * BLOCKS_A_THREAD);
        Wave now = new Wave(size, table);
        Wave next = new Wave(size, table);
        try (Workers workers = new Workers(reading.threads())) {
            fill(now);
            while (now.filled > 0 && !reading.progress().cancelled()) {
                Wave current = now;
                Wave following = next;
                workers.forEach(now.filled + 1, i -> {
                    if (i == 0) {
                        fill(following);
                    } else {
                        decode(current.blocks[i - 1]);
                    }
                });
                commit(now, workers);
                now = following;
                next = current;
            }
        }
        table.publish();
        localEnds.turn(table, table.rows());
    }

    private void fill(Wave wave) {
        wave.filled = 0;
        while (wave.filled < wave.blocks.length && feed.fill(wave.blocks[wave.filled])) {
            wave.filled++;
        }
    }

    private void decode(Block block) {
        Decoder decoder = idle.poll();
        if (decoder == null) {
            decoder = decoders.apply(new RecordMapping(table, localEnds));
        }
        block.clear();
        decoder.decode(block);
        idle.add(decoder);
    }

    private void commit(Wave wave, Workers workers) {
        int total = 0;
        int[] first = new int[wave.filled];
        for (int i = 0; i < wave.filled; i++) {
            Block block = wave.blocks[i];
            first[i] = total;
            total += block.rows.count();
            table.events().append(block.events);
            block.report(reading.problems());
        }
        int start = table.reserve(total);
        workers.forEach(wave.filled, i -> wave.blocks[i].rows.write(table, start + first[i]));
        long now = clock.getAsLong();
        if (now - publishedAt >= PUBLISH_NANOS) {
            table.publish();
            publishedAt = now;
        }
    }

    /** Blocks that are decoded together. */
    private static final class Wave {
        final Block[] blocks;
        int filled;

        Wave(int size, ObservationTable table) {
            blocks = new Block[size];
            for (int i = 0; i < size; i++) {
                blocks[i] = new Block(table.events().batch());
            }
        }
    }
}
