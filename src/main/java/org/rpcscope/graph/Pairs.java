package org.rpcscope.graph;

import java.util.Arrays;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Progress;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Tier;

/**
 * Who opened sessions to whom: for each pair of addresses how many, how many of them flagged, and how sure. Immutable once
 * made; any thread. Addresses are known by their numbers in the pool.
 */
public final class Pairs {

    private static final int STEP = 1 << 14;
    private static final int NO_TIER = Tier.values().length;

    private final AddressPool pool;
    private long[] keys = new long[64]; // source in the upper half, destination in the lower, plus one; 0 for none
    private int[] sessions = new int[64];
    private int[] flagged = new int[64];
    private byte[] tiers = new byte[64]; // the strongest, and 8 times the strongest of the flagged
    private int size;

    private Pairs(AddressPool pool) {
        this.pool = pool;
    }

    /** No pairs. */
    public static Pairs none() {
        return new Pairs(new AddressPool());
    }

    /**
     * The pairs of some sessions of a detection: work for a job.
     *
     * @param shown the numbers of the sessions
     * @param progress advances by sessions; when it is cancelled, what was counted so far is returned
     */
    public static Pairs of(Detection detection, int[] shown, Progress progress) {
        Sessions all = detection.sessions();
        if (shown.length == 0) {
            return none();
        }
        Pairs pairs = new Pairs(all.tables().getFirst().pools().addresses());
        progress.total(shown.length);
        for (int from = 0; from < shown.length && !progress.cancelled(); from += STEP) {
            int to = Math.min(from + STEP, shown.length);
            for (int i = from; i < to; i++) {
                int best = all.best(shown[i]);
                ObservationTable table = all.tables().get(all.table(best));
                int row = all.row(best);
                Tier tier = Tier.of(all.evidence(shown[i]));
                pairs.add(table.source(row), table.destination(row), tier, detection.flagged(shown[i]));
            }
            progress.advance(to - from);
        }
        pairs.compact();
        return pairs;
    }

    private void add(int source, int destination, Tier tier, boolean flag) {
        if (size * 2 >= keys.length) {
            resize(keys.length * 2);
        }
        long key = ((long) source << 32 | destination) + 1;
        int slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            tiers[slot] = (byte) (NO_TIER * 8 + NO_TIER);
            size++;
        }
        sessions[slot]++;
        int strongest = Math.min(tiers[slot] & 7, tier.ordinal());
        int strongestFlagged = tiers[slot] >> 3;
        if (flag) {
            flagged[slot]++;
            strongestFlagged = Math.min(strongestFlagged, tier.ordinal());
        }
        tiers[slot] = (byte) (strongestFlagged << 3 | strongest);
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void resize(int length) {
        long[] oldKeys = keys;
        int[] oldSessions = sessions;
        int[] oldFlagged = flagged;
        byte[] oldTiers = tiers;
        keys = new long[length];
        sessions = new int[length];
        flagged = new int[length];
        tiers = new byte[length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                sessions[slot] = oldSessions[i];
                flagged[slot] = oldFlagged[i];
                tiers[slot] = oldTiers[i];
            }
        }
    }

    /** Puts the pairs side by side, in an order that does not depend on the numbers of addresses. */
    private void compact() {
        Integer[] order = new Integer[size];
        int found = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                order[found++] = i;
            }
        }
        Arrays.sort(order, (a, b) -> compare(keys[a] - 1, keys[b] - 1));
        keys = Arrays.stream(order).mapToLong(i -> keys[i] - 1).toArray();
        sessions = Arrays.stream(order).mapToInt(i -> sessions[i]).toArray();
        flagged = Arrays.stream(order).mapToInt(i -> flagged[i]).toArray();
        byte[] inOrder = new byte[size];
        for (int i = 0; i < size; i++) {
            inOrder[i] = tiers[order[i]];
        }
        tiers = inOrder;
    }

    private int compare(long a, long b) {
        int bySource = pool.compare((int) (a >>> 32), (int) (b >>> 32));
        return bySource != 0 ? bySource : pool.compare((int) a, (int) b);
    }

    AddressPool pool() {
        return pool;
    }

    /** How many pairs there are; their places run from 0 to this, less one, in order of the two addresses. */
    public int size() {
        return size;
    }

    int source(int pair) {
        return (int) (keys[pair] >>> 32);
    }

    int destination(int pair) {
        return (int) keys[pair];
    }

    int sessions(int pair) {
        return sessions[pair];
    }

    int flagged(int pair) {
        return flagged[pair];
    }

    /** The strongest tier of the pair's flagged sessions; of all of them, where none is flagged. */
    Tier tier(int pair) {
        int ofFlagged = tiers[pair] >> 3;
        return Tier.values()[ofFlagged == NO_TIER ? tiers[pair] & 7 : ofFlagged];
    }
}
