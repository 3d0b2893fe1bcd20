package org.rpcscope.session;

import java.util.Arrays;
import java.util.function.Supplier;
import org.rpcscope.query.Column;
import org.rpcscope.rpc.Conversation;

/**
 * The observations of one input: an observation is one transport conversation as this input saw it. Columns of primitive
 * arrays, 64 bytes a row and 16 more for logs.
 *
 * <p>One reader of one input writes. Ends, start and origin of a row are written once, before it is published; bytes,
 * packets, end and evidence only grow. A stale read is therefore a lower bound, never a lie. {@link #publish} makes rows
 * visible with one volatile write; others ask {@link #rows} first and then read freely, from any thread. Blocks of
 * {@link Column#BLOCK} rows carry the epoch of their last change, so that a reader looks again only at those.
 */
public final class ObservationTable extends ObservationCells {

    /** A byte or packet counter that the input does not have. */
    public static final int UNKNOWN = -1;

    private final Input input;
    private final EventTable events;
    private volatile int[] blockEpochs = new int[0]; // a block is a chunk
    private volatile int published;
    private volatile int epoch;
    private volatile boolean ended;
    private volatile long packets;
    private int reserved;

    /** A table whose events no rule is asked about. */
    public ObservationTable(Input input, Pools pools) {
        this(input, pools, EventJudge.NO_RULES);
    }

    /** @param judges makes what asks the rules about events, for each thread that reads; called when there are some */
    public ObservationTable(Input input, Pools pools, Supplier<EventJudge> judges) {
        this(input, new EventTable(pools, judges));
    }

    private ObservationTable(Input input, EventTable events) {
        this.input = input;
        this.events = events;
    }

    /** Which input it is that these are the observations of. */
    public Input input() {
        return input;
    }

    public Pools pools() {
        return events.pools();
    }

    /** The records of the same input that are no sessions. */
    public EventTable events() {
        return events;
    }

    // ---- writing: the one reader of the input, or several of its threads on different rows

    /** Makes room for new rows and returns the first. They are seen by others when {@link #publish} is called. */
    public int reserve(int count) {
        int first = reserved;
        reserved = Math.addExact(reserved, count);
        int wanted = (reserved + CHUNK - 1) >>> SHIFT;
        ObservationChunk[] now = chunks;
        if (wanted > now.length) {
            ObservationChunk[] more = Arrays.copyOf(now, wanted);
            for (int i = now.length; i < more.length; i++) {
                more[i] = new ObservationChunk();
            }
            blockEpochs = Arrays.copyOf(blockEpochs, more.length);
            chunks = more;
        }
        return first;
    }

    /**
     * Writes what never changes of a reserved row.
     *
     * @param source the number of the originator's address
     * @param ports the originator's port in the upper half, the responder's in the lower
     * @param start nanoseconds since 1970 of the first packet, or of the log's time
     * @param origin the offset of the first packet's record, or of the line, in the unpacked input
     */
    public void open(int row, int source, int destination, int ports, long start, long origin) {
        ObservationChunk chunk = chunks[row >>> SHIFT];
        int i = row & (CHUNK - 1);
        chunk.source[i] = source;
        chunk.destination[i] = destination;
        chunk.ports[i] = ports;
        chunk.start[i] = start;
        chunk.end[i] = start;
        chunk.origin[i] = origin;
    }

    /** Writes the counters: payload bytes ({@link Evidence#HEADERS_COUNTED}) and packets by stored end, or {@link #UNKNOWN}. */
    public void count(int row, long sourceBytes, long destinationBytes, int sourcePackets, int destinationPackets) {
        ObservationChunk chunk = own(row);
        int i = row & (CHUNK - 1);
        chunk.sourceBytes[i] = sourceBytes;
        chunk.destinationBytes[i] = destinationBytes;
        chunk.sourcePackets[i] = sourcePackets;
        chunk.destinationPackets[i] = destinationPackets;
    }

    /** Moves the end on and adds evidence; {@code end} in nanoseconds since 1970. */
    public void see(int row, long end, int evidence) {
        ObservationChunk chunk = own(row);
        int i = row & (CHUNK - 1);
        chunk.end[i] = Math.max(chunk.end[i], end);
        chunk.evidence[i] |= evidence;
        if ((evidence & Evidence.TURNED) != 0) { // not written without need: all writers share it
            chunk.anyTurned = true;
        }
    }

    /** Writes the log's own words, as numbers of the text pool: what was done, the state, the history, the service. */
    public void describe(int row, int action, int state, int history, int service) {
        ObservationChunk.Texts texts = chunks[row >>> SHIFT].texts();
        int i = row & (CHUNK - 1);
        texts.action[i] = action;
        texts.state[i] = state;
        texts.history[i] = history;
        texts.service[i] = service;
    }

    /** Writes what was said over DCE/RPC so far; a later call tells all of it again, and more. */
    public void converse(int row, Conversation conversation) {
        own(row).converse(row & (CHUNK - 1), conversation);
    }

    /** Notes that a published row changed since the last {@link #publish}. Threads may note different rows at once. */
    public void touch(int row) {
        int next = epoch + 1;
        if (blockEpochs[row >>> SHIFT] != next) { // writers share few of these: a write each would make them wait
            blockEpochs[row >>> SHIFT] = next;
        }
    }

    /** Shows new rows, noted changes and events to others. By the one writer, after each step: it costs a volatile write. */
    public void publish() {
        events.publish();
        int next = epoch + 1;
        for (int row = published; row < reserved; row = (row | (CHUNK - 1)) + 1) {
            blockEpochs[row >>> SHIFT] = next;
        }
        published = reserved;
        epoch = next;
    }

    /** Notes how many packets or records the input has had so far, counting those that belong to no session. */
    public void packets(long count) {
        packets = count;
    }

    /** A table of the same rows and events, to be shown while this one is written on; what both have takes no room twice. */
    public ObservationTable copy() {
        publish();
        ObservationTable copy = new ObservationTable(input, events.copy());
        int whole = published >>> SHIFT;
        copy.chunks = chunks.clone();
        for (int i = 0; i < copy.chunks.length; i++) {
            chunks[i].shared |= i < whole;
            copy.chunks[i] = i < whole ? chunks[i] : chunks[i].copy(); // rows are added here by several threads
        }
        copy.blockEpochs = blockEpochs.clone();
        copy.epoch = epoch;
        copy.reserved = reserved;
        copy.published = published;
        copy.packets = packets;
        return copy;
    }

    /** The chunk of a row, to be written. One that a copy has too holds rows that are written by one thread alone. */
    private ObservationChunk own(int row) {
        ObservationChunk chunk = chunks[row >>> SHIFT];
        if (chunk.shared) {
            chunk = chunk.copy();
            chunks[row >>> SHIFT] = chunk;
        }
        return chunk;
    }

    /** Publishes for the last time: nothing is written afterwards. */
    public void end() {
        publish();
        ended = true;
    }

    // ---- reading: any thread

    /** How many rows can be read. */
    public int rows() {
        return published;
    }

    /** Grows with each {@link #publish}. Read before looking at rows, to be compared with {@link #changedSince}. */
    public int epoch() {
        return epoch;
    }

    /** Whether any row of the block changed after the epoch. */
    public boolean changedSince(int block, int epoch) {
        int[] epochs = blockEpochs;
        return block < epochs.length && epochs[block] > epoch;
    }

    public boolean ended() {
        return ended;
    }

    public long packets() {
        return packets;
    }
}
