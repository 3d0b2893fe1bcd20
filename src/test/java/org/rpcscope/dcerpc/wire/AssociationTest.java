package org.rpcscope.dcerpc.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rpcscope.dcerpc.wire.Pdus.Item;
import org.rpcscope.dcerpc.wire.Pdus.Result;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;

/** What an association makes of binds, calls and answers, whole and in good order. */
class AssociationTest {

    private static final InterfaceId SVCCTL =
            new InterfaceId(UUID.fromString("367abb81-9844-35f1-ad32-98f038001003"), 2, 0);
    private static final InterfaceId SAMR =
            new InterfaceId(UUID.fromString("12345778-1234-abcd-ef00-0123456789ac"), 1, 3);
    private static final Result ACCEPTED = new Result(Pdus.ACCEPT, 0, Pdus.NDR);
    private static final Result REJECTED = new Result(Pdus.REJECT, 1, Pdus.NDR);
    private static final Pdus PDUS = Pdus.little();

    static Stream<Pdus> representations() {
        return Stream.of(Pdus.little(), Pdus.big(), Pdus.ebcdic());
    }

    @ParameterizedTest
    @MethodSource("representations")
    void callsAreCountedUnderTheInterfaceOfTheirContext(Pdus pdus) {
        Conversation said = Dialogue.silent()
                .client(pdus.bind(1, new Item(3, SAMR, Pdus.NDR)))
                .server(pdus.bindAck(1, ACCEPTED))
                .client(pdus.request(2, 3, 64))
                .server(pdus.response(2, 3))
                .client(pdus.request(3, 3, 5), pdus.request(4, 3, 5))
                .server(pdus.response(3, 3), pdus.fault(4, 3, 0x1C010002))
                .result();
        assertEquals(
                said(List.of(new Binding(SAMR, Binding.Result.ACCEPTED)), calls(SAMR, 64, 1, 0), calls(SAMR, 5, 2, 1)),
                said);
    }

    @Test
    void eachContextHasItsOwnResultAndFeaturesAreNegotiated() {
        Conversation said = Dialogue.silent()
                .client(PDUS.bind(
                        1,
                        new Item(0, SAMR, Pdus.NDR),
                        new Item(1, SVCCTL, Pdus.NDR64),
                        new Item(2, SAMR, Pdus.FEATURES)))
                .server(PDUS.bindAck(1, REJECTED, ACCEPTED, new Result(Pdus.NEGOTIATE, 3, Pdus.FEATURES)))
                .result();
        assertEquals(
                said(List.of(
                        new Binding(SAMR, Binding.Result.NEGOTIATED), new Binding(SVCCTL, Binding.Result.ACCEPTED))),
                said);
    }

    @Test
    void aBindNakRejectsAllThatWasAskedFor() {
        Conversation said = Dialogue.silent()
                .client(PDUS.bind(1, new Item(0, SAMR, Pdus.NDR), new Item(1, SVCCTL, Pdus.NDR)))
                .server(PDUS.bindNak(1, 4))
                .result();
        assertEquals(
                said(List.of(new Binding(SAMR, Binding.Result.REJECTED), new Binding(SVCCTL, Binding.Result.REJECTED))),
                said);
    }

    @Test
    void aBindWithoutAnAnswerIsUnanswered() {
        assertEquals(
                said(List.of(new Binding(SAMR, Binding.Result.UNANSWERED)), calls(SAMR, 1, 1, 0)),
                Dialogue.silent()
                        .client(PDUS.bind(1, new Item(0, SAMR, Pdus.NDR)), PDUS.request(2, 0, 1))
                        .result());
    }

    @Test
    void anAlteredContextCountsFromThenOn() {
        Conversation said = bound().client(PDUS.request(2, 0, 1), PDUS.alter(3, new Item(0, SVCCTL, Pdus.NDR)))
                .server(PDUS.response(2, 0), PDUS.alterAck(3, ACCEPTED))
                .client(PDUS.request(4, 0, 1))
                .result();
        assertEquals(
                said(
                        List.of(
                                new Binding(SAMR, Binding.Result.ACCEPTED),
                                new Binding(SVCCTL, Binding.Result.ACCEPTED)),
                        calls(SAMR, 1, 1, 0),
                        calls(SVCCTL, 1, 1, 0)),
                said);
    }

    @Test
    void aContextThatIsNotGrantedAnewMeansWhatItMeantBefore() {
        Conversation said = bound().client(PDUS.alter(3, new Item(0, SVCCTL, Pdus.NDR)))
                .server(PDUS.alterAck(3, REJECTED))
                .client(PDUS.request(4, 0, 1))
                .client(PDUS.alter(5, new Item(0, SVCCTL, Pdus.NDR)))
                .server(PDUS.fault(5, 0, 5))
                .client(PDUS.request(6, 0, 1))
                .result();
        assertEquals(
                said(
                        List.of(
                                new Binding(SAMR, Binding.Result.ACCEPTED),
                                new Binding(SVCCTL, Binding.Result.REJECTED)),
                        calls(SAMR, 1, 2, 0)),
                said);
    }

