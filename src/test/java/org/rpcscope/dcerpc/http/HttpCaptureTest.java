package org.rpcscope.dcerpc.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.Pdus;
import org.rpcscope.dcerpc.Recordings;
import org.rpcscope.dcerpc.Recordings.Heard;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;

/** A recorded session of SAMR with HTTP before it; {@code sample-data/record/http.py} makes it. */
class HttpCaptureTest {

    private static final InterfaceId SAMR = new InterfaceId(Pdus.SAMR, 1, 0);

    /** Connect5, EnumDomains, LookupDomain, OpenDomain, QueryDomainInfo, and Close twice. */
    private static final List<Calls> CALLS =
            List.of(call(64, 1), call(6, 1), call(5, 1), call(7, 1), call(8, 1), call(1, 2));

    private static Calls call(int opnum, int count) {
        return Calls.captured(Pdus.SAMR, opnum, count, 0);
    }

    private static List<Authentication> administrator(Outcome outcome) {
        return List.of(
                new Authentication("ntlm", "integrity", "LAB", "administrator", "WS31", "host/45.148.10.77", outcome));
    }

    /** At the proxy, which protects nothing. */
    private static Authentication signedIn(
            String type, String user, @Nullable String workstation, @Nullable String service, Outcome outcome) {
        return new Authentication(type, null, "LAB", user, workstation, service, outcome);
    }

    private static Heard heard(int port) throws IOException, URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(HttpCaptureTest.class.getResource("rpc-over-http.pcap"))
                .toURI());
        return Recordings.of(file).stream()
                .filter(each -> each.sourcePort() == port)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theServersOwnPortIsHeardBothWays() throws IOException, URISyntaxException {
        assertEquals(
                new Heard(
                        51001,
                        593,
                        true,
                        new Conversation(
                                List.of(new Binding(SAMR, Binding.Result.ACCEPTED)),
                                CALLS,
                                administrator(Outcome.ACCEPTED),
                                List.of(),
                                List.of(),
                                Set.of())),
                heard(51001));
    }

    @Test
    void theConnectionInHasWhatIsAskedAndTheRoundsOfTheSignInBeforeIt() throws IOException, URISyntaxException {
        assertEquals(
                new Heard(
                        51003,
                        80,
                        true,
                        new Conversation(
                                List.of(new Binding(SAMR, Binding.Result.UNANSWERED)),
                                CALLS,
                                List.of(
                                        signedIn("ntlm", "administrator", "WS31", "host/45.148.10.77", Outcome.UNKNOWN),
                                        administrator(Outcome.UNKNOWN).getFirst()),
                                List.of(),
                                List.of(),
                                Set.of())),
                heard(51003));
    }

    @Test
    void theConnectionOutIsKnownForRpcByItsAnswers() throws IOException, URISyntaxException {
        Heard out = heard(51002);

        assertEquals(new Heard(51002, 80, true, out.conversation()), out);
        assertEquals(List.of(), out.conversation().bindings());
        assertEquals(List.of(), out.conversation().calls());
        assertEquals(
                signedIn("basic", "clerk", null, null, Outcome.ACCEPTED),
                out.conversation().authentications().getFirst());
    }
}
