package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The table of connections that later records may go with, against a map, and where it forgets. */
class OpenConnectionsTest {

    @Test
    void itKnowsWhatAMapKnows() {
        OpenConnections open = new OpenConnections();
        Map<Long, Long> map = new HashMap<>();
        SplittableRandom random = new SplittableRandom(135);
        for (int i = 0; i < 200_000; i++) {
            long key = random.nextInt(20_000);
            int at = open.find(key, key * 31, key % 7);
            Long known = map.get(key);
            assertEquals(known, at < 0 ? null : open.cells()[at + OpenConnections.ROW]);
            if (at >= 0 && random.nextInt(3) == 0) {
                open.remove(at);
                map.remove(key);
            } else {
                int place = open.add(key, key * 31, key % 7);
                open.cells()[place + OpenConnections.ROW] = i;
                map.put(key, (long) i);
            }
        }
    }

    @Test
    void whatIsAskedForIsKeptAndTheRestForgottenInTime() {
        OpenConnections open = new OpenConnections();
        for (int i = 0; i < 1_000_000; i++) {
            int place = open.add(i, 1, 2);
            open.cells()[place + OpenConnections.ROW] = i;
            if (i % 1000 == 0) {
                int first = open.find(0, 1, 2);
                assertTrue(first >= 0, "asked for often");
                assertEquals(0, open.cells()[first + OpenConnections.ROW]);
            }
        }
        assertEquals(-1, open.find(1, 1, 2));
        assertTrue(open.find(999_998, 1, 2) >= 0);
    }
}
