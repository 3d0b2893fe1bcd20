package org.rpcscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.rpcscope.job.Workers;
import org.rpcscope.net.IpAddress;

class PoolsTest {

    private static final int THREADS = 4;
    private static final int VALUES = 40_000; // several growths of every array

    @Test
    void threadsThatInternTheSameAddressesGetTheSameNumbers() {
        AddressPool pool = new AddressPool();
        int[][] ids = new int[THREADS][VALUES];
        try (Workers workers = new Workers(THREADS)) {
            workers.forEach(THREADS, thread -> {
                for (int i = 0; i < VALUES; i++) {
                    int value = thread % 2 == 0 ? i : VALUES - 1 - i;
                    int id = pool.intern(address(value));
                    ids[thread][value] = id;
                    assertEquals(address(value), pool.address(id));
                }
            });
        }
        for (int thread = 1; thread < THREADS; thread++) {
            assertEquals(Arrays.toString(ids[0]), Arrays.toString(ids[thread]));
        }
        assertEquals(VALUES, pool.size());
        assertEquals(VALUES, distinct(ids[0]));
    }

    @Test
    void threadsThatInternTheSameTextsGetTheSameNumbers() {
        TextPool pool = new TextPool();
        int[][] ids = new int[THREADS][VALUES];
        try (Workers workers = new Workers(THREADS)) {
            workers.forEach(THREADS, thread -> {
                for (int i = 0; i < VALUES; i++) {
                    int value = thread % 2 == 0 ? i : VALUES - 1 - i;
                    int id = pool.intern("text " + value);
                    ids[thread][value] = id;
                    assertEquals("text " + value, pool.text(id));
                }
            });
        }
        for (int thread = 1; thread < THREADS; thread++) {
            assertEquals(Arrays.toString(ids[0]), Arrays.toString(ids[thread]));
        }
        assertEquals(VALUES, distinct(ids[0]));
    }

    @Test
    void aTextIsKnownByItsBytesWhereverTheyStand() {
        TextPool pool = new TextPool();
        byte[] line = "conn\tdce_rpc\tSF".getBytes(StandardCharsets.UTF_8);
        int id = pool.intern(line, 5, 12);
        line[5] = 'x'; // the reader's buffer is used again
        assertEquals("dce_rpc", pool.text(id));
        assertEquals(id, pool.intern("dce_rpc"));
        assertNull(pool.text(TextPool.ABSENT));
    }

    @Test
    void aTextIsKeptUpToItsLongest() {
        TextPool pool = new TextPool();
        String text = pool.text(pool.intern("a".repeat(TextPool.LONGEST + 1)));
        assertEquals("a".repeat(TextPool.LONGEST), text);
    }

    @Test
    void addressesCompareAsUnsignedNumbers() {
        AddressPool pool = new AddressPool();
        int low = pool.intern(0, 1);
        int high = pool.intern(-1L, 0);
        assertEquals(-1, Integer.signum(pool.compare(low, high)));
        assertEquals(1, Integer.signum(pool.compare(high, low)));
        assertEquals(0, pool.compare(low, low));
    }

    private static IpAddress address(int value) {
        return value % 3 == 0 ? new IpAddress(0x20010db8L << 32, value) : IpAddress.v4(value * 7919);
    }

    private static int distinct(int[] ids) {
        BitSet seen = new BitSet();
        Arrays.stream(ids).forEach(seen::set);
        return seen.cardinality();
    }
}
