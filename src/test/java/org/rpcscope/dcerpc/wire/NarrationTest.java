package org.rpcscope.dcerpc.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.wire.Pdus.Item;
import org.rpcscope.dcerpc.wire.Pdus.Result;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Step;

/** Every message is told once, in words, with the packets that it came in. */
class NarrationTest {

    private static final InterfaceId SAMR =
            new InterfaceId(UUID.fromString("12345778-1234-abcd-ef00-0123456789ac"), 1, 0);
    private static final Pdus PDUS = Pdus.little();

    /** What the association group reads as; the same for each. */
    private static final String GROUP = "association group 0x00001234";

    @Test
    void bindsSayWhatTheyAskForAndWhatBecameOfIt() {
        Dialogue dialogue = Dialogue.narrated()
                .client(PDUS.bind(1, new Item(0, SAMR, Pdus.NDR), new Item(1, SAMR, Pdus.NDR64)))
                .server(PDUS.bindAck(1, new Result(0, 0, Pdus.NDR), new Result(2, 2, Pdus.NDR)))
                .client(PDUS.alter(2, new Item(2, SAMR, Pdus.NDR)))
                .server(PDUS.alterAck(2, new Result(2, 1, Pdus.NDR)));
        assertEquals(
                List.of(
                        step(1, "bind", 1, 0, "context 0: %s v1.0; context 1: %s v1.0 (NDR64); " + GROUP, false),
                        step(
                                2,
                                "bind_ack",
                                1,
                                0,
                                "context 0 accepted; context 1 rejected (transfer syntax not supported); " + GROUP,
                                false),
                        step(3, "alter_context", 2, 2, "context 2: %s v1.0; " + GROUP, false),
                        step(
                                4,
                                "alter_context_resp",
                                2,
                                2,
                                "context 2 rejected (interface not supported); " + GROUP,
                                true)),
                dialogue.steps);
    }

    @Test
    void aRefusalSaysWhy() {
        Dialogue dialogue = Dialogue.narrated()
                .client(PDUS.bind(1, new Item(0, SAMR, Pdus.NDR)))
                .server(PDUS.bindNak(1, 8));
        assertEquals(step(2, "bind_nak", 1, 0, "authentication type not recognised", true), dialogue.steps.getLast());
    }

    @Test
    void aMessageInFragmentsIsOneStep() {
        Dialogue dialogue = bound().client(
                        PDUS.request(Pdu.FIRST, 2, 0, 7, new byte[100]), PDUS.request(Pdu.LAST, 2, 0, 7, new byte[20]))
                .server(PDUS.response(2, 0, new byte[44]));
        assertEquals(
                List.of(
                        call(4, true, "request", 2, 7, "", false, 120, 3),
                        call(5, false, "response", 2, 7, "", false, 44, 5)),
                dialogue.steps.subList(2, 4));
    }

    @Test
    void aFaultGivesItsStatusInWords() {
        Dialogue dialogue = bound().client(PDUS.request(2, 0, 7), PDUS.request(3, 0, 7))
                .server(PDUS.fault(2, 0, 0x1C010002), PDUS.fault(3, 0, 0x12345678));
        assertEquals(
                List.of(
                        call(5, false, "fault", 2, 7, "operation out of range (0x1c010002)", true, 0, 5),
                        call(6, false, "fault", 3, 7, "status 0x12345678", true, 0, 6)),
                dialogue.steps.subList(4, 6));
    }

    @Test
    void aRequestSaysItsObjectAndWhatItsVerificationTrailerRepeats() {
        byte[] object = new byte[16];
        object[0] = 1;
        byte[] stub = new byte[] {
            (byte) 0x8A,
            (byte) 0xE3,
            0x13,
            0x71,
            2,
            (byte) 0xF4,
            0x36,
            0x71, // signature
            1,
            0,
            4,
            0,
            1,
            0,
            0,
            0, // features
            3,
            0x40,
            4,
            0,
            0,
            0,
            0,
            0 // header, the last one
        };
        Dialogue dialogue = bound().client(
                        PDUS.request(Pdu.FIRST | Pdu.LAST | Pdu.OBJECT, 2, 0, 7, Pdus.join(object, new byte[8], stub)));
        assertEquals(
                call(
                        3,
                        true,
                        "request",
                        2,
                        7,
                        "object 00000001-0000-0000-0000-000000000000; verification trailer: features, header",
                        false,
                        32,
                        3),
                dialogue.steps.getLast());
    }

    @Test
    void cancelsAndShutdownsAreTold() {
        Dialogue dialogue = bound().client(
                        PDUS.request(2, 0, 7), PDUS.bare(PduType.CANCEL, 2), PDUS.bare(PduType.ORPHANED, 2))
                .server(PDUS.bare(PduType.SHUTDOWN, 0));
        assertEquals(
                List.of(
                        call(4, true, "co_cancel", 2, 7, "", false, 0, 4),
                        call(5, true, "orphaned", 2, 7, "", false, 0, 5),
                        new Step(6, false, "shutdown", 0, -1, null, -1, "", false, 0, 600, 600)),
                dialogue.steps.subList(3, 6));
    }

    @Test
    void aPduInSeveralPacketsKnowsTheFirstAndTheLast() {
        byte[] request = PDUS.request(2, 0, 7, new byte[10]);
        byte[] start = Arrays.copyOf(request, 20);
        byte[] rest = Arrays.copyOfRange(request, 20, request.length);
        assertEquals(
                call(4, true, "request", 2, 7, "", false, 10, 3),
                bound().client(start, rest).steps.getLast());
    }

    private static Dialogue bound() {
        return Dialogue.narrated()
                .client(PDUS.bind(1, new Item(0, SAMR, Pdus.NDR)))
                .server(PDUS.bindAck(1, new Result(Pdus.ACCEPT, 0, Pdus.NDR)));
    }

    private static Step step(int packet, String kind, int call, int context, String detail, boolean failed) {
        return new Step(
                packet,
                packet % 2 == 1,
                kind,
                call,
                context,
                SAMR,
                -1,
                detail.replace("%s", SAMR.uuid().toString()),
                failed,
                0,
                packet * 100L,
                packet * 100L);
    }

    private static Step call(
            int packet,
            boolean fromClient,
            String kind,
            int call,
            int opnum,
            String detail,
            boolean failed,
            long stub,
            int first) {
        return new Step(
                packet, fromClient, kind, call, 0, SAMR, opnum, detail, failed, stub, first * 100L, packet * 100L);
    }
}
