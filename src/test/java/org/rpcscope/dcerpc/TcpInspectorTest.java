package org.rpcscope.dcerpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.dcerpc.wire.Pdus;
import org.rpcscope.dcerpc.wire.Pdus.Item;
import org.rpcscope.dcerpc.wire.Pdus.Result;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;
import org.rpcscope.stream.StreamInspector;

/** What a stream carries is told by content, wherever it begins to be told. */
class TcpInspectorTest {

    private static final InterfaceId SAMR =
            new InterfaceId(UUID.fromString("12345778-1234-abcd-ef00-0123456789ac"), 1, 0);
    private static final Pdus PDUS = Pdus.little();
    private static final byte[] BIND = PDUS.bind(1, new Item(0, SAMR, Pdus.NDR));
    private static final byte[] ACK = PDUS.bindAck(1, new Result(Pdus.ACCEPT, 0, Pdus.NDR));

    private final StreamInspector<Conversation> inspector = new DcerpcInspection().open(false, 40000, 4711);

    @Test
    void anAssociationIsKnownByItsFirstBytesEvenOneByOne() {
        for (byte each : BIND) {
            send(true, each);
        }
        send(false, ACK);
        send(true, PDUS.request(2, 0, 5));
        assertEquals(said(Set.of()), inspector.result());
    }

    @Test
    void itMayBeginBehindOtherBytes() {
        send(true, "CONNECT 10.0.0.1:135 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        send(false, "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertFalse(inspector.recognised());
        send(true, BIND);
        send(false, ACK);
        send(true, PDUS.request(2, 0, 5));
        assertTrue(inspector.recognised());
        assertEquals(said(Set.of()), inspector.result());
    }

    @Test
    void whatWasLostBeforeIsSaid() {
        inspector.gap(false, 1, 100);
        send(true, BIND);
        send(false, ACK);
        send(true, PDUS.request(2, 0, 5));
        assertEquals(said(Set.of(Omission.LOST_BYTES)), inspector.result());
    }

    @Test
    void afterEnoughOfOtherBytesNobodyListensAnyMore() {
        for (int i = 0; i < 1000 && !inspector.done(); i++) {
            send(true, new byte[1460]);
        }
        assertTrue(inspector.done());
        assertNull(inspector.result());
    }

    @ParameterizedTest
    @CsvSource({
        "0000002c fe534d42 40, SMB",
        "0000002c ff534d42 72, SMB",
        "81000044, SMB",
        "000000, UNDECIDED",
        "0000002c 00534d42, FOREIGN",
        "5250435f494e5f4441544120, HTTP",
        "6e6361636e5f687474702f312e30, HTTP",
        "5250435f4f55545f, UNDECIDED",
        "050003, UNDECIDED",
        "0500ff, FOREIGN",
        "160301, FOREIGN"
    })
    void theFirstBytesTellTheCarrier(String hex, Carrier expected) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertEquals(expected, Carrier.of(ByteBuffer.wrap(bytes), 0, bytes.length));
    }

    private void send(boolean fromOriginator, byte... segment) {
        inspector.bytes(fromOriginator, 1, 2, ByteBuffer.wrap(segment), 0, segment.length);
    }

    private static Conversation said(Set<Omission> omissions) {
        return new Conversation(
                List.of(new Binding(SAMR, Binding.Result.ACCEPTED)),
                List.of(Calls.captured(SAMR.uuid(), 5, 1, 0)),
                List.of(),
                List.of(),
                List.of(),
                omissions);
    }
}
