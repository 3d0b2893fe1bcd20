package org.rpcscope.dcerpc.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.rpcscope.dcerpc.Pdus;
import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Steps;

class HttpPropertyTest {

    /** A line of each side and the PDUs of an association. */
    private static final int BOUND = 4 * (64 << 10);

    private static final List<List<byte[]>> CLIENTS = List.of(
            List.of(Pdus.bind(1, Pdus.SAMR, 1), Pdus.request(2, 6, 400)),
            List.of(
                    HttpBytes.request("RPC_IN_DATA", 0),
                    HttpBytes.request("RPC_IN_DATA", 1 << 30, "Authorization: Basic YWxpY2U6c2VjcmV0"),
                    HttpBytes.rts(76),
                    Pdus.bind(1, Pdus.SAMR, 1),
                    Pdus.request(2, 6, 400)));

    private static HttpInspector inspector() {
        return new HttpInspector(new ConversationBuilder(Steps.NONE));
    }

    private static void say(HttpInspector inspector, byte[] bytes, int from, int to) {
        inspector.bytes(true, 0, 0, ByteBuffer.wrap(bytes), from, to - from);
    }

    @Property(tries = 500)
    void segmentsMayBeginAndEndAnywhere(@ForAll Random random) {
        for (List<byte[]> parts : CLIENTS) {
            HttpInspector whole = inspector();
            HttpInspector cut = inspector();
            for (byte[] part : parts) {
                say(whole, part, 0, part.length);
                int at = 0;
                while (at < part.length) {
                    int end = Math.min(part.length, at + 1 + random.nextInt(40));
                    say(cut, part, at, end);
                    at = end;
                }
            }

            Conversation heard = whole.result();
            assertNotNull(heard);
            assertEquals(heard, cut.result());
        }
    }

    @Property(tries = 300)
    void anyBytesAreTakenWithinTheBoundAndGivenBack(@ForAll List<byte[]> segments, @ForAll Random random) {
        HttpInspector inspector = inspector();
        for (byte[] segment : segments) {
            byte[] part =
                    CLIENTS.get(1).get(random.nextInt(CLIENTS.get(1).size())).clone();
            part[random.nextInt(part.length)] = (byte) random.nextInt(256);
            say(inspector, part, 0, part.length);
            if (segment.length > 0) {
                say(inspector, segment, 0, segment.length);
            }
            if (random.nextInt(4) == 0) {
                inspector.gap(random.nextBoolean(), 0, random.nextInt(1000));
            }
            assertTrue(inspector.pending() <= BOUND, "holds " + inspector.pending());
        }
        inspector.drop();
        assertEquals(0, inspector.pending());
    }
}
