package org.rpcscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.DcerpcInspection;
import org.rpcscope.dcerpc.wire.Payloads;
import org.rpcscope.dcerpc.wire.Pdus;
import org.rpcscope.rpc.InterfaceId;

/** What is kept of a stream that says nothing for now, and has nothing unfinished. */
class SilentStreamTest {

    /** So many that whatever else happens on the heap is less than a byte of each. */
    private static final int STREAMS = 16_000;

    private static final InterfaceId SAMR =
            new InterfaceId(UUID.fromString("12345778-1234-abcd-ef00-0123456789ac"), 1, 0);

    private final Pdus pdus = Pdus.little();
    private final ByteBuffer chunk = ByteBuffer.allocate(1 << 16);

    @Test
    void streamWithoutIdentityTakesNoMoreThanItIsCountedWith() {
        assertKept(_ -> List.of(
                pdus.bind(1, new Pdus.Item(0, SAMR, Pdus.NDR)),
                pdus.bindAck(1, new Pdus.Result(Pdus.ACCEPT, 0, Pdus.NDR)),
                pdus.request(2, 0, 57, new byte[400]),
                pdus.response(2, 0, new byte[400]),
                pdus.request(3, 0, 6, new byte[400]),
                pdus.response(3, 0, new byte[400])));
    }

    @Test
    void streamWithNtlmTakesNoMoreThanItIsCountedWith() {
        byte[] request = pdus.trailer(Payloads.NTLM, Payloads.INTEGRITY, Payloads.negotiate());
        byte[] challenge = pdus.trailer(Payloads.NTLM, Payloads.INTEGRITY, Payloads.challenge("LAB"));
        assertKept(stream -> List.of(
                pdus.contexts(11, 1, request, new Pdus.Item(0, SAMR, Pdus.NDR)),
                pdus.results(12, 1, "135", challenge, new Pdus.Result(Pdus.ACCEPT, 0, Pdus.NDR)),
                pdus.auth3(1, signsIn("user%05d".formatted(stream))),
                pdus.request(2, 0, 57, new byte[400]),
                pdus.response(2, 0, new byte[400]),
                pdus.request(3, 0, 6, new byte[400]),
                pdus.response(3, 0, new byte[400])));
    }

    /** Domain and workstation are many streams', the user is this one's alone. */
    private byte[] signsIn(String user) {
        return pdus.trailer(Payloads.NTLM, Payloads.INTEGRITY, Payloads.authenticate("LAB", user, "WS31"));
    }

    private void assertKept(IntFunction<List<byte[]>> said) {
        Inspections inspections = new Inspections(new DcerpcInspection(), Long.MAX_VALUE);
        Flow flow = flow();
        listen(inspections, flow, said.apply(STREAMS)); // classes and constants
        List<Inspected> streams = new ArrayList<>(STREAMS);
        long before = used();
        for (int i = 0; i < STREAMS; i++) {
            streams.add(listen(inspections, flow, said.apply(i)));
        }
        long each = (used() - before) / STREAMS;
        assertTrue(each > 500 && each <= Inspected.IDLE, each + " bytes"); // less is a mistake in the measuring
        assertEquals(Inspected.IDLE, streams.getLast().memory());
    }

    /** Hears a conversation in which client and server take turns, but that an auth3 has no answer. */
    private Inspected listen(Inspections inspections, Flow flow, List<byte[]> said) {
        Inspected stream = inspections.open(flow);
        int[] next = {1, 1};
        for (byte[] pdu : said) {
            boolean client = pdu[2] == 0 || pdu[2] == 11 || pdu[2] == 16;
            int side = client ? 0 : 1;
            chunk.put(0, pdu);
            Packets packet = new Packets();
            packet.add(
                    0,
                    client ? 1 : 2,
                    0,
                    client ? 2 : 1,
                    next[0] + next[1],
                    100,
                    Packets.transport(Packets.TCP, client ? 50_000 << 16 | 135 : 135 << 16 | 50_000, Tracker.ACK, 0),
                    Packets.numbers(next[side], next[1 - side]),
                    Packets.payload(pdu.length, 0, pdu.length));
            next[side] += pdu.length;
            inspections.take(stream, client, packet, 0, chunk);
        }
        return stream;
    }

    private static Flow flow() {
        FlowKey key = new FlowKey();
        key.of(0, 1, 0, 2, 50_000 << 16 | 135, false);
        return new Flow(key, true, 0, 0);
    }

    /** Bytes of the heap in use, when what nobody holds is gone. */
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
