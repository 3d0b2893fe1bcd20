package org.rpcscope.ui.sessions;

import org.jspecify.annotations.Nullable;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.IndexSort;

/**
 * The place of each address of a pool among all of them, so that a table is sorted by small numbers instead of addresses.
 * Kept until the pool has grown. Any thread.
 */
final class AddressRanks {

    private @Nullable AddressPool pool;
    private int[] ranks = new int[0];

    /** The rank of every address that the pool has now, by the address's number. */
    synchronized int[] of(AddressPool addresses) {
        int size = addresses.size();
        if (pool != addresses || ranks.length < size) {
            pool = addresses;
            ranks = rank(addresses, size);
        }
        return ranks;
    }

    /** Two stable passes, as of any number with two digits: first by the lower half, then by the upper. */
    private static int[] rank(AddressPool addresses, int size) {
        long[] keys = new long[size];
        for (int id = 0; id < size; id++) {
            keys[id] = addresses.low(id) ^ Long.MIN_VALUE; // unsigned
        }
        int[] byLow = IndexSort.order(keys, size);
        for (int i = 0; i < size; i++) {
            keys[i] = addresses.high(byLow[i]) ^ Long.MIN_VALUE;
        }
        int[] byHigh = IndexSort.order(keys, size);
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            ranks[byLow[byHigh[i]]] = i;
        }
        return ranks;
    }
}
