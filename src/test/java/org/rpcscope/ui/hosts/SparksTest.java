package org.rpcscope.ui.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Observed;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Session;

/** The bars of hosts, held against a plain count of their sessions. */
class SparksTest {

    private static final long MINUTE = 60_000_000_000L;

    private static Detection detection(int rows, long seed) {
        Pools pools = new Pools();
        Random random = new Random(seed);
        ObservationTable table = new ObservationTable(new Input("a.pcap", "test", 1), pools);
        for (int i = 0; i < rows; i++) {
            int row = table.reserve(1);
            int source = pools.addresses().intern(IpAddress.v4(10 << 24 | 1 + random.nextInt(4)));
            int destination = pools.addresses().intern(IpAddress.v4((random.nextBoolean() ? 45 : 10) << 24 | 1));
            int port = random.nextBoolean() ? 135 : 445;
            table.open(row, source, destination, 50_000 << 16 | port, random.nextInt(100) * MINUTE, i);
            table.count(row, 10, 10, 1, 1);
            table.see(row, 200 * MINUTE, Evidence.DIRECTION_KNOWN | Evidence.SYN);
        }
        table.end();
        return Observed.judged(pools, table);
    }

    @Test
    void aBarIsHighWhereManySessionsBeganAndTheFlaggedOnesAreAmongThem() {
        Detection detection = detection(2000, 7);
        List<IpAddress> hosts =
                List.of(IpAddress.v4(10 << 24 | 3), IpAddress.v4(10 << 24 | 1), IpAddress.v4(11 << 24 | 3));
        List<Spark> sparks = Sparks.of(detection, hosts, new Progress());
        assertEquals(3, sparks.size());
        for (int host = 0; host < 3; host++) {
            int[][] counted = counted(detection, hosts.get(host));
            Spark expected = Spark.of(counted[0], counted[1], 0);
            assertEquals(expected.sessions(), sparks.get(host).sessions());
            assertEquals(
                    Arrays.toString(expected.bars()),
                    Arrays.toString(sparks.get(host).bars()));
        }
        assertEquals(0, sparks.get(2).sessions());
        assertTrue(IntStream.range(0, Spark.BARS).anyMatch(bar -> sparks.get(0).flagged(bar) > 0));
    }

    private static int[][] counted(Detection detection, IpAddress host) {
        int[] all = new int[Spark.BARS];
        int[] flagged = new int[Spark.BARS];
        for (int number = 0; number < detection.sessions().count(); number++) {
            Session session = detection.sessions().session(number);
            if (session.ends().source().equals(host)
                    || session.ends().destination().equals(host)) {
                int bar = (int) Math.min(Spark.BARS - 1, session.start() * Spark.BARS / (99 * MINUTE));
                all[bar]++;
                flagged[bar] += detection.flagged(number) ? 1 : 0;
            }
        }
        return new int[][] {all, flagged};
    }

    @Test
    void aCancelledCountAnswersForEachHost() {
        Progress progress = new Progress();
        progress.cancel();
        List<Spark> sparks = Sparks.of(detection(10, 1), List.of(IpAddress.v4(10 << 24 | 1)), progress);
        assertEquals(
                List.of(0), sparks.stream().map(spark -> (int) spark.bars()[3]).toList());
    }

    /** Whatever is counted, the highest bar is as high as there is room, and what is there can be seen. */
    @Property
    void whatIsThereIsSeen(
            @ForAll @Size(Spark.BARS) List<@IntRange(max = 2_000_000) Integer> counts,
            @ForAll @Size(Spark.BARS) List<@IntRange(max = 100) Integer> shares) {
        int[] all = counts.stream().mapToInt(each -> each).toArray();
        int[] flagged = IntStream.range(0, Spark.BARS)
                .map(bar -> (int) ((long) all[bar] * shares.get(bar) / 100))
                .toArray();
        Spark spark = Spark.of(all, flagged, 0);
        int highest = 0;
        for (int bar = 0; bar < Spark.BARS; bar++) {
            assertEquals(all[bar] > 0, spark.all(bar) > 0);
            assertEquals(flagged[bar] > 0, spark.flagged(bar) > 0);
            assertTrue(spark.flagged(bar) <= spark.all(bar));
            highest = Math.max(highest, spark.all(bar));
        }
        boolean any = IntStream.of(all).anyMatch(count -> count > 0);
        assertEquals(any ? Spark.HEIGHT : 0, highest);
    }
}
