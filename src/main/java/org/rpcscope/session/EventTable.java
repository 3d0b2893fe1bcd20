package org.rpcscope.session;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.Column;

/**
 * The records of one input that are no sessions: process creations, logons, services, alerts. Columns of primitive arrays,
 * 44 bytes an event; texts, addresses and kinds are numbers. The fields are not kept: the rules are asked while the input
 * is read, and whoever wants the fields of one event reads it again, by its origin.
 *
 * <p>One reader writes: its threads fill batches, one of them appends these in the order of the input. Events never change
 * once they are there, so the count is all that readers from other threads need: those below {@link #count} may be read
 * freely. They are shown when {@link ObservationTable#publish} is called.
 */
public final class EventTable {

    /** The number of an address that the record does not have. */
    public static final int NO_ADDRESS = -1;

    /** So many verdicts keep fields; those beyond are without, and correlations leave their events out. */
    static final int MOST_KEPT = 1 << 20;

    static final int SHIFT = 12;
    static final int CHUNK = Column.BLOCK;

    private final Pools pools;
    private final Supplier<EventJudge> judges;
    private final ConcurrentLinkedQueue<EventJudge> idle = new ConcurrentLinkedQueue<>();
    private final EventKinds kinds;
    private final HostNames names;
    private volatile EventChunk[] chunks = new EventChunk[0];
    private volatile EventJudge.Verdict[] verdicts = new EventJudge.Verdict[16]; // of matched events, in their order
    private volatile int matched;
    private volatile int published;
    private int count;
    private int matches;
    private int kept;
    private @Nullable EventBatch single;
    private volatile @Nullable Judged later;

    /**
     * What other rules say of the same events.
     *
     * @param by made the judges
     * @param numbers of the verdicts, by chunk and event; -1 for none
     */
    private record Judged(Supplier<EventJudge> by, int[][] numbers, EventJudge.Verdict[] verdicts, int matched) {}

    EventTable(Pools pools, Supplier<EventJudge> judges) {
        this(pools, judges, new EventKinds(), new HostNames());
    }

    private EventTable(Pools pools, Supplier<EventJudge> judges, EventKinds kinds, HostNames names) {
        this.pools = pools;
        this.judges = judges;
        this.kinds = kinds;
        this.names = names;
    }

    /** A table of the same events; those that come to one of them are not in the other. */
    EventTable copy() {
        EventTable copy = new EventTable(pools, judges, kinds, names);
        copy.chunks = chunks.clone();
        int last = count >>> SHIFT;
        if (last < chunks.length) {
            copy.chunks[last] = chunks[last].copy(); // the others are full, and events never change
        }
        copy.verdicts = verdicts.clone();
        copy.count = count;
        copy.matches = matches;
        copy.kept = kept;
        copy.publish();
        return copy;
    }

    // ---- writing: the one reader of the input

    /** An empty batch for one of the reader's threads. Any thread. */
    public EventBatch batch() {
        return new EventBatch(this);
    }

    /** Appends the events of a batch, which stay in it until it is cleared. By the one writer. */
    public void append(EventBatch batch) {
        for (EventBatch.Cells cells : batch.events()) {
            write(cells);
        }
    }

    /** Appends one event, for readers that are one thread. By the one writer. */
    public void add(LogEvent event) {
        EventBatch batch = single;
        if (batch == null) {
            batch = batch();
            single = batch;
        }
        batch.add(event);
        append(batch);
        batch.clear();
    }

    void write(EventBatch.Cells cells) {
        int row = count;
        int number = row >>> SHIFT;
        if (number == chunks.length) {
            EventChunk[] more = Arrays.copyOf(chunks, number + 1);
            more[number] = new EventChunk();
            chunks = more;
        }
        EventChunk chunk = chunks[number];
        int i = row & (CHUNK - 1);
        chunk.time[i] = cells.time();
        chunk.origin[i] = cells.origin();
        chunk.host[i] = cells.host();
        chunk.address[i] = cells.address();
        chunk.peer[i] = cells.peer();
        chunk.user[i] = cells.user();
        chunk.kind[i] = cells.kind();
        chunk.subject[i] = cells.subject();
        chunk.verdict[i] = cells.verdict() == null ? -1 : keep(cells.verdict());
        count = Math.addExact(row, 1);
    }

    private int keep(EventJudge.Verdict verdict) {
        if (matches == verdicts.length) {
            verdicts = Arrays.copyOf(verdicts, matches * 2);
        }
        boolean bounded = verdict.kept().isEmpty() || ++kept <= MOST_KEPT;
        verdicts[matches] = bounded ? verdict : new EventJudge.Verdict(verdict.rules(), Map.of());
        return matches++;
    }

