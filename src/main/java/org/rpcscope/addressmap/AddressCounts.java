package org.rpcscope.addressmap;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Range;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;

/**
 * The addresses that some sessions have as an end, in order, and how many sessions each has. Immutable; any thread.
 */
public final class AddressCounts {

    /** How many sessions are counted between two looks at the progress. */
    private static final int STEP = 1 << 16;

    /** No addresses. */
    public static final AddressCounts NONE = new AddressCounts(new long[0], new long[0], new int[0], new int[0]);

    private final long[] high; // in order of the 128-bit value
    private final long[] low;
    private final int[] sessions; // of each
    private final int[] flagged;
    private final long[] sessionsBefore; // of all before each, and of all
    private final long[] flaggedBefore;

    /**
     * What lies in a network.
     *
     * @param hosts different addresses
     * @param sessions sessions by end: one with both ends there counts twice
     * @param flagged those of them that are flagged
     */
    public record Count(int hosts, long sessions, long flagged) {}

    private AddressCounts(long[] high, long[] low, int[] sessions, int[] flagged) {
        this.high = high;
        this.low = low;
        this.sessions = sessions;
        this.flagged = flagged;
        this.sessionsBefore = sums(sessions);
        this.flaggedBefore = sums(flagged);
    }

    private static long[] sums(int[] counts) {
        long[] sums = new long[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            sums[i + 1] = sums[i] + counts[i];
        }
        return sums;
    }

    /**
     * Counts the ends of all sessions of a detection: work for a job.
     *
     * @param progress advances by sessions; when it is cancelled, what was counted so far is returned
     */
    public static AddressCounts of(Detection detection, Progress progress) {
        Sessions all = detection.sessions();
        if (all.count() == 0) {
            return NONE;
        }
        AddressPool pool = all.tables().getFirst().pools().addresses();
        int size = pool.size(); // of a session that comes later nothing is counted
        int[] sessions = new int[size];
        int[] flagged = new int[size];
        progress.total(all.count());
        for (int from = 0; from < all.count() && !progress.cancelled(); from += STEP) {
            int to = Math.min(from + STEP, all.count());
            for (int session = from; session < to; session++) {
                count(all, session, sessions);
            }
            progress.advance(to - from);
        }
        for (int session : detection.flaggedSessions()) {
            count(all, session, flagged);
        }
        return sorted(pool, sessions, flagged);
    }

    private static void count(Sessions all, int session, int[] counts) {
        int place = all.first(session);
        ObservationTable table = all.tables().get(all.table(place));
        int row = all.row(place);
        increment(counts, table.source(row));
        increment(counts, table.destination(row));
    }

    private static void increment(int[] counts, int id) {
        if (id < counts.length) {
            counts[id]++;
        }
    }

    private static AddressCounts sorted(AddressPool pool, int[] sessions, int[] flagged) {
        int[] ids = inOrder(
                pool,
                IntStream.range(0, sessions.length)
                        .filter(id -> sessions[id] > 0)
                        .toArray());
        return new AddressCounts(
                Arrays.stream(ids).mapToLong(pool::high).toArray(),
                Arrays.stream(ids).mapToLong(pool::low).toArray(),
                Arrays.stream(ids).map(id -> sessions[id]).toArray(),
                Arrays.stream(ids).map(id -> flagged[id]).toArray());
    }

    /** Sorts by the lower half and then, without disturbing that order, by the upper. */
    private static int[] inOrder(AddressPool pool, int[] ids) {
        int[] byLow = IndexSort.order(keys(ids, pool::low), ids.length);
        int[] half = Arrays.stream(byLow).map(i -> ids[i]).toArray();
        int[] byHigh = IndexSort.order(keys(half, pool::high), half.length);
        return Arrays.stream(byHigh).map(i -> half[i]).toArray();
    }

    /** Signed keys in the order of the unsigned numbers. */
    private static long[] keys(int[] ids, IntToLongFunction half) {
        return Arrays.stream(ids)
                .mapToLong(id -> half.applyAsLong(id) ^ Long.MIN_VALUE)
                .toArray();
    }

    /** How many addresses there are; their places run from 0 to this, less one, in order of address. */
    public int size() {
        return high.length;
    }

    public IpAddress address(int place) {
        return new IpAddress(high[place], low[place]);
    }

    /** How many sessions have the address as an end. */
    public int sessions(int place) {
        return sessions[place];
    }

    public int flagged(int place) {
        return flagged[place];
    }

    /** What lies in a network, by two searches. */
    public Count in(Cidr network) {
        int hosts = 0;
        long sum = 0;
        long flags = 0;
        for (Range range : network.ranges()) {
            int from = from(range.first());
            int to = after(range.last());
            hosts += to - from;
            sum += sessionsBefore[to] - sessionsBefore[from];
            flags += flaggedBefore[to] - flaggedBefore[from];
        }
        return new Count(hosts, sum, flags);
    }

    /** The place of the first address that is not below the one given. */
    int from(IpAddress address) {
        int from = 0;
        int to = high.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (IpAddress.compare(high[middle], low[middle], address.high(), address.low()) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The place behind the last address that is not above the one given. */
    int after(IpAddress address) {
        int place = from(address);
        return place < high.length && high[place] == address.high() && low[place] == address.low() ? place + 1 : place;
    }
}
