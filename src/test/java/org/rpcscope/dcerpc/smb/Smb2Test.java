package org.rpcscope.dcerpc.smb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rpcscope.dcerpc.smb.Smb2Bytes.DISK;
import static org.rpcscope.dcerpc.smb.Smb2Bytes.FID;
import static org.rpcscope.dcerpc.smb.Smb2Bytes.IPC;
import static org.rpcscope.dcerpc.smb.Smb2Bytes.framed;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.Pdus;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;

class Smb2Test {

    private static final int PIPES = 2;
    private static final int FILES = 1;
    private static final int ACCESS_DENIED = 0xC0000022;

    private static final Conversation ONE_CALL_OF_SAMR = conversation(Set.of(), "samr");

    private final Listening listening = new Listening();

    private static Conversation conversation(Set<Omission> omissions, String... pipes) {
        return new Conversation(
                List.of(new Binding(new InterfaceId(Pdus.SAMR, 1, 0), Binding.Result.ACCEPTED)),
                List.of(Calls.captured(Pdus.SAMR, 6, 1, 0)),
                List.of(),
                List.of(),
                List.of(pipes),
                omissions);
    }

    /** A connection to the share of pipes, with a pipe open. */
    private Listening opened() {
        return listening
                .client(framed(Smb2Bytes.negotiate(0)))
                .client(framed(Smb2Bytes.treeConnect(1, "\\\\server\\IPC$")))
                .server(framed(Smb2Bytes.treeConnected(1, IPC, PIPES)))
                .client(framed(Smb2Bytes.create(2, IPC, "samr")))
                .server(framed(Smb2Bytes.created(2, IPC, FID)));
    }

