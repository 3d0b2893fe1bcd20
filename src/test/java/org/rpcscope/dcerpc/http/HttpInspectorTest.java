package org.rpcscope.dcerpc.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.Pdus;
import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;
import org.rpcscope.rpc.Step;

class HttpInspectorTest {

    private final List<Step> steps = new ArrayList<>();
    private final HttpInspector inspector = new HttpInspector(new ConversationBuilder(steps::add));
    private long now;

    private void client(byte[]... parts) {
        say(true, parts);
    }

    private void server(byte[]... parts) {
        say(false, parts);
    }

    private void say(boolean fromOriginator, byte[]... parts) {
        for (byte[] part : parts) {
            now++;
            inspector.bytes(fromOriginator, now, now, ByteBuffer.wrap(part), 0, part.length);
        }
    }

    private static Conversation conversation(Binding.Result result, List<Authentication> authentications) {
        return new Conversation(
                List.of(new Binding(new InterfaceId(Pdus.SAMR, 1, 0), result)),
                List.of(Calls.captured(Pdus.SAMR, 6, 1, 0)),
                authentications,
                List.of(),
                List.of(),
                Set.of());
    }

    @Test
    void goesOnWithPdusBehindTheServersBanner() {
        server(HttpBytes.BANNER);
        client(Pdus.bind(1, Pdus.SAMR, 1));
        server(Pdus.bindAck(1));
        client(Pdus.request(2, 6, 40));
        server(Pdus.response(2, 20));

        assertEquals(conversation(Binding.Result.ACCEPTED, List.of()), inspector.result());
        assertEquals(
                List.of("bind", "bind_ack", "request", "response"),
                steps.stream().map(Step::kind).toList());
    }

    @Test
    void readsBindsAndCallsOutOfTheConnectionIn() {
        client(
                HttpBytes.request("RPC_IN_DATA", 1 << 30),
                HttpBytes.rts(76),
                Pdus.bind(1, Pdus.SAMR, 1),
                HttpBytes.rts(24),
                Pdus.request(2, 6, 40));

        assertEquals(conversation(Binding.Result.UNANSWERED, List.of()), inspector.result());
    }

    @Test
    void readsAnswersOutOfTheConnectionOut() {
        client(HttpBytes.request("RPC_OUT_DATA", 76), HttpBytes.rts(76));
        assertFalse(inspector.recognised());
        server(HttpBytes.answer("200 Success", "Content-Length: 1073741824"), HttpBytes.rts(28), Pdus.bindAck(1));

        assertTrue(inspector.recognised());
        assertEquals(
                List.of("http request", "http response"),
                steps.stream()
                        .map(Step::kind)
                        .filter(kind -> kind.startsWith("http"))
                        .toList());
    }

    @Test
    void skipsBodiesThatAreNotPdus() {
        byte[] page = "<html>\r\n<h1>no</h1>\r\n</html>".getBytes(StandardCharsets.US_ASCII);
        client(HttpBytes.request("RPC_IN_DATA", 0));
        server(
                HttpBytes.answer("401 Unauthorized", "Content-Length: " + page.length),
                page,
                HttpBytes.answer("401 Unauthorized", "Transfer-Encoding: chunked"),
                "1c\r\n".getBytes(StandardCharsets.US_ASCII),
                page,
                "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                HttpBytes.answer("200 OK", "Content-Length: 100000"),
                Pdus.bindAck(1));

        assertTrue(inspector.recognised());
    }

    @Test
    void namesWhoLogsOnToTheProxyAndNotHisPassword() {
        String credentials = Base64.getEncoder().encodeToString("CORP\\alice:secret".getBytes(StandardCharsets.UTF_8));
        client(
                HttpBytes.request("RPC_IN_DATA", 1 << 30, "Authorization: Basic " + credentials),
                Pdus.bind(1, Pdus.SAMR, 1),
                Pdus.request(2, 6, 40));
        Authentication alice = new Authentication("basic", null, "CORP", "alice", null, null, Outcome.UNKNOWN);
        assertEquals(conversation(Binding.Result.UNANSWERED, List.of(alice)), inspector.result());

        server(HttpBytes.answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"rpc\""));

        Authentication refused = new Authentication("basic", null, "CORP", "alice", null, null, Outcome.DENIED);
        assertEquals(conversation(Binding.Result.UNANSWERED, List.of(refused)), inspector.result());
    }

    @Test
    void whoIsRefusedBeforeAnyPduIsToldAndProvesNoRpc() {
        client(HttpBytes.request("RPC_IN_DATA", 0));
        server(HttpBytes.answer("401 Unauthorized", "Content-Length: 0", "WWW-Authenticate: Basic realm=\"rpc\""));
        assertNull(inspector.result());
        String credentials = Base64.getEncoder().encodeToString("CORP\\alice:wrong".getBytes(StandardCharsets.UTF_8));
        client(HttpBytes.request("RPC_IN_DATA", 0, "Authorization: Basic " + credentials));
        server(HttpBytes.answer("401 Unauthorized", "Content-Length: 0"));

        Authentication refused = new Authentication("basic", null, "CORP", "alice", null, null, Outcome.DENIED);
        assertEquals(
                new Conversation(List.of(), List.of(), List.of(refused), List.of(), List.of(), Set.of()),
                inspector.result());
        assertFalse(inspector.recognised());
    }

    @Test
    void aLossInABodyIsToldAndTheRestGoesOn() {
        client(HttpBytes.request("RPC_IN_DATA", 1 << 30), Pdus.bind(1, Pdus.SAMR, 1));
        inspector.gap(true, now, 500);
        client(Pdus.request(2, 6, 40));

        assertEquals(
                new Conversation(
                        List.of(new Binding(new InterfaceId(Pdus.SAMR, 1, 0), Binding.Result.UNANSWERED)),
                        List.of(Calls.captured(Pdus.SAMR, 6, 1, 0)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(Omission.LOST_BYTES)),
                inspector.result());
    }

    @Test
    void givesUpWhereThereIsNeitherHttpNorRpc() {
        byte[] line = "nothing that would be known here, and so on and on\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 2000; i++) {
            client(line);
        }

        assertTrue(inspector.done());
        assertNull(inspector.result());
    }
}
