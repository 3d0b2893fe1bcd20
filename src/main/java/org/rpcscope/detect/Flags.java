package org.rpcscope.detect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Range;
import org.rpcscope.net.Zone;
import org.rpcscope.session.Tier;

/** Which candidates are flagged under one boundary. Immutable; any thread. */
final class Flags {

    private final Candidates candidates;
    private final Networks networks;
    private final byte[] standings; // of each address of the candidates
    private final long[] flagged; // a bit for each candidate

    private Flags(Candidates candidates, Networks networks, byte[] standings, long[] flagged) {
        this.candidates = candidates;
        this.networks = networks;
        this.standings = standings;
        this.flagged = flagged;
    }

    /** Asks every candidate. */
    static Flags of(Candidates candidates, Networks networks) {
        byte[] standings = new byte[candidates.addresses()];
        networks.standings(candidates.high(), candidates.low(), 0, standings.length, standings);
        Flags flags = new Flags(candidates, networks, standings, new long[(candidates.count() + 63) >>> 6]);
        flags.askAll();
        return flags;
    }

    /** The flags of the same candidates, judged otherwise. */
    Flags of(Candidates others) {
        Flags flags = new Flags(others, networks, standings, new long[flagged.length]);
        flags.askAll();
        return flags;
    }

    /** The flags under another boundary: asks only the candidates with an address whose standing changes. */
    Flags under(Networks next) {
        List<Range> ranges = networks.restanding(next);
        byte[] moved = standings.clone();
        Flags flags = new Flags(candidates, next, moved, flagged.clone());
        int[] bounds = new int[2 * ranges.size()];
        int asked = 0;
        for (int i = 0; i < ranges.size(); i++) {
            int from = notBelow(ranges.get(i).first());
            int to = above(ranges.get(i).last());
            next.standings(candidates.high(), candidates.low(), from, to, moved);
            bounds[2 * i] = from;
            bounds[2 * i + 1] = to;
            asked += candidates.first(to) - candidates.first(from);
        }
        if (asked > candidates.count() / 4) { // in order is so much faster than by the index
            flags.askAll();
        } else {
            for (int i = 0; i < bounds.length; i += 2) {
                flags.ask(candidates.first(bounds[i]), candidates.first(bounds[i + 1]));
            }
        }
        return flags;
    }

    private void askAll() {
        for (int word = 0; word < flagged.length; word++) {
            int from = word << 6;
            int to = Math.min(from + 64, candidates.count());
            long bits = 0;
            for (int i = from; i < to; i++) {
                bits |= candidates.flagged(i, pair(i)) << i;
            }
            flagged[word] = bits;
        }
    }

    private void ask(int from, int to) {
        for (int place = from; place < to; place++) {
            int candidate = candidates.touching(place);
            long rest = flagged[candidate >>> 6] & ~(1L << candidate);
            flagged[candidate >>> 6] = rest | candidates.flagged(candidate, pair(candidate)) << candidate;
        }
    }

    /** The first address that is not below the bound. */
    private int notBelow(IpAddress bound) {
        return partition(bound, 0);
    }

    /** The first address above the bound. */
    private int above(IpAddress bound) {
        return partition(bound, 1);
    }

    /** The first address whose comparison with the bound is at least {@code least}. */
    private int partition(IpAddress bound, int least) {
        long[] high = candidates.high();
        long[] low = candidates.low();
        int from = 0;
        int to = high.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (IpAddress.compare(high[middle], low[middle], bound.high(), bound.low()) >= least) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    Networks networks() {
        return networks;
    }

    /** What a candidate's ends are, as a {@link ZonePair}. */
    int pair(int candidate) {
        return ZonePair.of(standings[candidates.source(candidate)], standings[candidates.destination(candidate)]);
    }

    boolean flagged(int candidate) {
        return (flagged[candidate >>> 6] >>> candidate & 1) != 0;
    }

    int count() {
        return countOf(flagged);
    }

    /** The numbers of the flagged sessions, ascending. */
    int[] sessions() {
        return sessionsOf(candidates, flagged);
    }

    /** The flagged candidates, ascending. */
    int[] flaggedCandidates() {
        int[] found = new int[count()];
        int at = 0;
        for (int word = 0; word < flagged.length; word++) {
            for (long rest = flagged[word]; rest != 0; rest &= rest - 1) {
                found[at++] = (word << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
        return found;
    }

    int[] countsByTier() {
        return countsByTier(candidates, flagged);
    }

    Candidates candidates() {
        return candidates;
    }

    /** What becomes of these flags when they are replaced by others over the same sessions. */
    Effect effect(Flags next) {
        if (!candidates.sameSessions(next.candidates)) {
            return new Effect(this, next, missing(next, this), missing(this, next));
        }
        long[] added = new long[flagged.length];
        long[] removed = new long[flagged.length];
        for (int word = 0; word < flagged.length; word++) {
            added[word] = next.flagged[word] & ~flagged[word];
            removed[word] = flagged[word] & ~next.flagged[word];
        }
        return new Effect(this, next, added, removed);
    }

    /** What is flagged in one and not in the other, as bits of the candidates of the first. */
    private static long[] missing(Flags from, Flags in) {
        long[] bits = new long[from.flagged.length];
        for (int candidate : from.flaggedCandidates()) {
            int other = in.candidates.of(from.candidates.session(candidate));
            if (other < 0 || !in.flagged(other)) {
                bits[candidate >>> 6] |= 1L << candidate;
            }
        }
        return bits;
    }

    /** The numbers in the pool of the hosts that flagged candidates belong to: the internal end, the originator first. */
    BitSet hosts() {
        BitSet hosts = new BitSet();
        for (int candidate : flaggedCandidates()) {
            int pair = pair(candidate);
            if (ZonePair.source(pair) == Zone.INTERNAL) {
                hosts.set(candidates.id(candidates.source(candidate)));
            } else if (ZonePair.destination(pair) == Zone.INTERNAL) {
                hosts.set(candidates.id(candidates.destination(candidate)));
            }
        }
        return hosts;
    }

    static int[] countsByTier(Candidates candidates, long[] bits) {
        int[] counts = new int[Tier.values().length];
        for (int word = 0; word < bits.length; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                counts[
                        candidates
                                .tier((word << 6) + Long.numberOfTrailingZeros(rest))
                                .ordinal()]++;
            }
        }
        return counts;
    }

    static int[] sessionsOf(Candidates candidates, long[] bits) {
        int[] sessions = new int[countOf(bits)];
        int at = 0;
        for (int word = 0; word < bits.length; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                sessions[at++] = candidates.session((word << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
        return sessions;
    }

    private static int countOf(long[] bits) {
        return Arrays.stream(bits).mapToInt(Long::bitCount).sum();
    }
}
