package org.rpcscope.dcerpc.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.rpcscope.dcerpc.auth.Tokens.KERBEROS;
import static org.rpcscope.dcerpc.auth.Tokens.KERBEROS_OF_WINDOWS;
import static org.rpcscope.dcerpc.auth.Tokens.NEGOEX;
import static org.rpcscope.dcerpc.auth.Tokens.NTLM;
import static org.rpcscope.dcerpc.auth.Tokens.UNICODE;
import static org.rpcscope.rpc.Authentication.Outcome.ACCEPTED;
import static org.rpcscope.rpc.Authentication.Outcome.DENIED;
import static org.rpcscope.rpc.Authentication.Outcome.UNKNOWN;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.auth.Tokens.Attribute;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;

class AuthTokensTest {

    private static final byte[] NOTHING = {};
    private static final byte[] SIGNATURE = new byte[16];
    private static final byte[] CHALLENGE = Tokens.challenge(
            UNICODE, "CORP", Tokens.attributes(true, new Attribute(1, "DC1"), new Attribute(3, "dc1.corp.example")));
    private static final byte[] SIGN_IN = signIn("alice");

    @Test
    void theThreeMessagesOfNtlmAreOneAuthentication() {
        Talk talk = new Talk()
                .client(10, 6, Tokens.negotiate("", "WS1"))
                .server(10, 6, CHALLENGE)
                .client(10, 6, SIGN_IN);
        assertEquals(List.of(alice("ntlm", "privacy", UNKNOWN)), talk.seen());
    }

    @Test
    void whatNtlmSaysBeforeItSignsInIsKeptUntilThen() {
        Talk talk = new Talk().client(10, 2, Tokens.negotiate("CORP", "WS1")).server(10, 2, CHALLENGE);
        assertEquals(
                List.of(new Authentication("ntlm", "connect", "CORP", null, "WS1", "dc1.corp.example", UNKNOWN)),
                talk.seen());
    }

    @Test
    void anonymousNtlmHasNoUser() {
        Talk talk = new Talk().client(10, 2, Tokens.authenticate(UNICODE, "", "", "WS1", NOTHING));
        assertEquals(List.of(new Authentication("ntlm", "connect", null, null, "WS1", null, UNKNOWN)), talk.seen());
    }

    @Test
    void theServiceThatAClientOfNtlmMeansGoesBeforeWhatTheServerCallsItself() {
        byte[] response = Tokens.response(Tokens.attributes(true, new Attribute(9, "HOST/dc1")));
        Talk talk = new Talk()
                .server(10, 5, CHALLENGE)
                .client(10, 5, Tokens.authenticate(UNICODE, "CORP", "alice", "WS1", response));
        assertEquals(
                List.of(new Authentication("ntlm", "integrity", "CORP", "alice", "WS1", "HOST/dc1", UNKNOWN)),
                talk.seen());
    }

    @Test
    void ntlmInsideOfTheNegotiationIsNtlm() {
        Talk talk = new Talk()
                .setup(true, Tokens.init(List.of(NTLM), Tokens.negotiate("", "")))
                .setup(false, Tokens.response(1, NTLM, CHALLENGE))
                .setup(true, Tokens.response(-1, "", SIGN_IN))
                .setup(false, Tokens.response(0, "", NOTHING));
        assertEquals(List.of(alice("ntlm", null, ACCEPTED)), talk.seen());
    }

    @Test
    void aSessionSetupMayCarryNtlmBare() {
        Talk talk = new Talk()
                .setup(true, Tokens.negotiate("", ""))
                .setup(false, CHALLENGE)
                .setup(true, SIGN_IN)
                .outcome(DENIED);
        assertEquals(List.of(alice("ntlm", null, DENIED)), talk.seen());
    }