    @Test
    void aRequestInFragmentsIsOneCall() {
        Conversation said = bound().client(PDUS.request(Pdu.FIRST, 2, 0, 7, new byte[100]))
                .client(PDUS.request(0, 2, 0, 7, new byte[100]), PDUS.request(Pdu.LAST, 2, 0, 7, new byte[10]))
                .server(PDUS.response(Pdu.FIRST, 2, 0), PDUS.response(Pdu.LAST, 2, 0))
                .result();
        assertEquals(said(List.of(new Binding(SAMR, Binding.Result.ACCEPTED)), calls(SAMR, 7, 1, 0)), said);
    }

    @Test
    void multiplexedCallsAreToldApartByTheirNumbers() {
        Conversation said = bound().client(
                        PDUS.request(Pdu.FIRST, 2, 0, 7),
                        PDUS.request(3, 0, 8),
                        PDUS.request(Pdu.LAST, 2, 0, 7),
                        PDUS.request(4, 0, 9))
                .server(PDUS.fault(4, 0, 5), PDUS.fault(2, 0, 5), PDUS.response(3, 0))
                .result();
        assertEquals(
                said(
                        List.of(new Binding(SAMR, Binding.Result.ACCEPTED)),
                        calls(SAMR, 7, 1, 1),
                        calls(SAMR, 8, 1, 0),
                        calls(SAMR, 9, 1, 1)),
                said);
    }

    @Test
    void cancelsOrphansAndShutdownsChangeNothing() {
        Conversation said = bound().client(
                        PDUS.request(2, 0, 7), PDUS.bare(PduType.CANCEL, 2), PDUS.bare(PduType.ORPHANED, 2))
                .server(PDUS.bare(PduType.SHUTDOWN, 0))
                .client(PDUS.request(3, 0, 7))
                .result();
        assertEquals(said(List.of(new Binding(SAMR, Binding.Result.ACCEPTED)), calls(SAMR, 7, 2, 0)), said);
    }

    @Test
    void callsInAContextThatNobodyBoundHaveNoInterface() {
        Conversation said = Dialogue.silent().client(PDUS.request(2, 0, 26)).result();
        assertEquals(
                new Conversation(
                        List.of(),
                        List.of(Calls.captured(null, 26, 1, 0)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(Omission.MID_STREAM, Omission.UNBOUND_CONTEXT)),
                said);
    }

    @Test
    void theFirstPduSaysWhoTheClientIs() {
        Dialogue turned = Dialogue.silent()
                .server(PDUS.bind(1, new Item(0, SAMR, Pdus.NDR)))
                .client(PDUS.bindAck(1, ACCEPTED))
                .server(PDUS.request(2, 0, 1));
        assertEquals(said(List.of(new Binding(SAMR, Binding.Result.ACCEPTED)), calls(SAMR, 1, 1, 0)), turned.result());
    }

    @Test
    void aPduFromTheWrongSideIsNone() {
        Conversation said = bound().server(PDUS.request(2, 0, 1)).result();
        assertEquals(
                new Conversation(
                        List.of(new Binding(SAMR, Binding.Result.ACCEPTED)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(Omission.MALFORMED)),
                said);
    }

    @Test
    void otherBytesAreNothingAtAll() {
        Dialogue other = Dialogue.silent()
                .client("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                .server(new byte[400]);
        assertFalse(other.summary.recognised());
        assertNull(other.result());
        assertEquals(0, other.mostPending());
    }

    @Test
    void aBigStubIsPassedOverWithoutBeingKept() {
        byte[] request = PDUS.request(2, 0, 1, new byte[60_000]);
        Dialogue dialogue = bound();
        for (int at = 0; at < request.length; at += 1460) {
            dialogue.client(Arrays.copyOfRange(request, at, Math.min(request.length, at + 1460)));
        }
        assertEquals(0, dialogue.mostPending());
        assertEquals(
                said(List.of(new Binding(SAMR, Binding.Result.ACCEPTED)), calls(SAMR, 1, 1, 0)), dialogue.result());
    }

    @Test
    void theVersionGrowsWithTheResult() {
        Dialogue dialogue = bound();
        int before = dialogue.summary.version();
        dialogue.client(PDUS.request(2, 0, 1));
        assertTrue(dialogue.summary.version() > before);
    }

    private static Dialogue bound() {
        return Dialogue.silent()
                .client(PDUS.bind(1, new Item(0, SAMR, Pdus.NDR)))
                .server(PDUS.bindAck(1, ACCEPTED));
    }

    private static Calls calls(InterfaceId of, int opnum, long count, long faults) {
        return Calls.captured(of.uuid(), opnum, count, faults);
    }

    private static Conversation said(List<Binding> bindings, Calls... calls) {
        return new Conversation(bindings, List.of(calls), List.of(), List.of(), List.of(), Set.of());
    }
}
