package org.rpcscope.capture;

import java.util.Arrays;
import java.util.List;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;
import org.rpcscope.job.Workers;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.LinkType;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.stream.StreamInspection;

/**
 * Reads one capture in waves of chunks. The workers decode the chunks of a wave at the same time, each guessing where its
 * first record begins; the chunks are then committed in order, and one whose guess was wrong is decoded again, so that a
 * guess costs time and never changes a result. Then the partitions are tracked at the same time, each over the whole wave
 * in the order of the file. The result is the same for any number of threads and any size of chunks.
 */
final class CaptureReader {

    /** The size of a chunk: large enough that its edges cost little, small enough that a wave stays in the caches. */
    static final int CHUNK = 1 << 20;

    private static final int CHUNKS_PER_THREAD = 4;

    private final Framing framing;
    private final ByteSource source;
    private final ObservationTable table;
    private final Reading reading;
    private final int chunkSize;
    private final Workers workers;
    private final Chunk[] wave;
    private final Tracker[] trackers = new Tracker[Partitions.COUNT];

    /** How many chunks of the wave are used: more each time, since at first the compilers want processors, too. */
    private int size = 1;

    private Chunk latest; // the one read last
    private long expected; // where the next record begins
    private Section section = Section.NONE;
    private boolean opened; // the first chunk of a source that is read in order is in the wave already
    private long packets;
    private long consumed;

    private CaptureReader(
            Framing framing,
            StreamInspection<Conversation> inspection,
            int chunkSize,
            ByteSource source,
            ObservationTable table,
            Reading reading) {
        this.framing = framing;
        this.source = source;
        this.table = table;
        this.reading = reading;
        this.chunkSize = chunkSize;
        this.workers = new Workers(reading.threads());
        long chunks = source.size() < 0 ? Integer.MAX_VALUE : source.size() / chunkSize + 1;
        this.wave = new Chunk[(int) Math.min(chunks, (long) workers.threads() * CHUNKS_PER_THREAD)];
        Arrays.setAll(wave, i -> new Chunk(chunkSize, inspection.probe()));
        Arrays.setAll(trackers, i -> new Tracker(inspection));
        this.latest = wave[0];
    }

    /** Reads the capture to its end, to its first impossible record, or until it is cancelled. */
    static void read(
            Framing framing,
            StreamInspection<Conversation> inspection,
            int chunkSize,
            ByteSource source,
            ObservationTable table,
            Reading reading) {
        CaptureReader reader = new CaptureReader(framing, inspection, chunkSize, source, table, reading);
        try (Workers workers = reader.workers) {
            reader.read();
        }
    }

    private void read() {
        reading.progress().total(source.packedSize());
        if (!open()) {
            return;
        }
        long position = 0;
        boolean more = true;
        while (more && !reading.progress().cancelled()) {
            int ready = source.positional() ? decodeTogether(position) : decodeInTurn();
            position += (long) size * chunkSize;
            int committed = commit(ready);
            more = committed == size && !wave[committed - 1].last();
            track(committed);
            packets += Arrays.stream(wave, 0, committed)
                    .mapToLong(chunk -> chunk.count)
                    .sum();
            table.packets(packets);
            table.publish();
            reading.progress().advance(source.consumed() - consumed);
            consumed = source.consumed();
            size = Math.min(size * 2, wave.length);
        }
        workers.forEach(trackers.length, number -> {
            trackers[number].end();
            trackers[number].flush(table);
        });
        reportLinkTypes();
    }

    private boolean open() {
        Chunk first = wave[0];
        if (source.positional()) {
            first.read(source, 0);
        } else {
            first.follow(source, null);
        }
        String wrong = framing.open(first);
        if (wrong != null) {
            reading.problems().add(first.failure != null ? first.failure : Problem.at(0, wrong));
            return false;
        }
        expected = first.start;
        section = first.before;
        opened = !source.positional();
        return true;
    }