    @Test
    void kerberosInsideOfTheNegotiationIsKerberosAndItsReplyAccepts() {
        byte[] request = Tokens.kerberos(1, Tokens.apRequest("CORP.EXAMPLE", "cifs", "dc1"));
        Talk talk = new Talk()
                .client(9, 6, Tokens.init(List.of(KERBEROS_OF_WINDOWS, KERBEROS, NTLM), request))
                .server(9, 6, Tokens.response(1, KERBEROS_OF_WINDOWS, Tokens.apReply()))
                .client(9, 6, Tokens.response(1, "", Tokens.apReply()));
        assertEquals(List.of(kerberos("privacy", "cifs/dc1", ACCEPTED)), talk.seen());
    }

    @Test
    void kerberosOfItsOwnIsReadBareAndFramed() {
        byte[] request = Tokens.apRequest("CORP.EXAMPLE", "HOST", "dc1");
        for (byte[] token : List.of(request, Tokens.kerberos(1, request))) {
            Talk talk = new Talk().client(16, 5, token);
            assertEquals(List.of(kerberos("integrity", "HOST/dc1", UNKNOWN)), talk.seen());
        }
    }

    @Test
    void anErrorOfKerberosDeniesAndMayNameTheClient() {
        byte[] request = Tokens.kerberos(1, Tokens.apRequest("CORP.EXAMPLE", "cifs", "dc1"));
        byte[] error = Tokens.kerberosError("USERS.EXAMPLE", "alice", "CORP.EXAMPLE", "cifs", "dc1");
        Talk named = new Talk().client(16, 5, request).server(16, 5, Tokens.kerberos(3, error));
        assertEquals(
                List.of(new Authentication(
                        "kerberos", "integrity", "USERS.EXAMPLE", "alice", null, "cifs/dc1", DENIED)),
                named.seen());
        Talk alone = new Talk().server(16, 5, Tokens.kerberosError("", "", "CORP.EXAMPLE", "cifs", "dc1"));
        assertEquals(List.of(kerberos("integrity", "cifs/dc1", DENIED)), alone.seen());
    }

    @Test
    void theMechanismThatTheServerChoosesIsTheOneThatCounts() {
        byte[] request = Tokens.kerberos(1, Tokens.apRequest("CORP.EXAMPLE", "cifs", "dc1"));
        Talk talk = new Talk()
                .client(9, 2, Tokens.init(List.of(KERBEROS, NTLM), request))
                .server(9, 2, Tokens.response(1, NTLM, NOTHING));
        assertEquals(List.of(new Authentication("ntlm", "connect", null, null, null, null, UNKNOWN)), talk.seen());
    }

    @Test
    void aNegotiationOfUnknownMechanismsStaysANegotiation() {
        Talk talk = new Talk()
                .client(9, 2, Tokens.init(List.of(NEGOEX, NTLM), new byte[] {1, 2, 3}))
                .server(9, 2, Tokens.response(2, "", NOTHING));
        assertEquals(List.of(new Authentication("spnego", "connect", null, null, null, null, DENIED)), talk.seen());
    }

    @Test
    void aNegotiationInsideOfANegotiationIsNotFollowed() {
        byte[] inner = Tokens.init(List.of(NTLM), SIGN_IN);
        Talk talk = new Talk().client(9, 2, Tokens.init(List.of(NTLM), inner));
        assertEquals(List.of(new Authentication("spnego", "connect", null, null, null, null, UNKNOWN)), talk.seen());
    }

    @Test
    void whatAServerOffersBeforeAnybodySignsInIsNoAuthentication() {
        assertEquals(
                List.of(),
                new Talk().setup(false, Tokens.init(List.of(NTLM), NOTHING)).seen());
        assertEquals(List.of(), new Talk().setup(true, SIGNATURE).seen());
    }

    @Test
    void schannelNamesTheServerAndNetlogonTheMachine() {
        Talk talk = new Talk()
                .client(14, 6, Tokens.clientHello("mail.example"))
                .client(68, 6, Tokens.netlogon("CORP", "WS1"));
        assertEquals(
                List.of(
                        new Authentication("schannel", "privacy", null, null, null, "mail.example", UNKNOWN),
                        new Authentication("netlogon", "privacy", "CORP", null, "WS1", null, UNKNOWN)),
                talk.seen());
    }

