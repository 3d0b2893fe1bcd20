package org.rpcscope.dcerpc.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.wire.Pdus.Item;
import org.rpcscope.dcerpc.wire.Pdus.Result;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;

/** Streams with holes, streams from the middle, and streams with more than is kept. */
class AssociationLossTest {

    private static final InterfaceId SAMR =
            new InterfaceId(UUID.fromString("12345778-1234-abcd-ef00-0123456789ac"), 1, 0);
    private static final InterfaceId MAPPER =
            new InterfaceId(UUID.fromString("e1af8308-5d1f-11c9-91a4-08002b14a0fa"), 3, 0);
    private static final int EPT_LOOKUP = 2;
    private static final Pdus PDUS = Pdus.little();

    @Test
    void aHoleWithinABodyIsSteppedOver() {
        byte[] request = PDUS.request(2, 0, 1, new byte[3000]);
        Conversation said = bound(SAMR)
                .client(Arrays.copyOf(request, 1000))
                .gap(true, 1460)
                .client(Arrays.copyOfRange(request, 2460, request.length), PDUS.request(3, 0, 2))
                .result();
        assertEquals(said(SAMR, Set.of(Omission.LOST_BYTES), calls(SAMR, 1, 1), calls(SAMR, 2, 1)), said);
    }

    @Test
    void behindAHoleItGoesOnWithTheNextHeaderAtTheBeginningOfASegment() {
        byte[] tail = PDUS.request(4, 0, 4);
        Conversation said = bound(SAMR)
                .client(Arrays.copyOf(PDUS.request(2, 0, 1, new byte[3000]), 1000))
                .gap(true, 5000)
                .client(new byte[700], Pdus.join(new byte[30], PDUS.request(3, 0, 3)))
                .client(Arrays.copyOf(tail, 7), Arrays.copyOfRange(tail, 7, tail.length))
                .client(PDUS.request(5, 0, 5))
                .result();
        assertEquals(
                said(SAMR, Set.of(Omission.LOST_BYTES), calls(SAMR, 1, 1), calls(SAMR, 4, 1), calls(SAMR, 5, 1)), said);
    }

    @Test
    void aBeginningThatWasNoneGivesWayToOneThatIs() {
        Conversation said = bound(SAMR)
                .gap(true, 0)
                .client(new byte[] {5, 0, 0}, new byte[40], PDUS.request(5, 0, 5))
                .client(Pdus.join(new byte[50], PDUS.request(6, 0, 6)))
                .client(PDUS.request(7, 0, 7))
                .result();
        assertEquals(
                said(SAMR, Set.of(Omission.LOST_BYTES, Omission.MALFORMED), calls(SAMR, 5, 1), calls(SAMR, 7, 1)),
                said);
    }

    @Test
    void aCallWhoseBeginningWasLostIsCountedOnceAllTheSame() {
        Conversation said = Dialogue.silent()
                .client(PDUS.request(0, 2, 0, 9), PDUS.request(0, 2, 0, 9), PDUS.request(Pdu.LAST, 2, 0, 9))
                .result();
        assertEquals(
                new Conversation(
                        List.of(),
                        List.of(Calls.captured(null, 9, 1, 0)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(Omission.MID_STREAM, Omission.UNBOUND_CONTEXT)),
                said);
    }

    @Test
    void aFaultOfACallThatNobodySawIsNobodys() {
        Conversation said = Dialogue.silent().server(PDUS.fault(7, 0, 5)).result();
        assertEquals(
                new Conversation(List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(Omission.MID_STREAM)),
                said);
    }

    @Test
    void whatIsDroppedIsSaidAndTheNextPduIsFoundAllTheSame() {
        byte[] bind = PDUS.bind(3, new Item(1, MAPPER, Pdus.NDR));
        Dialogue dialogue = bound(SAMR).client(Arrays.copyOf(bind, 40));
        assertTrue(dialogue.association.pending() > 0);
        dialogue.association.drop();
        assertEquals(0, dialogue.association.pending());
        dialogue.client(Arrays.copyOfRange(bind, 40, bind.length), PDUS.request(4, 0, 4));
        assertEquals(said(SAMR, Set.of(Omission.DROPPED), calls(SAMR, 4, 1)), dialogue.result());
    }

    @Test
    void everythingUnfinishedTogetherStaysWithin64K() {
        Dialogue dialogue = bound(MAPPER);
        for (int call = 10; call < 20; call++) {
            dialogue.client(PDUS.request(call, 0, EPT_LOOKUP));
            dialogue.server(PDUS.response(Pdu.FIRST, call, 0, new byte[20_000]));
        }
        byte[] bind = PDUS.pdu(PduType.ALTER_CONTEXT, 3, 30, PDUS.trailer(1, 1, new byte[60_000]));
        dialogue.client(Arrays.copyOf(bind, 59_000));
        assertTrue(dialogue.mostPending() <= Association.MOST_PENDING, "" + dialogue.mostPending());
        assertEquals(Set.of(Omission.DROPPED), omissions(dialogue));
    }

    @Test
    void anAnswerWithoutRoomIsReadAsFarAsItGoes() {
        Dialogue dialogue = bound(MAPPER).client(PDUS.request(2, 0, EPT_LOOKUP));
        dialogue.server(PDUS.response(Pdu.FIRST, 2, 0, new byte[40_000]));
        dialogue.server(PDUS.response(Pdu.LAST, 2, 0, new byte[40_000]));
        assertEquals(Set.of(Omission.LIMITED), omissions(dialogue));
        assertEquals(0, dialogue.association.pending());
    }

    @Test
    void anAnswerThatBeganBeforeItsRequestWasSeenIsNotRead() {
        byte[] response = PDUS.response(2, 0, new byte[300]);
        Dialogue dialogue = bound(MAPPER)
                .server(Arrays.copyOf(response, 20))
                .client(PDUS.request(2, 0, EPT_LOOKUP))
                .server(Arrays.copyOfRange(response, 20, response.length));
        assertEquals(Set.of(Omission.DROPPED), omissions(dialogue));
    }

    @Test
    void listsAreBoundedAndThatIsSaid() {
        Dialogue dialogue = bound(SAMR);
        IntStream.range(0, 600).forEach(i -> dialogue.client(PDUS.request(i, 0, i)));
        IntStream.range(0, 400)
                .mapToObj(i -> new InterfaceId(new UUID(i, i), 1, 0))
                .forEach(id -> dialogue.client(PDUS.alter(1, new Item(id.hashCode() & 0xFFF, id, Pdus.NDR))));
        Conversation said = dialogue.result();
        assertEquals(512, said.calls().size());
        assertEquals(128, said.bindings().size());
        assertEquals(Set.of(Omission.LIMITED), said.omissions());
    }

    private static Set<Omission> omissions(Dialogue dialogue) {
        return dialogue.result().omissions();
    }

    private static Dialogue bound(InterfaceId id) {
        return Dialogue.silent()
                .client(PDUS.bind(1, new Item(0, id, Pdus.NDR)))
                .server(PDUS.bindAck(1, new Result(Pdus.ACCEPT, 0, Pdus.NDR)));
    }

    private static Calls calls(InterfaceId of, int opnum, long count) {
        return Calls.captured(of.uuid(), opnum, count, 0);
    }

    private static Conversation said(InterfaceId id, Set<Omission> omissions, Calls... calls) {
        return new Conversation(
                List.of(new Binding(id, Binding.Result.ACCEPTED)),
                List.of(calls),
                List.of(),
                List.of(),
                List.of(),
                omissions);
    }
}