    /** Shows what was appended so far. */
    void publish() {
        matched = matches;
        published = count;
    }

    // ---- reading: any thread, events below count()

    public Pools pools() {
        return pools;
    }

    /** Which names and addresses belong to one host, as records of this input tell; sessions tell of them too. */
    public HostNames names() {
        return names;
    }

    /** How many events can be read. */
    public int count() {
        return published;
    }

    /** How many of them some rule matches. */
    public int matched() {
        Judged judged = later;
        return judged != null ? judged.matched : matched;
    }

    /** Made the judges that were asked about the events. */
    public Supplier<EventJudge> judges() {
        Judged judged = later;
        return judged != null ? judged.by : judges;
    }

    /** Nanoseconds since 1970. */
    public long time(int event) {
        return chunk(event).time[event & (CHUNK - 1)];
    }

    /** Where its record begins in the unpacked input. */
    public long origin(int event) {
        return chunk(event).origin[event & (CHUNK - 1)];
    }

    public EventKind kind(int event) {
        return kinds.kind(chunk(event).kind[event & (CHUNK - 1)]);
    }

    /** The number of the host's name in the pool of event texts, or {@link TextPool#ABSENT}. */
    public int host(int event) {
        return chunk(event).host[event & (CHUNK - 1)];
    }

    /** The number of the host's address in the pool, or {@link #NO_ADDRESS}. */
    public int address(int event) {
        return chunk(event).address[event & (CHUNK - 1)];
    }

    /** The number of the other address that it has to do with, or {@link #NO_ADDRESS}. */
    public int peer(int event) {
        return chunk(event).peer[event & (CHUNK - 1)];
    }

    public @Nullable String hostName(int event) {
        return pools.eventTexts().text(host(event));
    }

    public @Nullable String user(int event) {
        return pools.eventTexts().text(chunk(event).user[event & (CHUNK - 1)]);
    }

    /** What it was about; empty where there is nothing to say. */
    public String subject(int event) {
        String text = pools.eventTexts().text(chunk(event).subject[event & (CHUNK - 1)]);
        return text == null ? "" : text;
    }

    public @Nullable IpAddress hostAddress(int event) {
        int number = address(event);
        return number == NO_ADDRESS ? null : pools.addresses().address(number);
    }

    public @Nullable IpAddress peerAddress(int event) {
        int number = peer(event);
        return number == NO_ADDRESS ? null : pools.addresses().address(number);
    }

    /** What the rules say of it; null where none of them matches. */
    public EventJudge.@Nullable Verdict verdict(int event) {
        Judged judged = later;
        int number = verdictNumber(judged, event);
        return number < 0 ? null : (judged != null ? judged.verdicts : verdicts)[number];
    }

    private int verdictNumber(@Nullable Judged judged, int event) {
        int[] numbers = judged != null ? judged.numbers[event >>> SHIFT] : chunk(event).verdict;
        return numbers[event & (CHUNK - 1)];
    }

    /**
     * Takes over what rules say of the same events, which were read once more. From then on all verdicts are theirs; whoever
     * reads several meanwhile may see both. For tables of inputs that have ended.
     *
     * @return whether they are the same events; if not, nothing is taken over
     */
    public boolean judgedAs(EventTable again) {
        int end = published;
        boolean same = again.published == end;
        for (int event = 0; event < end && same; event++) {
            same = origin(event) == again.origin(event);
        }
        if (same) {
            int[][] numbers =
                    Arrays.stream(again.chunks).map(chunk -> chunk.verdict).toArray(int[][]::new);
            later = new Judged(again.judges, numbers, again.verdicts, again.matched);
        }
        return same;
    }

    /** The events that some rule matches, in the order of the input; looks at all events. */
    public int[] matches() {
        int end = published;
        Judged judged = later;
        int[] found = new int[judged != null ? judged.matched : matched];
        int at = 0;
        for (int event = 0; event < end && at < found.length; event++) {
            if (verdictNumber(judged, event) >= 0) {
                found[at++] = event;
            }
        }
        return Arrays.copyOf(found, at);
    }

    /** Asks the rules about an event. Any thread. */
    EventJudge.@Nullable Verdict judge(LogEvent event) {
        EventJudge judge = idle.poll();
        if (judge == null) {
            judge = judges.get();
        }
        EventJudge.Verdict verdict = judge.judge(event);
        idle.add(judge);
        return verdict;
    }

    EventKinds kinds() {
        return kinds;
    }

    EventChunk chunk(int event) {
        return chunks[event >>> SHIFT];
    }
}