    @Test
    void aTypeThatNobodyKnowsIsCalledByItsNumberAndTypeNoneIsNoAuthentication() {
        Talk talk = new Talk().client(0, 1, SIGNATURE).client(123, 9, SIGNATURE);
        assertEquals(List.of(new Authentication("type-123", null, null, null, null, null, UNKNOWN)), talk.seen());
    }

    @Test
    void everyLevelHasItsWord() {
        Talk talk = new Talk();
        IntStream.rangeClosed(1, 6).forEach(level -> talk.client(10, level, SIGNATURE));
        assertEquals(
                List.of("none", "connect", "call", "packet", "integrity", "privacy"),
                talk.seen().stream().map(Authentication::level).toList());
    }

    @Test
    void signaturesOfAKnownTypeAndLevelTellNothingNew() {
        Talk talk = new Talk().client(10, 6, SIGN_IN).client(16, 5, Tokens.apRequest("CORP.EXAMPLE", "HOST", "dc1"));
        List<Authentication> before = talk.seen();
        int version = talk.version();
        talk.client(10, 6, SIGNATURE).server(16, 5, SIGNATURE).client(10, 6, NOTHING);
        assertEquals(before, talk.seen());
        assertEquals(version, talk.version());
    }

    @Test
    void aClientThatBeginsAnewIsAnotherAuthenticationUnlessItIsTheSame() {
        Talk talk = new Talk();
        for (String user : List.of("alice", "bob", "alice")) {
            talk.client(10, 2, Tokens.negotiate("", ""))
                    .server(10, 2, CHALLENGE)
                    .client(10, 2, signIn(user));
            talk.outcome(user.equals("bob") ? DENIED : UNKNOWN);
        }
        talk.outcome(ACCEPTED);
        assertEquals(
                List.of(
                        alice("ntlm", "connect", ACCEPTED),
                        new Authentication("ntlm", "connect", "CORP", "bob", "WS1", "dc1.corp.example", DENIED)),
                talk.seen());
    }

    @Test
    void theVersionGrowsWithWhatIsSeenAndALaterDenialChangesNothing() {
        Talk talk = new Talk().client(10, 2, SIGN_IN);
        int before = talk.version();
        talk.outcome(ACCEPTED);
        assertNotEquals(before, talk.version());
        int accepted = talk.version();
        talk.outcome(DENIED);
        assertEquals(accepted, talk.version());
        assertEquals(ACCEPTED, talk.seen().getFirst().outcome());
    }

    @Test
    void aGuesserOfNamesFillsNoMemory() {
        Talk talk = new Talk();
        for (int i = 0; i < 2 * AuthTokens.MOST; i++) {
            assertEquals(i > AuthTokens.MOST + 1, talk.limited());
            talk.client(10, 2, Tokens.negotiate("", "")).client(10, 2, signIn("guess" + i));
        }
        assertEquals(AuthTokens.MOST + 1, talk.seen().size());
        Talk kinds = new Talk();
        IntStream.range(1, 0x10000).forEach(i -> kinds.client(1 + i % 255, i >> 8, SIGNATURE));
        assertEquals(AuthTokens.MOST, kinds.seen().size());
        assertFalse(kinds.limited());
    }

    private static byte[] signIn(String user) {
        return Tokens.authenticate(UNICODE, "CORP", user, "WS1", new byte[24]);
    }

    private static Authentication alice(String type, @Nullable String level, Outcome outcome) {
        return new Authentication(type, level, "CORP", "alice", "WS1", "dc1.corp.example", outcome);
    }

    private static Authentication kerberos(String level, String service, Outcome outcome) {
        return new Authentication("kerberos", level, "CORP.EXAMPLE", null, null, service, outcome);
    }
}
