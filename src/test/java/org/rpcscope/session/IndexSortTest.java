package org.rpcscope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rpcscope.job.Workers;

class IndexSortTest {

    @Property(tries = 300)
    void ordersAsAStableSortDoes(@ForAll @Size(max = 200) long[] keys) {
        assertArrayEquals(stable(keys), IndexSort.order(keys.clone(), keys.length));
    }

    @Property(tries = 300)
    void keepsTheOrderOfEqualKeys(@ForAll @Size(max = 200) @LongRange(min = -3, max = 3) long[] keys) {
        assertArrayEquals(stable(keys), IndexSort.order(keys.clone(), keys.length));
    }

    @Property(tries = 20)
    void ordersTheSameOnSeveralThreads(@ForAll Random random, @ForAll @IntRange(min = 0, max = 62) int shift) {
        long[] keys = random.longs(70_000).map(key -> key >> shift).toArray();
        assertArrayEquals(stable(keys), IndexSort.order(keys.clone(), keys.length, new Workers(3)));
    }

    @Test
    void ordersTheWholeRangeOfKeys() {
        long[] keys = {0, Long.MAX_VALUE, -1, Long.MIN_VALUE, 1, Long.MAX_VALUE - 1, Long.MIN_VALUE + 1};
        assertArrayEquals(new int[] {3, 6, 2, 0, 4, 5, 1}, IndexSort.order(keys, keys.length));
    }

    @Test
    void ordersOnlyTheFirstKeysOfALongerArray() {
        assertArrayEquals(new int[] {1, 0}, IndexSort.order(new long[] {9, 8, 1, 2}, 2));
    }

    private static int[] stable(long[] keys) {
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> keys[i]))
                .mapToInt(i -> i)
                .toArray();
    }
}
