package org.rpcscope.dcerpc.smb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.rpcscope.rpc.Conversation;

class SmbPropertyTest {

    /** A message of each side and a PDU of each side of a few pipes. */
    private static final int BOUND = 2 * Keep.MESSAGE + 8 * (64 << 10);

    @Property(tries = 500)
    void segmentsMayBeginAndEndAnywhere(@ForAll("transcripts") Transcript transcript, @ForAll Random random) {
        Listening whole = new Listening();
        transcript.parts().forEach(part -> whole.say(part.fromClient(), part.bytes()));
        Listening cut = new Listening();
        for (Transcript.Part part : transcript.parts()) {
            int at = 0;
            while (at < part.bytes().length) {
                int end = Math.min(part.bytes().length, at + 1 + random.nextInt(random.nextBoolean() ? 8 : 1460));
                cut.say(part.fromClient(), Arrays.copyOfRange(part.bytes(), at, end));
                at = end;
            }
        }

        Conversation heard = whole.heard();
        assertNotNull(heard);
        assertEquals(heard, cut.heard());
        assertEquals(whole.kinds(), cut.kinds());
        assertEquals(0, cut.inspector.pending());
    }

    @Property(tries = 300)
    void anyBytesAreTakenWithinTheBound(
            @ForAll List<byte[]> segments, @ForAll("transcripts") Transcript transcript, @ForAll Random random) {
        Listening listening = new Listening();
        for (byte[] segment : segments) {
            if (segment.length > 0) {
                listening.say(random.nextBoolean(), segment);
            }
            Transcript.Part part =
                    transcript.parts().get(random.nextInt(transcript.parts().size()));
            listening.say(part.fromClient(), part.bytes());
            assertTrue(listening.inspector.pending() <= BOUND, "holds " + listening.inspector.pending());
        }
    }

    @Property(tries = 300)
    void damageAndLossesNeverThrowAndWhatIsDroppedIsGivenBack(
            @ForAll("transcripts") Transcript transcript, @ForAll Random random, @ForAll @IntRange(max = 8) int hurts) {
        Listening listening = new Listening();
        int version = listening.inspector.version();
        for (Transcript.Part part : transcript.parts()) {
            byte[] bytes = SmbFuzzTest.damaged(part.bytes(), random, hurts);
            int cut = 1 + random.nextInt(bytes.length);
            listening.say(part.fromClient(), Arrays.copyOf(bytes, cut));
            if (cut < bytes.length) {
                listening.inspector.gap(part.fromClient(), 0, random.nextBoolean() ? bytes.length - cut : 0);
            }
            assertTrue(listening.inspector.version() >= version);
            version = listening.inspector.version();
        }
        assertTrue(listening.inspector.pending() <= BOUND, "holds " + listening.inspector.pending());
        listening.inspector.drop();
        assertEquals(0, listening.inspector.pending());
    }

    @Provide
    Arbitrary<Transcript> transcripts() {
        return Arbitraries.of(Transcript.smb1(), Transcript.smb2());
    }
}