    /** Reads and decodes a wave at once. Only the first chunk knows where its first record begins. */
    private int decodeTogether(long position) {
        long known = expected;
        Section likely = section;
        workers.forEach(size, i -> {
            Chunk chunk = wave[i];
            chunk.read(source, position + (long) i * chunkSize);
            int start = i == 0 ? (int) (known - chunk.position) : framing.guess(chunk, likely);
            chunk.restart(start, likely);
            if (start >= 0 && start < chunk.limit) {
                framing.walk(chunk);
            }
        });
        return size;
    }

    /** Reads and decodes chunk after chunk of a source that is unpacked in order: unpacking takes the time, not this. */
    private int decodeInTurn() {
        Section now = section;
        for (int i = 0; i < size; i++) {
            Chunk chunk = wave[i];
            int start = opened ? chunk.start : 0;
            if (!opened) {
                chunk.follow(source, latest);
            }
            opened = false;
            latest = chunk;
            chunk.restart(start, now);
            framing.walk(chunk);
            now = chunk.after;
            if (chunk.last()) {
                return i + 1;
            }
        }
        return size;
    }

    /**
     * Takes the chunks in order, decoding again those that began elsewhere or under other headers than was guessed.
     *
     * @return how many count: fewer than were read where reading ends
     */
    private int commit(int ready) {
        for (int i = 0; i < ready; i++) {
            Chunk chunk = wave[i];
            int start = (int) Math.min(expected - chunk.position, Integer.MAX_VALUE);
            if (chunk.start != start || !chunk.before.equals(section)) {
                chunk.restart(start, section);
                framing.walk(chunk);
            }
            if (start < chunk.limit) { // else a record that began before goes on to the chunk's end and beyond
                expected = chunk.position + chunk.end;
                section = chunk.after;
            }
            Problem problem = chunk.fault != null && chunk.failure == null ? chunk.fault : chunk.failure;
            if (problem != null) {
                reading.problems().add(problem);
            }
            if (chunk.last()) {
                return i + 1;
            }
        }
        return ready;
    }

    /** Tracks every partition over the wave, then gives the new conversations their rows, and writes what changed. */
    private void track(int chunks) {
        workers.forEach(trackers.length, number -> {
            int partition = apart(number);
            for (int i = 0; i < chunks; i++) {
                trackers[partition].track(wave[i].packets.get(partition), wave[i].buffer);
            }
        });
        number();
        workers.forEach(trackers.length, number -> trackers[apart(number)].flush(table));
    }

    /** Gives rows to the new conversations, in the order in which they began; each tracker has its own in that order. */
    private void number() {
        int fresh = 0;
        long[] next = new long[trackers.length]; // where the first conversation without a row began, of each tracker
        for (int i = 0; i < next.length; i++) {
            fresh += trackers[i].fresh().size();
            next[i] = origin(i, 0);
        }
        int[] numbered = new int[next.length];
        int end = table.reserve(fresh) + fresh;
        for (int row = end - fresh; row < end; row++) {
            int tracker = least(next);
            trackers[tracker].fresh().get(numbered[tracker]++).row = row;
            next[tracker] = origin(tracker, numbered[tracker]);
        }
    }

    private long origin(int tracker, int conversation) {
        List<Flow> fresh = trackers[tracker].fresh();
        return conversation < fresh.size() ? fresh.get(conversation).origin : Long.MAX_VALUE;
    }

    private static int least(long[] values) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
        }
        return least;
    }

    /**
     * The partitions in another order: workers take numbers that follow each other, and trackers that follow each other
     * lie in the same cache lines, for which their processors would wait at every packet.
     */
    private static int apart(int number) {
        return Integer.reverse(number) >>> Integer.numberOfLeadingZeros(Partitions.COUNT - 1);
    }

    /** Packets of a link type that is not decoded are counted and nothing more: the analyst must know. */
    private void reportLinkTypes() {
        for (Section.Interface one : section.interfaces()) {
            if (!LinkType.known(one.linkType())) {
                String reason = "packets of link type " + one.linkType() + " are counted, not decoded";
                reading.problems().add(Problem.at(one.origin(), reason));
            }
        }
    }
}
