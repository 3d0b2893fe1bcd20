package org.rpcscope.dcerpc.smb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpcscope.rpc.Omission;

class MessageFramingTest {

    /** Keeps so much of everything, and writes down what it is told. */
    private static final class Log implements MessageListener {
        final List<String> lines = new ArrayList<>();
        int keep = 1 << 17;

        @Override
        public int keep(Fields beginning, int whole) {
            return keep;
        }

        @Override
        public void message(Fields message, Arrival arrival) {
            lines.add(message.length() + " bytes, the last " + message.u8(message.length() - 1) + ", records "
                    + arrival.first() + " to " + arrival.last());
        }

        @Override
        public void lost(Omission why) {
            lines.add(why.toString());
        }
    }

    private final Log log = new Log();
    private final MessageFraming framing = new MessageFraming(log);
    private long packet;

    private void segment(byte[] bytes) {
        packet++;
        framing.bytes(packet, packet, ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    private void segment(byte[] bytes, int from, int to) {
        packet++;
        framing.bytes(packet, packet, ByteBuffer.wrap(bytes), from, to - from);
    }

    /** A message of SMB1 that ends with the number. */
    private static byte[] message(int length, int last) {
        byte[] bytes = new byte[4 + length];
        ByteBuffer.wrap(bytes).putInt(length).putInt(Smb1Messages.SIGNATURE);
        bytes[3 + length] = (byte) last;
        return bytes;
    }

    @Test
    void cutsMessagesOutOfOneSegment() {
        ByteBuffer both = ByteBuffer.allocate(180).put(message(32, 1)).put(message(140, 2));
        segment(both.array());

        assertEquals(
                List.of("32 bytes, the last 1, records 1 to 1", "140 bytes, the last 2, records 1 to 1"), log.lines);
        assertEquals(0, framing.pending());
    }

    @Test
    void putsAMessageTogetherFromManySegments() {
        byte[] bytes = message(1000, 7);
        for (int i = 0; i < bytes.length; i += 100) {
            segment(bytes, i, Math.min(bytes.length, i + 100));
        }

        assertEquals(List.of("1000 bytes, the last 7, records 1 to 11"), log.lines);
    }

    @Test
    void passesOverTheSessionServicesOwnMessages() {
        byte[] request = new byte[72];
        ByteBuffer.wrap(request).putInt(0x8100_0044);
        segment(request);
        segment(new byte[] {(byte) 0x85, 0, 0, 0, 0, 0, 0, 0});
        segment(message(40, 3));

        assertEquals(List.of("40 bytes, the last 3, records 3 to 3"), log.lines);
    }

    @Test
    void keepsNoMoreThanIsAskedFor() {
        log.keep = 300;
        byte[] bytes = message(100_000, 7);
        segment(bytes, 0, 200);
        assertEquals(256, framing.pending());
        segment(bytes, 200, 1000);
        assertEquals(0, framing.pending());
        segment(bytes, 1000, bytes.length);
        segment(message(50, 8));

        assertEquals(
                List.of("300 bytes, the last 0, records 1 to 2", "50 bytes, the last 8, records 4 to 4"), log.lines);
    }

    @Test
    void aLossInTheRestOfAMessageDoesNotMatter() {
        log.keep = 256;
        byte[] bytes = message(5000, 7);
        segment(bytes, 0, 1000);
        framing.gap(2000);
        segment(bytes, 3000, bytes.length);
        segment(message(50, 8));

        assertEquals(
                List.of("256 bytes, the last 0, records 1 to 1", "50 bytes, the last 8, records 3 to 3"), log.lines);
    }

    @Test
    void aLossInAMessageCostsThatMessageOnly() {
        byte[] bytes = message(5000, 7);
        segment(bytes, 0, 1000);
        framing.gap(2000);
        segment(bytes, 3000, bytes.length);
        segment(message(50, 8));

        assertEquals(List.of("LOST_BYTES", "50 bytes, the last 8, records 3 to 3"), log.lines);
    }

    @Test
    void afterALossOfUnknownExtentTheNextMessageIsSearched() {
        segment(message(50, 1));
        framing.gap(0);
        ByteBuffer rest =
                ByteBuffer.allocate(500).putLong(0x0102_0304_0506_0708L).put(message(60, 2));
        segment(rest.array(), 0, 50);
        segment(rest.array(), 50, 72);

        assertEquals(
                List.of("50 bytes, the last 1, records 1 to 1", "LOST_BYTES", "60 bytes, the last 2, records 2 to 3"),
                log.lines);
    }

    @Test
    void bytesThatAreNoMessageAreToldOnce() {
        segment(message(50, 1));
        segment("these are no messages at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        segment(message(50, 2));

        assertEquals(
                List.of("50 bytes, the last 1, records 1 to 1", "MALFORMED", "50 bytes, the last 2, records 3 to 3"),
                log.lines);
    }

    @Test
    void aStreamOfSomethingElseIsSearchedAndHoldsNothing() {
        for (int i = 0; i < 100; i++) {
            segment(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        }

        assertEquals(List.of(), log.lines);
        assertEquals(0, framing.pending());
        assertTrue(framing.searched() > 900, "searched " + framing.searched());
    }

    @Test
    void droppedMemoryComesBackWithTheNextMessage() {
        byte[] bytes = message(5000, 7);
        segment(bytes, 0, 1000);
        framing.drop();
        assertEquals(0, framing.pending());
        segment(bytes, 1000, bytes.length);
        segment(message(50, 8));

        assertEquals(List.of("50 bytes, the last 8, records 3 to 3"), log.lines);
    }
}
