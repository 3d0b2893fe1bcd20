package org.rpcscope.detect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.Tier;

/**
 * The sessions that are flagged under some boundary, gathered in small arrays in order of their numbers: everything that
 * another boundary has to ask, and nothing else. Their addresses are kept in order of value, with the candidates of each,
 * so that a changed range of addresses is a range of these arrays. Immutable; any thread.
 *
 * <p>A candidate's ends are those of the observation that knows best who opened the session; what the other items of a
 * rule ask holds for the session where it holds for any of its observations.
 */
final class Candidates {

    private static final Tier[] TIERS = Tier.values();

    private final int[] session;
    private final int[] source; // places in the sorted addresses
    private final int[] destination;
    private final short[] mask; // of each candidate: the pairs of zones under which it is flagged
    private final short[] judged; // of each candidate: the same whatever the thresholds are
    private final byte[] tier;
    private final long[] matches; // of each candidate: the expressions that hold, in a fixed number of words
    private final int matchWords;

    private final int[] id; // the number in the pool of each address, in order of value
    private final long[] high;
    private final long[] low;
    private final int[] first; // of each address: where its candidates begin in the next array; and one more
    private final int[] touching;

    private Candidates(CandidateList list, AddressPool addresses) {
        session = Arrays.copyOf(list.session, list.count);
        mask = Arrays.copyOf(list.mask, list.count);
        judged = mask;
        tier = Arrays.copyOf(list.tier, list.count);
        matches = Arrays.copyOf(list.matches, list.count * list.words);
        matchWords = list.words;
        id = sortedByValue(distinct(list), addresses);
        high = new long[id.length];
        low = new long[id.length];
        int[] place = new int[addresses.size()];
        for (int i = 0; i < id.length; i++) {
            high[i] = addresses.high(id[i]);
            low[i] = addresses.low(id[i]);
            place[id[i]] = i;
        }
        source = new int[list.count];
        destination = new int[list.count];
        for (int i = 0; i < list.count; i++) {
            source[i] = place[list.source[i]];
            destination[i] = place[list.destination[i]];
        }
        first = new int[id.length + 1];
        touching = new int[2 * list.count];
        index();
    }

    private Candidates(Candidates same, short[] judged, short[] mask, long[] matches, int matchWords) {
        this.judged = judged;
        this.mask = mask;
        this.matches = matches;
        this.matchWords = matchWords;
        session = same.session;
        source = same.source;
        destination = same.destination;
        tier = same.tier;
        id = same.id;
        high = same.high;
        low = same.low;
        first = same.first;
        touching = same.touching;
    }

    /** The same candidates, judged otherwise and by no threshold: the arrays are as in {@link CandidateList}. */
    Candidates with(short[] otherMask, long[] otherMatches, int words) {
        return new Candidates(this, otherMask, otherMask, otherMatches, words);
    }

    /** The same candidates, of which only some may be flagged. */
    Candidates keeping(IntPredicate kept) {
        short[] some = new short[judged.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = kept.test(i) ? judged[i] : 0;
        }
        return new Candidates(this, judged, some, matches, matchWords);
    }

    /** The same candidates, any of which may be flagged. */
    Candidates keepingAll() {
        return mask == judged ? this : new Candidates(this, judged, judged, matches, matchWords);
    }

    static Candidates of(CandidateList list, AddressPool addresses) {
        return new Candidates(list, addresses);
    }

    private static int[] distinct(CandidateList list) {
        BitSet ids = new BitSet();
        for (int i = 0; i < list.count; i++) {
            ids.set(list.source[i]);
            ids.set(list.destination[i]);
        }
        int[] ascending = new int[ids.cardinality()];
        int count = 0;
        for (int id = ids.nextSetBit(0); id >= 0; id = ids.nextSetBit(id + 1)) {
            ascending[count++] = id;
        }
        return ascending;
    }

    /** Sorts by the low half, then, keeping that order, by the high half; both unsigned. */
    private static int[] sortedByValue(int[] ids, AddressPool addresses) {
        long[] keys = new long[ids.length];
        Arrays.setAll(keys, i -> addresses.low(ids[i]) ^ Long.MIN_VALUE);
        int[] byLow = IndexSort.order(keys, ids.length);
        long[] highs = new long[ids.length];
        Arrays.setAll(highs, i -> addresses.high(ids[byLow[i]]) ^ Long.MIN_VALUE);
        int[] byHigh = IndexSort.order(highs, ids.length);
        int[] sorted = new int[ids.length];
        Arrays.setAll(sorted, i -> ids[byLow[byHigh[i]]]);
        return sorted;
    }

    private void index() {
        for (int i = 0; i < session.length; i++) {
            first[source[i] + 1]++;
            first[destination[i] + 1]++;
        }
        for (int i = 1; i < first.length; i++) {
            first[i] += first[i - 1];
        }
        int[] next = Arrays.copyOf(first, id.length);
        for (int i = 0; i < session.length; i++) {
            touching[next[source[i]]++] = i;
            touching[next[destination[i]]++] = i;
        }
    }

    /** Whether these are the same sessions, whatever is said of them. */
    boolean sameSessions(Candidates other) {
        return session == other.session;
    }

    int count() {
        return session.length;
    }

    int session(int candidate) {
        return session[candidate];
    }

    /** The candidate that a session is, or a negative number. */
    int of(int number) {
        return Arrays.binarySearch(session, number);
    }

    /** The place of the originator's address among the {@link #addresses}. */
    int source(int candidate) {
        return source[candidate];
    }

    int destination(int candidate) {
        return destination[candidate];
    }

    Tier tier(int candidate) {
        return TIERS[tier[candidate]];
    }

    /** 1 where it is flagged if its ends are in the zones of the pair, else 0; a number, since half of them surprise. */
    long flagged(int candidate, int pair) {
        return (long) mask[candidate] >>> pair & 1;
    }

    /** 1 where rules and exceptions alone would flag it, else 0: {@link #flagged} without the thresholds. */
    long judged(int candidate, int pair) {
        return (long) judged[candidate] >>> pair & 1;
    }

    /** The expressions that hold for candidates, as bits, from {@link #matchesFrom} on. Not to be changed. */
    long[] matches() {
        return matches;
    }

    int matchesFrom(int candidate) {
        return candidate * matchWords;
    }

    /** How many different addresses the candidates have. */
    int addresses() {
        return id.length;
    }

    /** The number in the pool of an address. */
    int id(int address) {
        return id[address];
    }

    /** The high halves of the addresses, in order of value. Not to be changed. */
    long[] high() {
        return high;
    }

    long[] low() {
        return low;
    }

    /** Where the candidates with an address begin in {@link #touching}; those of a range of addresses are a range. */
    int first(int address) {
        return first[address];
    }

    int touching(int place) {
        return touching[place];
    }
}
