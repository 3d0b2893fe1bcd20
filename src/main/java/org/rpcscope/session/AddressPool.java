package org.rpcscope.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.rpcscope.net.IpAddress;

/**
 * Every address of a case once, known by a small number, so that a row holds four bytes for an end and a question about
 * addresses is asked once for each. Numbers are given in the order of arrival, which differs from run to run: nothing that
 * a person sees may depend on it. Any thread may intern and read; what is there is found without a lock.
 */
public final class AddressPool {

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int CHUNK_SHIFT = 14;
    private static final int CHUNK = 1 << CHUNK_SHIFT;

    private volatile int[] slots = new int[1 << 12]; // id + 1, or 0 for none; open addressing, at most half full
    private volatile long[][] pairs = new long[4][]; // high and low in turn
    private volatile int size;

    /** The number of an address, given now if it is new. */
    public int intern(long high, long low) {
        int id = find(slots, high, low);
        return id >= 0 ? id : add(high, low);
    }

    public int intern(IpAddress address) {
        return intern(address.high(), address.low());
    }

    /** How many addresses there are; their numbers run from 0 to this, less one. */
    public int size() {
        return size;
    }

    public long high(int id) {
        return pairs[id >>> CHUNK_SHIFT][(id & (CHUNK - 1)) * 2];
    }

    public long low(int id) {
        return pairs[id >>> CHUNK_SHIFT][(id & (CHUNK - 1)) * 2 + 1];
    }

    public IpAddress address(int id) {
        return new IpAddress(high(id), low(id));
    }

    /** Compares two addresses by value, unsigned. */
    public int compare(int a, int b) {
        return IpAddress.compare(high(a), low(a), high(b), low(b));
    }

    private int find(int[] table, long high, long low) {
        int mask = table.length - 1;
        for (int i = hash(high, low) & mask; ; i = (i + 1) & mask) {
            int id = (int) SLOT.getAcquire(table, i) - 1;
            if (id < 0) {
                return -1;
            }
            if (high(id) == high && low(id) == low) {
                return id;
            }
        }
    }

    private synchronized int add(long high, long low) {
        int id = find(slots, high, low);
        if (id >= 0) {
            return id;
        }
        id = size;
        if (id * 2 >= slots.length) {
            rehash();
        }
        int chunk = id >>> CHUNK_SHIFT;
        if (chunk >= pairs.length || pairs[chunk] == null) {
            long[][] longer = Arrays.copyOf(pairs, Math.max(pairs.length, chunk + 1 + chunk / 2));
            longer[chunk] = new long[CHUNK * 2];
            pairs = longer;
        }
        long[] pair = pairs[chunk];
        pair[(id & (CHUNK - 1)) * 2] = high;
        pair[(id & (CHUNK - 1)) * 2 + 1] = low;
        insert(slots, id);
        size = id + 1;
        return id;
    }

    private void rehash() {
        int[] larger = new int[slots.length * 2];
        for (int id = 0; id < size; id++) {
            insert(larger, id);
        }
        slots = larger;
    }

    private void insert(int[] table, int id) {
        int mask = table.length - 1;
        int i = hash(high(id), low(id)) & mask;
        while (table[i] != 0) {
            i = (i + 1) & mask;
        }
        SLOT.setRelease(table, i, id + 1); // after the address itself: whoever finds the number finds the address
    }

    private static int hash(long high, long low) {
        long h = (high ^ Long.rotateLeft(low, 29)) * 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (h ^ (h >>> 32));
    }
}
