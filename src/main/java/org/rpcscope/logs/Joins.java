package org.rpcscope.logs;

import java.util.Arrays;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;

/**
 * The observations of an input that later records may go with: the beginning of a connection that was not told to end, and
 * flows of late. Records come in the order of the input, so the answer is the same for any number of threads. By the one
 * writer; the memory it takes does not follow from the input.
 */
final class Joins {

    /** The longest silence between two spans of one flow, in nanoseconds: what firewalls and exporters wait. */
    private static final long SILENCE_TCP = 300_000_000_000L;

    private static final long SILENCE_UDP = 60_000_000_000L; // as in captures

    /** Counters of a record: bytes from the source and the destination, then packets. */
    static final int COUNTERS = 4;

    /** Numbers of a change: row, evidence, end, counters. */
    private static final int WIDTH = 3 + COUNTERS;

    private final OpenConnections open = new OpenConnections();
    private long[] changes = new long[WIDTH << 6];
    private int changed;

    /** The record that is asked about; its fields are set before {@link #take}. */
    int source;

    int destination;
    int ports;
    int evidence;
    Joining joining = Joining.NONE;
    long joinedBy;
    long start;
    long end;
    final long[] counters = new long[COUNTERS];

    /** Adds the record to the observation that it goes with, and says whether there is one; else it is row {@code row}. */
    boolean take(int row) {
        long from = (long) source << 16 | ports >>> 16;
        long to = (long) destination << 16 | ports & 0xFFFF;
        boolean udp = Evidence.has(evidence, Evidence.UDP);
        boolean repeats = joining == Joining.REPEATS;
        long by = repeats ? (from < to ? -1 : -2) : joinedBy;
        long one = Math.min(from, to);
        long other = Math.max(from, to) | (udp ? 1L << 62 : 0);
        int known = joining == Joining.FIRST ? -1 : open.find(one, other, by);
        boolean spans = repeats || joining == Joining.SPANS;
        long[] cells = open.cells();
        if (known >= 0 && (!spans || start - cells[known + OpenConnections.END] <= silence(udp))) {
            add(cells, known, cells[known + OpenConnections.SOURCE] == from);
            if (joining == Joining.LAST) {
                open.remove(known);
            }
            return true;
        }
        if (joining != Joining.LAST) {
            begin(open.add(one, other, by), row, from);
        }
        return false;
    }

    private void begin(int at, int row, long from) {
        long[] cells = open.cells();
        cells[at + OpenConnections.ROW] = row;
        cells[at + OpenConnections.SOURCE] = from;
        cells[at + OpenConnections.EVIDENCE] = evidence;
        cells[at + OpenConnections.END] = end;
        System.arraycopy(counters, 0, cells, at + OpenConnections.COUNTERS, COUNTERS);
    }

    /** Writes what was added to observations; their rows are written by now. */
    void write(ObservationTable table) {
        for (int i = 0; i < changed; i += WIDTH) {
            int row = (int) changes[i];
            table.count(row, changes[i + 3], changes[i + 4], packets(changes[i + 5]), packets(changes[i + 6]));
            table.see(row, changes[i + 2], (int) changes[i + 1]);
            table.touch(row);
        }
        changed = 0;
    }

    private void add(long[] cells, int known, boolean sameWay) {
        boolean sum = joining == Joining.SPANS;
        for (int i = 0; i < COUNTERS; i++) {
            long more = counters[sameWay ? i : i ^ 1];
            int at = known + OpenConnections.COUNTERS + i;
            long counted = cells[at];
            boolean add = sum && counted >= 0 && more >= 0 && counted <= Long.MAX_VALUE - more;
            cells[at] = add ? counted + more : Math.max(counted, more);
        }
        int before = (int) cells[known + OpenConnections.EVIDENCE];
        int all = before | (sameWay ? evidence : opposite(evidence, before));
        cells[known + OpenConnections.EVIDENCE] = sameWay || !sum ? all : bothWays(all);
        cells[known + OpenConnections.END] = Math.max(cells[known + OpenConnections.END], end);
        note(cells, known);
    }

    /** What a record says that names the ends the other way round: who knows who opened it is right. */
    private static int opposite(int evidence, int known) {
        int turned = evidence & ~(Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD | Evidence.DIRECTION_KNOWN);
        turned |= Evidence.has(evidence, Evidence.SOURCE_PAYLOAD) ? Evidence.DESTINATION_PAYLOAD : 0;
        turned |= Evidence.has(evidence, Evidence.DESTINATION_PAYLOAD) ? Evidence.SOURCE_PAYLOAD : 0;
        boolean tells =
                Evidence.has(evidence, Evidence.DIRECTION_KNOWN) && !Evidence.has(known, Evidence.DIRECTION_KNOWN);
        return tells ? turned | Evidence.TURNED | Evidence.DIRECTION_KNOWN : turned;
    }

    private void note(long[] cells, int known) {
        if (changed == changes.length) {
            changes = Arrays.copyOf(changes, changed * 2);
        }
        changes[changed] = cells[known + OpenConnections.ROW];
        changes[changed + 1] = cells[known + OpenConnections.EVIDENCE];
        changes[changed + 2] = cells[known + OpenConnections.END];
        System.arraycopy(cells, known + OpenConnections.COUNTERS, changes, changed + 3, COUNTERS);
        changed += WIDTH;
    }

    /**
     * A flow record in each direction is an answer. Who opened it is told by one of them, or by the port that servers have.
     *
     * @param all the evidence of both, of the one that was there first where they differ
     */
    private int bothWays(int all) {
        boolean denied = (all & (Evidence.DENIED | Evidence.REFUSED)) != 0;
        int both = all | (denied ? 0 : Evidence.LOG_ESTABLISHED);
        boolean directed = Evidence.has(all, Evidence.DIRECTION_KNOWN);
        boolean serverFirst = (ports & 0xFFFF) < ports >>> 16; // of the one that was there first, the source
        return directed || !serverFirst ? both : both | Evidence.TURNED;
    }

    private static long silence(boolean udp) {
        return udp ? SILENCE_UDP : SILENCE_TCP;
    }

    private static int packets(long count) {
        return (int) Math.min(Integer.MAX_VALUE, count);
    }
}
