package org.rpcscope.dcerpc.smb;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hostile messages: whatever their fields say, listening goes on, and holds no more than it may. */
class SmbFuzzTest {

    @Test
    void fourThousandDamagedConnectionsAreHeardToTheirEnd() {
        Random random = new Random(20261124);
        List<Transcript> seeds = List.of(Transcript.smb1(), Transcript.smb2());
        int recognised = 0;
        for (int i = 0; i < 4_000; i++) {
            Listening listening = new Listening();
            for (Transcript.Part part : seeds.get(i % 2).parts()) {
                listening.say(part.fromClient(), damaged(part.bytes(), random, random.nextInt(4)));
            }
            recognised += listening.inspector.recognised() ? 1 : 0;
            assertTrue(listening.inspector.pending() < 1 << 20, "holds " + listening.inspector.pending());
        }
        assertTrue(recognised > 2_000, "damage this light leaves most of them readable, not " + recognised);
    }

    /** A copy with some bytes changed, often to the extremes. */
    static byte[] damaged(byte[] bytes, Random random, int hurts) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < hurts; i++) {
            int at = random.nextInt(copy.length);
            copy[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? -1 : 0);
        }
        return copy;
    }
}