    @Test
    void readsCallsOutOfWritesAndReads() {
        opened().client(framed(Smb2Bytes.write(3, IPC, FID, Pdus.bind(1, Pdus.SAMR, 1))))
                .client(framed(Smb2Bytes.read(4, IPC, FID)))
                .server(framed(Smb2Bytes.readData(4, IPC, 0, Pdus.bindAck(1))))
                .client(framed(Smb2Bytes.write(5, IPC, FID, Pdus.request(2, 6, 40))))
                .client(framed(Smb2Bytes.read(6, IPC, FID)))
                .server(framed(Smb2Bytes.readData(6, IPC, 0, Pdus.response(2, 20))));

        assertEquals(ONE_CALL_OF_SAMR, listening.heard());
        assertTrue(listening.inspector.recognised());
        assertEquals(0, listening.inspector.pending());
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
    void readsCallsOutOfTransactionsOnAPipe() {
        opened().client(framed(Smb2Bytes.transceive(3, IPC, FID, Pdus.bind(1, Pdus.SAMR, 1))))
                .server(framed(Smb2Bytes.transceived(3, IPC, 0, Pdus.bindAck(1))))
                .client(framed(Smb2Bytes.transceive(4, IPC, FID, Pdus.request(2, 6, 40))))
                .server(framed(Smb2Bytes.transceived(4, IPC, 0, Pdus.response(2, 20))));

        assertEquals(ONE_CALL_OF_SAMR, listening.heard());
    }

    @Test
    void joinsAnAnswerThatComesInSeveralReads() {
        byte[] response = Pdus.response(2, 100);
        opened().client(framed(Smb2Bytes.transceive(3, IPC, FID, Pdus.bind(1, Pdus.SAMR, 1))))
                .server(framed(Smb2Bytes.transceived(3, IPC, 0, Pdus.bindAck(1))))
                .client(framed(Smb2Bytes.transceive(4, IPC, FID, Pdus.request(2, 6, 40))))
                .server(framed(Smb2Bytes.transceived(4, IPC, Smb2Bytes.BUFFER_OVERFLOW, Arrays.copyOf(response, 50))))
                .client(framed(Smb2Bytes.read(5, IPC, FID)))
                .server(framed(Smb2Bytes.readData(5, IPC, 0, Arrays.copyOfRange(response, 50, response.length))));

        assertEquals(ONE_CALL_OF_SAMR, listening.heard());
        assertEquals("response", listening.kinds().getLast());
    }

    @Test
    void waitsForTheAnswerBehindAnInterimOne() {
        opened().client(framed(Smb2Bytes.transceive(3, IPC, FID, Pdus.bind(1, Pdus.SAMR, 1))))
                .server(framed(Smb2Bytes.pending(11, 3)))
                .server(framed(Smb2Bytes.transceived(3, IPC, 0, Pdus.bindAck(1))))
                .client(framed(Smb2Bytes.transceive(4, IPC, FID, Pdus.request(2, 6, 40))));

        assertEquals(ONE_CALL_OF_SAMR, listening.heard());
    }

    @Test
    void followsRelatedRequestsOfACompound() {
        listening
                .client(framed(Smb2Bytes.negotiate(0)))
                .client(framed(Smb2Bytes.treeConnect(1, "\\\\server\\IPC$")))
                .server(framed(Smb2Bytes.treeConnected(1, IPC, PIPES)))
                .client(framed(Smb2Bytes.create(2, IPC, "samr"), Smb2Bytes.relatedWrite(3, Pdus.bind(1, Pdus.SAMR, 1))))
                .server(framed(Smb2Bytes.created(2, IPC, FID)))
                .client(framed(Smb2Bytes.read(4, IPC, FID)))
                .server(framed(Smb2Bytes.readData(4, IPC, 0, Pdus.bindAck(1))))
                .client(framed(Smb2Bytes.transceive(5, IPC, FID, Pdus.request(2, 6, 40))));

        assertEquals(ONE_CALL_OF_SAMR, listening.heard());
    }

    @Test
    void keepsPipesApart() {
        opened().client(framed(Smb2Bytes.create(3, IPC, "\\PIPE\\svcctl")))
                .server(framed(Smb2Bytes.created(3, IPC, FID + 1)))
                .client(framed(Smb2Bytes.transceive(4, IPC, FID, Pdus.bind(1, Pdus.SAMR, 1))))
                .client(framed(Smb2Bytes.transceive(5, IPC, FID + 1, Pdus.bind(1, Pdus.SVCCTL, 2))))
                .server(framed(Smb2Bytes.transceived(5, IPC, 0, Pdus.bindAck(1))))
                .server(framed(Smb2Bytes.transceived(4, IPC, 0, Pdus.bindAck(1))))
                .client(framed(Smb2Bytes.transceive(6, IPC, FID, Pdus.request(2, 6, 40))))
                .client(framed(Smb2Bytes.transceive(7, IPC, FID + 1, Pdus.request(2, 15, 40))));

        assertEquals(
                new Conversation(
                        List.of(
                                new Binding(new InterfaceId(Pdus.SAMR, 1, 0), Binding.Result.ACCEPTED),
                                new Binding(new InterfaceId(Pdus.SVCCTL, 2, 0), Binding.Result.ACCEPTED)),
                        List.of(Calls.captured(Pdus.SAMR, 6, 1, 0), Calls.captured(Pdus.SVCCTL, 15, 1, 0)),
                        List.of(),
                        List.of(),
                        List.of("samr", "svcctl"),
                        Set.of()),
                listening.heard());
    }

    @Test
    void aClosedPipeIsForgottenAndItsHandleMayMeanAnother() {
        opened().client(framed(Smb2Bytes.transceive(3, IPC, FID, Pdus.bind(1, Pdus.SVCCTL, 2))))
                .client(framed(Smb2Bytes.close(4, IPC, FID)))
                .client(framed(Smb2Bytes.create(5, IPC, "samr")))
                .server(framed(Smb2Bytes.created(5, IPC, FID)))
                .client(framed(Smb2Bytes.transceive(6, IPC, FID, Pdus.request(2, 6, 40))));

        Conversation heard = listening.heard();
        assertNotNull(heard);
        assertEquals(List.of(Calls.captured(null, 6, 1, 0)), heard.calls());
    }

    @Test
    void plainFilesAreNoRpcWhateverTheyHold() {
        listening
                .client(framed(Smb2Bytes.negotiate(0)))
                .client(framed(Smb2Bytes.treeConnect(1, "\\\\server\\files")))
                .server(framed(Smb2Bytes.treeConnected(1, DISK, FILES)))
                .client(framed(Smb2Bytes.create(2, DISK, "recorded.bin")))
                .server(framed(Smb2Bytes.created(2, DISK, FID)))
                .client(framed(Smb2Bytes.write(3, DISK, FID, Pdus.bind(1, Pdus.SAMR, 1))))
                .client(framed(Smb2Bytes.read(4, DISK, FID)))
                .server(framed(Smb2Bytes.readData(4, DISK, 0, Pdus.bindAck(1))));

        assertNull(listening.heard());
        assertFalse(listening.inspector.recognised());
    }

    @Test
    void otherPipesAreNoRpc() {
        opened().client(framed(Smb2Bytes.write(3, IPC, FID, new byte[100])))
                .client(framed(Smb2Bytes.read(4, IPC, FID)))
                .server(framed(Smb2Bytes.readData(4, IPC, 0, new byte[100])));

        assertNull(listening.heard());
    }

    @Test
    void whereTheOpeningIsMissingThePdusTell() {
        listening
                .client(framed(Smb2Bytes.write(3, IPC, FID, Pdus.bind(1, Pdus.SAMR, 1))))
                .client(framed(Smb2Bytes.read(4, IPC, FID)))
                .server(framed(Smb2Bytes.readData(4, IPC, 0, Pdus.bindAck(1))))
                .client(framed(Smb2Bytes.transceive(5, IPC, FID, Pdus.request(2, 6, 40))));

        assertEquals(conversation(Set.of(Omission.MID_STREAM)), listening.heard());
    }

    @Test
    void theClientMayBeTheOtherSideThanTheHandshakeSays() {
        listening
                .server(framed(Smb2Bytes.transceive(3, IPC, FID, Pdus.bind(1, Pdus.SAMR, 1))))
                .client(framed(Smb2Bytes.transceived(3, IPC, 0, Pdus.bindAck(1))))
                .server(framed(Smb2Bytes.transceive(4, IPC, FID, Pdus.request(2, 6, 40))));

        assertEquals(conversation(Set.of(Omission.MID_STREAM)), listening.heard());
    }

    @Test
    void tellsWhatIsRefused() {
        listening
                .client(framed(Smb2Bytes.treeConnect(1, "\\\\server\\IPC$")))
                .server(framed(Smb2Bytes.refused(3, 1, ACCESS_DENIED)));

        assertEquals(List.of("tree connect", "tree connect answer"), listening.kinds());
        assertEquals(
                "\\\\server\\IPC$, status 0xc0000022", listening.steps.getLast().detail());
        assertTrue(listening.steps.getLast().failed());
    }

    @Test
    void keepsNothingOfAFile() {
        listening
                .client(framed(Smb2Bytes.negotiate(0)))
                .client(framed(Smb2Bytes.treeConnect(1, "\\\\server\\files")))
                .server(framed(Smb2Bytes.treeConnected(1, DISK, FILES)));
        byte[] message = framed(Smb2Bytes.write(3, DISK, FID, new byte[1 << 20]));

        listening.client(Arrays.copyOf(message, 1460));
        assertEquals(0, listening.inspector.pending());

        listening
                .client(Arrays.copyOfRange(message, 1460, message.length))
                .client(framed(Smb2Bytes.create(4, IPC, "samr")));
        assertEquals("create pipe", listening.kinds().getLast());
    }

    @Test
    void encryptedMessagesAreTold() {
        byte[] transform = new byte[100];
        transform[0] = (byte) 0xFD;
        System.arraycopy(new byte[] {'S', 'M', 'B'}, 0, transform, 1, 3);
        opened().client(framed(transform))
                .client(framed(Smb2Bytes.transceive(3, IPC, FID, Pdus.bind(1, Pdus.SAMR, 1))));

        Conversation heard = listening.heard();
        assertNotNull(heard);
        assertEquals(Set.of(Omission.ENCRYPTED), heard.omissions());
    }

    @Test
    void ofTooManyPipesTheOneLeastRecentlyUsedIsForgotten() {
        opened();
        for (int i = 0; i < 300; i++) {
            listening
                    .client(framed(Smb2Bytes.create(10 + i, IPC, "samr")))
                    .server(framed(Smb2Bytes.created(10 + i, IPC, 1000 + i)))
                    .client(framed(Smb2Bytes.write(1000 + i, IPC, 1000 + i, Pdus.bind(1, Pdus.SAMR, 1))));
        }

        Conversation heard = listening.heard();
        assertNotNull(heard);
        assertEquals(Set.of(Omission.DROPPED), heard.omissions());
    }
}
