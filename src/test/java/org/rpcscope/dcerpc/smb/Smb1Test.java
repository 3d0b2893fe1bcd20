package org.rpcscope.dcerpc.smb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.rpcscope.dcerpc.smb.Smb1Bytes.DISK;
import static org.rpcscope.dcerpc.smb.Smb1Bytes.FID;
import static org.rpcscope.dcerpc.smb.Smb1Bytes.IPC;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.Pdus;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;

class Smb1Test {

    private static final byte[] BIND = Pdus.bind(1, Pdus.SAMR, 1);
    private static final byte[] REQUEST = Pdus.request(2, 6, 40);

    private final Listening listening = new Listening();

    private static Conversation oneCallOfSamr(String... pipes) {
        return oneCallOfSamr(List.of(), Set.of(), pipes);
    }

    private static Conversation oneCallOfSamr(
            List<Authentication> authentications, Set<Omission> omissions, String... pipes) {
        return new Conversation(
                List.of(new Binding(new InterfaceId(Pdus.SAMR, 1, 0), Binding.Result.ACCEPTED)),
                List.of(Calls.captured(Pdus.SAMR, 6, 1, 0)),
                authentications,
                List.of(),
                List.of(pipes),
                omissions);
    }

    private Listening connected() {
        return listening
                .client(Smb1Bytes.negotiate(0))
                .client(Smb1Bytes.treeConnect(1, "\\\\SERVER\\IPC$"))
                .server(Smb1Bytes.treeConnected(1, IPC, "IPC"));
    }

    private Listening opened() {
        return connected().client(Smb1Bytes.ntCreate(2, IPC, "\\samr")).server(Smb1Bytes.ntCreated(2, IPC, FID));
    }

    @Test
    void readsCallsOutOfTransactions() {
        opened().client(Smb1Bytes.transact(3, IPC, FID, BIND, BIND.length))
                .server(Smb1Bytes.transacted(3, IPC, Pdus.bindAck(1)))
                .client(Smb1Bytes.transact(4, IPC, FID, REQUEST, REQUEST.length))
                .server(Smb1Bytes.transacted(4, IPC, Pdus.response(2, 20)));

        assertEquals(oneCallOfSamr("samr"), listening.heard());
        assertEquals(
                List.of(
                        "tree connect",
                        "tree connect answer",
                        "create pipe",
                        "create pipe answer",
                        "bind",
                        "bind_ack",
                        "request",
                        "response"),
                listening.kinds());
    }

    @Test
    void joinsATransactionInSeveralMessages() {
        byte[] first = Arrays.copyOf(REQUEST, 30);
        byte[] second = Arrays.copyOfRange(REQUEST, 30, REQUEST.length);
        byte[] response = Pdus.response(2, 60);
        opened().client(Smb1Bytes.transact(3, IPC, FID, BIND, BIND.length))
                .server(Smb1Bytes.transacted(3, IPC, Pdus.bindAck(1)))
                .client(Smb1Bytes.transact(4, IPC, FID, first, REQUEST.length))
                .server(Smb1Bytes.goOn(4, IPC))
                .client(Smb1Bytes.transactFurther(4, IPC, second, 30, REQUEST.length))
                .server(Smb1Bytes.transacted(4, IPC, Arrays.copyOf(response, 40)))
                .server(Smb1Bytes.transacted(4, IPC, Arrays.copyOfRange(response, 40, response.length)));

        assertEquals(oneCallOfSamr("samr"), listening.heard());
        assertEquals("response", listening.kinds().getLast());
    }

    @Test
    void readsCallsOutOfWritesAndReads() {
        opened().client(Smb1Bytes.writeAndX(3, IPC, FID, BIND))
                .client(Smb1Bytes.readAndX(4, IPC, FID))
                .server(Smb1Bytes.readAndXData(4, IPC, Pdus.bindAck(1)))
                .client(Smb1Bytes.write(5, IPC, FID, REQUEST))
                .client(Smb1Bytes.read(6, IPC, FID))
                .server(Smb1Bytes.readData(6, IPC, Pdus.response(2, 20)));

        assertEquals(oneCallOfSamr("samr"), listening.heard());
        assertEquals("response", listening.kinds().getLast());
    }

