package org.rpcscope.dcerpc.auth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a security token says in clear, and nothing that is secret. */
sealed interface Token {

    /** NTLMSSP's first message (MS-NLMP 2.2.1.1): the client's own names, which few send. */
    record NtlmNegotiate(@Nullable String domain, @Nullable String workstation) implements Token {}

    /** NTLMSSP's second message (MS-NLMP 2.2.1.2). @param server the best name that it has for itself */
    record NtlmChallenge(@Nullable String server) implements Token {}

    /**
     * NTLMSSP's third message (MS-NLMP 2.2.1.3).
     *
     * @param user null when the client stays anonymous
     * @param target the service that the client means to talk to
     */
    record NtlmAuthenticate(
            @Nullable String domain,
            @Nullable String user,
            @Nullable String workstation,
            @Nullable String target) implements Token {}

    /** AP-REQ (RFC 4120, 5.5.1): realm and name of the service that the ticket is for. */
    record KerberosRequest(@Nullable String realm, @Nullable String service) implements Token {}

    /** AP-REP (RFC 4120, 5.5.2): the other side could read the ticket. */
    record KerberosReply() implements Token {}

    /** KRB-ERROR (RFC 4120, 5.9.1). @param realm of the client where it is named, else of the service */
    record KerberosError(
            @Nullable String realm,
            @Nullable String client,
            @Nullable String service) implements Token {}

    /** NegTokenInit (RFC 4178, 4.2.1). @param mechanisms those known of the offered, the preferred first */
    record SpnegoInit(List<Mechanism> mechanisms, Token inner) implements Token {}

    /** NegTokenResp (RFC 4178, 4.2.2). @param mechanism the one that the server chose, if it says so */
    record SpnegoResponse(State state, @Nullable Mechanism mechanism, Token inner) implements Token {

        /** How far the negotiation has come. */
        enum State {
            UNKNOWN,
            COMPLETED,
            INCOMPLETE,
            REJECTED
        }
    }

    /** ClientHello of TLS (RFC 8446, 4.1.2). @param server the name that the client asks for (RFC 6066, 3) */
    record ClientHello(@Nullable String server) implements Token {}

    /** The first message of a Netlogon secure channel (MS-NRPC 2.2.1.3.1). */
    record NetlogonRequest(
            @Nullable String domain, @Nullable String computer) implements Token {}

    /** A token of a known mechanism, of which nothing else is of interest. */
    record Other(Mechanism mechanism) implements Token {}

    /** Nothing that is known: a signature, or bytes without meaning. */
    record Unknown() implements Token {}

    /** Whether a client that sends this begins anew. */
    default boolean begins() {
        return switch (this) {
            case NtlmNegotiate _, KerberosRequest _, SpnegoInit _, ClientHello _, NetlogonRequest _ -> true;
            case NtlmChallenge _, NtlmAuthenticate _, KerberosReply _, KerberosError _ -> false;
            case SpnegoResponse _, Other _, Unknown _ -> false;
        };
    }
}
