package org.rpcscope.dcerpc.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.wire.Pdus.Item;
import org.rpcscope.dcerpc.wire.Pdus.Result;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;

/** Who authenticates and what comes of it; what answers announce, and when that cannot be seen. */
class AssociationSecurityTest {

    private static final InterfaceId MAPPER =
            new InterfaceId(UUID.fromString("e1af8308-5d1f-11c9-91a4-08002b14a0fa"), 3, 0);
    private static final InterfaceId SVCCTL =
            new InterfaceId(UUID.fromString("367abb81-9844-35f1-ad32-98f038001003"), 2, 0);
    private static final Result ACCEPTED = new Result(Pdus.ACCEPT, 0, Pdus.NDR);
    private static final int EPT_MAP = 3;
    private static final int WHOLE = Pdu.FIRST | Pdu.LAST;
    private static final Pdus PDUS = Pdus.little();

    @Test
    void whoIsServedWasLetIn() {
        Dialogue dialogue = authenticated(SVCCTL, Payloads.INTEGRITY)
                .client(PDUS.request(2, 0, 1))
                .server(PDUS.response(2, 0))
                .client(PDUS.request(3, 0, 1))
                .server(PDUS.fault(3, 0, 5));
        assertEquals(
                List.of(alice("integrity", Outcome.ACCEPTED)), dialogue.result().authentications());
    }

    @Test
    void accessDeniedIsDenied() {
        Dialogue dialogue = authenticated(SVCCTL, Payloads.INTEGRITY)
                .client(PDUS.request(2, 0, 1))
                .server(PDUS.fault(2, 0, 0x1C010002));
        assertEquals(
                List.of(alice("integrity", Outcome.UNKNOWN)), dialogue.result().authentications());
        dialogue.client(PDUS.request(3, 0, 1)).server(PDUS.fault(3, 0, 5));
        assertEquals(
                List.of(alice("integrity", Outcome.DENIED)), dialogue.result().authentications());
    }

    @Test
    void aStubUnderPrivacyIsNotRead() {
        byte[] signature = PDUS.trailer(Payloads.NTLM, Payloads.PRIVACY, new byte[16]);
        byte[] stub = Payloads.towers(SVCCTL, 0x0A000001, 49664);
        Dialogue dialogue = authenticated(MAPPER, Payloads.PRIVACY)
                .client(PDUS.request(2, 0, EPT_MAP))
                .server(PDUS.pdu(PduType.RESPONSE, WHOLE, 2, Pdus.join(new byte[8], stub), signature));
        assertEquals(List.of(), dialogue.result().announcements());
        assertEquals(Set.of(Omission.ENCRYPTED), dialogue.result().omissions());
    }

    @Test
    void aProtectedRequestFromTheMiddleTellsMechanismAndLevel() {
        byte[] signature = PDUS.trailer(Payloads.NTLM, Payloads.PRIVACY, new byte[16]);
        Dialogue dialogue = Dialogue.silent()
                .client(PDUS.pdu(PduType.REQUEST, WHOLE, 2, new byte[300], signature))
                .client(PDUS.pdu(PduType.REQUEST, WHOLE, 3, new byte[300], signature));
        assertEquals(
                List.of(new Authentication("ntlm", "privacy", null, null, null, null, Outcome.UNKNOWN)),
                dialogue.result().authentications());
        assertEquals(
                Set.of(Omission.ENCRYPTED, Omission.MID_STREAM, Omission.UNBOUND_CONTEXT),
                dialogue.result().omissions());
    }

    @Test
    void anAnswerInFragmentsIsReadAsOne() {
        byte[] stub = Payloads.towers(SVCCTL, 0x0A000001, 49664, 49670);
        Dialogue dialogue = Dialogue.narrated()
                .client(PDUS.bind(1, new Item(0, MAPPER, Pdus.NDR)))
                .server(PDUS.bindAck(1, ACCEPTED))
                .client(PDUS.request(2, 0, EPT_MAP), PDUS.request(3, 0, EPT_MAP))
                .server(PDUS.response(Pdu.FIRST, 2, 0, Arrays.copyOf(stub, 50)))
                .server(PDUS.response(3, 0, new byte[40]))
                .server(PDUS.response(0, 2, 0, Arrays.copyOfRange(stub, 50, 90)))
                .server(PDUS.response(Pdu.LAST, 2, 0, Arrays.copyOfRange(stub, 90, stub.length)));
        assertEquals(
                List.of(announced(49664), announced(49670)), dialogue.result().announcements());
        assertEquals(
                "10.0.0.1 port 49664; 10.0.0.1 port 49670",
                dialogue.steps.getLast().detail());
    }

    private static Announcement announced(int port) {
        return new Announcement(Announcement.Kind.ENDPOINT_MAPPER, SVCCTL, IpAddress.parse("10.0.0.1"), null, port);
    }

    private static Authentication alice(String level, Outcome outcome) {
        return new Authentication("ntlm", level, "CORP", "alice", "DESK", "CORP", outcome);
    }

    private static Dialogue authenticated(InterfaceId id, int level) {
        byte[] negotiate = PDUS.trailer(Payloads.NTLM, level, Payloads.negotiate());
        byte[] challenge = PDUS.trailer(Payloads.NTLM, level, Payloads.challenge("CORP"));
        byte[] authenticate = PDUS.trailer(Payloads.NTLM, level, Payloads.authenticate("CORP", "alice", "DESK"));
        return Dialogue.silent()
                .client(PDUS.contexts(PduType.BIND, 1, negotiate, new Item(0, id, Pdus.NDR)))
                .server(PDUS.results(PduType.BIND_ACK, 1, "135\0", challenge, ACCEPTED))
                .client(PDUS.auth3(1, authenticate));
    }
}