    @Test
    void followsTheOlderWayToOpen() {
        connected()
                .client(Smb1Bytes.open(2, IPC, "\\PIPE\\samr"))
                .server(Smb1Bytes.opened(2, IPC, FID))
                .client(Smb1Bytes.transact(3, IPC, FID, BIND, BIND.length))
                .server(Smb1Bytes.transacted(3, IPC, Pdus.bindAck(1)))
                .client(Smb1Bytes.transact(4, IPC, FID, REQUEST, REQUEST.length));

        assertEquals(oneCallOfSamr("samr"), listening.heard());
    }

    @Test
    void followsACommandBehindAnother() {
        connected()
                .client(Smb1Bytes.ntCreateAndWrite(2, IPC, "\\samr", BIND))
                .server(Smb1Bytes.ntCreated(2, IPC, FID))
                .client(Smb1Bytes.readAndX(3, IPC, FID))
                .server(Smb1Bytes.readAndXData(3, IPC, Pdus.bindAck(1)))
                .client(Smb1Bytes.transact(4, IPC, FID, REQUEST, REQUEST.length));

        assertEquals(oneCallOfSamr("samr"), listening.heard());
    }

    @Test
    void aHandleThatIsUsedAgainMeansTheNewPipe() {
        opened().client(Smb1Bytes.transact(3, IPC, FID, BIND, BIND.length))
                .client(Smb1Bytes.close(4, IPC, FID))
                .client(Smb1Bytes.ntCreate(5, IPC, "\\svcctl"))
                .server(Smb1Bytes.ntCreated(5, IPC, FID))
                .client(Smb1Bytes.transact(6, IPC, FID, REQUEST, REQUEST.length));

        Conversation heard = listening.heard();
        assertNotNull(heard);
        assertEquals(List.of(Calls.captured(null, 6, 1, 0)), heard.calls());
        assertEquals(List.of("samr", "svcctl"), heard.pipes());
    }

    @Test
    void filesAreNoRpc() {
        connected()
                .client(Smb1Bytes.treeConnect(2, "\\\\SERVER\\C$"))
                .server(Smb1Bytes.treeConnected(2, DISK, "A:"))
                .client(Smb1Bytes.writeAndX(3, DISK, FID, BIND));

        assertNull(listening.heard());
    }

    @Test
    void namesWithoutMessagesOfNtlmAreAnAuthentication() {
        opened().client(Smb1Bytes.setupWithNames(9, "alice", "CORP"))
                .server(Smb1Bytes.setUp(9, 0))
                .client(Smb1Bytes.transact(3, IPC, FID, BIND, BIND.length))
                .server(Smb1Bytes.transacted(3, IPC, Pdus.bindAck(1)))
                .client(Smb1Bytes.transact(4, IPC, FID, REQUEST, REQUEST.length));

        assertEquals(
                oneCallOfSamr(List.of(ntlm("CORP", "alice", Outcome.ACCEPTED)), Set.of(), "samr"), listening.heard());
        assertEquals(
                "CORP\\alice",
                listening.steps.stream()
                        .filter(step -> step.kind().equals("session setup"))
                        .findFirst()
                        .orElseThrow()
                        .detail());
    }

    @Test
    void aRefusedLogonIsTold() {
        listening
                .client(Smb1Bytes.setupWithNames(9, "alice", "CORP"))
                .server(Smb1Bytes.setUp(9, Smb1Bytes.LOGON_FAILURE))
                .client(Smb1Bytes.transact(3, IPC, FID, BIND, BIND.length))
                .server(Smb1Bytes.transacted(3, IPC, Pdus.bindAck(1)))
                .client(Smb1Bytes.transact(4, IPC, FID, REQUEST, REQUEST.length));

        assertEquals(
                oneCallOfSamr(List.of(ntlm("CORP", "alice", Outcome.DENIED)), Set.of(Omission.MID_STREAM)),
                listening.heard());
    }

    private static Authentication ntlm(String domain, String user, Outcome outcome) {
        return new Authentication("ntlm", null, domain, user, null, null, outcome);
    }
}
