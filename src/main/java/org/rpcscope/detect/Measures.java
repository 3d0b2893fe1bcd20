package org.rpcscope.detect;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;
import org.rpcscope.tuning.Threshold;
import org.rpcscope.tuning.Thresholds;

/**
 * What thresholds are compared with, for each candidate: the same under every boundary, since the ends that are counted are
 * those of all sessions that some rule matches under some pair of zones. Each is measured when first asked for; twice at
 * worst, with the same answer. Immutable otherwise; any thread.
 */
final class Measures {

    /** What nobody knows. */
    static final long UNKNOWN = -1;

    private final Sessions sessions;
    private final Candidates candidates;
    private final Slot[] slots = new Slot[Threshold.values().length];

    /** The values of one threshold, once they are known. */
    private static final class Slot {
        private volatile long @Nullable [] values;
    }

    Measures(Sessions sessions, Candidates candidates) {
        this.sessions = sessions;
        this.candidates = candidates;
        Arrays.setAll(slots, _ -> new Slot());
    }

    /** Candidates with these sessions and ends, of which only those that all thresholds keep may be flagged. */
    Candidates narrow(Candidates same, Thresholds thresholds) {
        Map<Threshold, Long> bounds = thresholds.bounds();
        if (bounds.isEmpty()) {
            return same.keepingAll();
        }
        boolean[] kept = new boolean[candidates.count()];
        Arrays.fill(kept, true);
        bounds.forEach((threshold, bound) -> {
            long[] values = of(threshold);
            for (int i = 0; i < kept.length; i++) {
                kept[i] &= threshold.keeps(values[i], bound);
            }
        });
        return same.keeping(candidate -> kept[candidate]);
    }

    /** The values of the candidates, {@link #UNKNOWN} where nobody knows. Not to be changed. */
    long[] of(Threshold threshold) {
        Slot slot = slots[threshold.ordinal()];
        long[] known = slot.values;
        if (known == null) {
            known = switch (threshold) {
                case BYTES -> counted(true);
                case PACKETS -> counted(false);
                case REPEATS -> repeats();
                case PREVALENCE -> hosts();
            };
            slot.values = known;
        }
        return known;
    }

    /** Where one side alone is known, the sum is not. */
    private long[] counted(boolean bytes) {
        long[] values = new long[candidates.count()];
        for (int i = 0; i < values.length; i++) {
            Session.Counters counters = sessions.counters(candidates.session(i));
            long there = bytes ? counters.sourceBytes() : counters.sourcePackets();
            long back = bytes ? counters.destinationBytes() : counters.destinationPackets();
            boolean known = there != ObservationTable.UNKNOWN && back != ObservationTable.UNKNOWN;
            values[i] = known ? there + back : UNKNOWN;
        }
        return values;
    }

    private long[] repeats() {
        PairSet pairs = new PairSet();
        for (int i = 0; i < candidates.count(); i++) {
            pairs.add(candidates.source(i), candidates.destination(i));
        }
        long[] values = new long[candidates.count()];
        Arrays.setAll(values, i -> pairs.count(candidates.source(i), candidates.destination(i)));
        return values;
    }

    private long[] hosts() {
        PairSet pairs = new PairSet();
        int[] hosts = new int[candidates.addresses()];
        for (int i = 0; i < candidates.count(); i++) {
            if (pairs.add(candidates.source(i), candidates.destination(i)) == 1) {
                hosts[candidates.destination(i)]++;
            }
        }
        long[] values = new long[candidates.count()];
        Arrays.setAll(values, i -> hosts[candidates.destination(i)]);
        return values;
    }
}
