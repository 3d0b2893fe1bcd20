package org.rpcscope.dcerpc.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;
import org.rpcscope.rpc.Step;

/** The connectionless protocol, datagram by datagram. */
class DatagramInspectorTest {

    private static final InterfaceId MAPPER =
            new InterfaceId(UUID.fromString("e1af8308-5d1f-11c9-91a4-08002b14a0fa"), 3, 0);
    private static final InterfaceId OTHER = new InterfaceId(new UUID(7, 8), 1, 2);

    private final List<Step> steps = new ArrayList<>();
    private final DatagramInspector inspector = new DatagramInspector(new ConversationBuilder(steps::add));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestNamesItsInterfaceAndIsOneCallHoweverOftenItIsSent(boolean little) {
        send(true, pdu(little, DatagramType.REQUEST, OTHER, 1, 5));
        send(true, pdu(little, DatagramType.REQUEST, OTHER, 1, 5), pdu(little, DatagramType.PING, OTHER, 1, 5));
        send(false, pdu(little, DatagramType.WORKING, OTHER, 1, 5), pdu(little, DatagramType.RESPONSE, OTHER, 1, 5));
        send(true, pdu(little, DatagramType.ACK, OTHER, 1, 5), pdu(little, DatagramType.REQUEST, OTHER, 2, 5));
        send(false, pdu(little, DatagramType.FAULT, OTHER, 2, 5), pdu(little, DatagramType.FAULT, OTHER, 2, 5));
        assertEquals(
                new Conversation(
                        List.of(new Binding(OTHER, null)),
                        List.of(Calls.captured(OTHER.uuid(), 5, 2, 1)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of()),
                inspector.result());
        assertEquals(
                List.of("request", "request", "ping", "working", "response", "ack", "request", "fault", "fault"),
                steps.stream().map(Step::kind).toList());
    }

    @Test
    void anAnswerOfTheEndpointMapperAnnounces() {
        send(true, pdu(true, DatagramType.REQUEST, MAPPER, 1, 3));
        send(false, pdu(true, DatagramType.RESPONSE, MAPPER, 1, 3, Payloads.towers(OTHER, 0x0A000001, 49664)));
        InterfaceId other = new InterfaceId(OTHER.uuid(), 1, 2);
        assertEquals(
                List.of(new Announcement(
                        Announcement.Kind.ENDPOINT_MAPPER, other, IpAddress.parse("10.0.0.1"), null, 49664)),
                inspector.result().announcements());
    }

    @Test
    void otherDatagramsAreNothingUntilThereWasOne() {
        send(true, new byte[100]);
        assertNull(inspector.result());
        send(true, pdu(true, DatagramType.REQUEST, OTHER, 1, 5), new byte[100]);
        assertEquals(Set.of(Omission.MALFORMED), inspector.result().omissions());
    }

    private void send(boolean fromClient, byte[]... datagrams) {
        for (byte[] datagram : datagrams) {
            inspector.bytes(fromClient, 1, 2, ByteBuffer.wrap(datagram), 0, datagram.length);
        }
    }

    private static byte[] pdu(boolean little, int type, InterfaceId id, int sequence, int opnum, byte... body) {
        ByteBuffer out = ByteBuffer.allocate(Headers.DATAGRAM_LENGTH + body.length)
                .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        out.put((byte) 4).put((byte) type).put(4, (byte) (little ? 0x10 : 0));
        uuid(out.position(24), id.uuid());
        uuid(out.position(40), new UUID(99, 100));
        out.putInt(60, id.minor() << 16 | id.major()).putInt(64, sequence).putShort(68, (short) opnum);
        out.putShort(74, (short) body.length).put(Headers.DATAGRAM_LENGTH, body);
        return out.array();
    }

    private static void uuid(ByteBuffer out, UUID uuid) {
        long high = uuid.getMostSignificantBits();
        out.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        ByteOrder order = out.order();
        out.order(ByteOrder.BIG_ENDIAN).putLong(uuid.getLeastSignificantBits()).order(order);
    }
}
