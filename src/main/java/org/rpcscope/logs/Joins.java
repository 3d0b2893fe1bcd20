package org.rpcscope.logs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;

/**
 * The observations of an input that later records may go with: the beginning of a connection that was not told to end, and
 * flows of late. Records come in the order of the input, so the answer is the same for any number of threads. By the one
 * writer; the memory it takes does not follow from the input.
 */
final class Joins {

    /** How many are kept in mind; beyond it the one that was told of least recently is forgotten. */
    private static final int MOST = 1 << 18;

    /** The longest silence between two spans of one flow, in nanoseconds: what firewalls and exporters wait. */
    private static final long SILENCE_TCP = 300_000_000_000L;

    private static final long SILENCE_UDP = 60_000_000_000L; // as in captures

    private final Map<Key, Open> open = new LinkedHashMap<>(16, 0.75f, true);
    private final List<Open> changed = new ArrayList<>();

    /** Bytes from the source and the destination, packets from both, in {@code counters}. */
    record Part(
            int source,
            int destination,
            int ports,
            int evidence,
            Joining joining,
            long joinedBy,
            long start,
            long end,
            long[] counters) {}

    /** The two ends in either order, the transport, and how the format tells connections of the same ends apart. */
    private record Key(long oneEnd, long otherEnd, boolean udp, long by) {}

    private static final class Open {
        final int row;
        final long source;
        final long[] counters;
        int evidence;
        long end;
        boolean noted;

        Open(int row, long source, Part part) {
            this.row = row;
            this.source = source;
            counters = part.counters;
            evidence = part.evidence;
            end = part.end;
        }
    }

    /** Adds a record to the observation that it goes with, and says whether there is one; else it is row {@code row}. */
    boolean take(Part part, int row) {
        long source = (long) part.source << 16 | part.ports >>> 16;
        long destination = (long) part.destination << 16 | part.ports & 0xFFFF;
        boolean udp = Evidence.has(part.evidence, Evidence.UDP);
        boolean repeats = part.joining == Joining.REPEATS;
        long by = repeats ? (source < destination ? -1 : -2) : part.joinedBy;
        Key key = new Key(Math.min(source, destination), Math.max(source, destination), udp, by);
        @Nullable Open known = part.joining == Joining.FIRST ? null : open.get(key);
        boolean spans = repeats || part.joining == Joining.SPANS;
        if (known != null && (!spans || part.start - known.end <= silence(udp))) {
            add(part, known, known.source == source);
            if (part.joining == Joining.LAST) {
                open.remove(key);
            }
            return true;
        }
        if (part.joining != Joining.LAST) {
            open.put(key, new Open(row, source, part));
            forgetOldest();
        }
        return false;
    }

    /** Writes what was added to observations; their rows are written by now. */
    void write(ObservationTable table) {
        for (Open one : changed) {
            long[] c = one.counters;
            table.count(one.row, c[0], c[1], packets(c[2]), packets(c[3]));
            table.see(one.row, one.end, one.evidence);
            table.touch(one.row);
            one.noted = false;
        }
        changed.clear();
    }

    private void add(Part part, Open known, boolean sameWay) {
        boolean sum = part.joining == Joining.SPANS;
        for (int i = 0; i < known.counters.length; i++) {
            long more = part.counters[sameWay ? i : i ^ 1];
            long before = known.counters[i];
            boolean add = sum && before >= 0 && more >= 0 && before <= Long.MAX_VALUE - more;
            known.counters[i] = add ? before + more : Math.max(before, more);
        }
        known.evidence |= sameWay ? part.evidence : opposite(part.evidence, known.evidence);
        if (!sameWay && sum) {
            bothWays(part, known);
        }
        known.end = Math.max(known.end, part.end);
        if (!known.noted) {
            known.noted = true;
            changed.add(known);
        }
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

    /** A flow record in each direction is an answer; the port that servers have says whose it is. */
    private static void bothWays(Part part, Open known) {
        boolean denied = ((part.evidence | known.evidence) & (Evidence.DENIED | Evidence.REFUSED)) != 0;
        known.evidence |= denied ? 0 : Evidence.LOG_ESTABLISHED;
        int destination = part.ports >>> 16; // of the one that was there first
        int source = part.ports & 0xFFFF;
        boolean directed = Evidence.has(known.evidence, Evidence.DIRECTION_KNOWN);
        boolean opposite = Evidence.has(part.evidence, Evidence.DIRECTION_KNOWN);
        if (!directed && (opposite || source < destination)) {
            known.evidence |= Evidence.TURNED | (opposite ? Evidence.DIRECTION_KNOWN : 0);
        }
    }

    private void forgetOldest() {
        if (open.size() > MOST) {
            Iterator<Key> oldest = open.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static long silence(boolean udp) {
        return udp ? SILENCE_UDP : SILENCE_TCP;
    }

    private static int packets(long count) {
        return (int) Math.min(Integer.MAX_VALUE, count);
    }
}
