package org.rpcscope.dcerpc.auth;

import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;

/** One authentication in the making: the tokens of both sides, until the client begins anew. */
final class Exchange {

    /** The kind of a token that comes without a trailer. */
    static final int UNTYPED = -1;

    private final int kind;

    private @Nullable Mechanism mechanism;
    private @Nullable String domain;
    private @Nullable String user;
    private @Nullable String workstation;

    /** Whom the client says it means. */
    private @Nullable String service;

    /** What the server calls itself. */
    private @Nullable String server;

    private Outcome outcome = Outcome.UNKNOWN;

    /** @param kind of its tokens */
    Exchange(int kind) {
        this.kind = kind;
        this.mechanism = kind == UNTYPED ? null : Mechanism.ofType(authType(kind));
    }

    /**
     * Type and level of an authentication trailer, in one number.
     *
     * @param authType MS-RPCE 2.2.1.1.7, one octet
     * @param authLevel MS-RPCE 2.2.1.1.8, one octet
     */
    static int kind(int authType, int authLevel) {
        return authType << 8 | authLevel;
    }

    private static int authType(int kind) {
        return kind >>> 8;
    }

    int kind() {
        return kind;
    }

    /** Whether that was news. */
    boolean learn(Outcome more) {
        boolean news = more.compareTo(outcome) > 0;
        outcome = news ? more : outcome;
        return news;
    }

    void learn(Token token, boolean fromClient) {
        switch (token) {
            case Token.NtlmNegotiate names -> {
                choose(Mechanism.NTLM);
                identify(names.domain(), null, names.workstation());
            }
            case Token.NtlmChallenge challenge -> {
                choose(Mechanism.NTLM);
                server = challenge.server();
            }
            case Token.NtlmAuthenticate names -> {
                choose(Mechanism.NTLM);
                identify(names.domain(), names.user(), names.workstation());
                service = names.target();
            }
            case Token.KerberosRequest ticket -> {
                choose(Mechanism.KERBEROS);
                identify(ticket.realm(), null, null);
                service = ticket.service();
            }
            case Token.KerberosReply _ -> {
                choose(Mechanism.KERBEROS);
                learn(fromClient ? Outcome.UNKNOWN : Outcome.ACCEPTED);
            }
            case Token.KerberosError error -> refused(error, fromClient);
            case Token.SpnegoInit init -> offered(init, fromClient);
            case Token.SpnegoResponse response -> answered(response, fromClient);
            case Token.ClientHello hello -> {
                choose(Mechanism.SCHANNEL);
                service = hello.server();
            }
            case Token.NetlogonRequest names -> {
                choose(Mechanism.NETLOGON);
                identify(names.domain(), null, names.computer());
            }
            case Token.Other other -> choose(other.mechanism());
            case Token.Unknown _ -> {}
        }
    }

    /** What is known by now; null as long as there is not even a mechanism. */
    @Nullable
    Authentication authentication() {
        if (mechanism == null && kind == UNTYPED) {
            return null;
        }
        return new Authentication(
                mechanism == null ? "type-" + authType(kind) : mechanism.label(),
                level(),
                domain,
                user,
                workstation,
                service == null ? server : service,
                outcome);
    }

    private void refused(Token.KerberosError error, boolean fromClient) {
        choose(Mechanism.KERBEROS);
        identify(error.realm() == null ? domain : error.realm(), error.client(), workstation);
        service = service == null ? error.service() : service;
        learn(fromClient ? Outcome.UNKNOWN : Outcome.DENIED);
    }

    /** A server sends its own offer before the client has said anything (MS-SPNG 3.2.5.2): nobody is identified by that. */
    private void offered(Token.SpnegoInit init, boolean fromClient) {
        if (fromClient) {
            choose(Mechanism.SPNEGO);
            learn(init.inner(), true);
        }
    }

    private void answered(Token.SpnegoResponse response, boolean fromClient) {
        choose(response.mechanism() == null ? Mechanism.SPNEGO : response.mechanism());
        learn(response.inner(), fromClient);
        if (!fromClient) {
            learn(
                    switch (response.state()) {
                        case COMPLETED -> Outcome.ACCEPTED;
                        case REJECTED -> Outcome.DENIED;
                        case INCOMPLETE, UNKNOWN -> Outcome.UNKNOWN;
                    });
        }
    }

    /** The negotiation is around the mechanism; another mechanism than the one tried first knows nothing of its names. */
    private void choose(Mechanism other) {
        if (other == mechanism || (other == Mechanism.SPNEGO && mechanism != null)) {
            return;
        }
        mechanism = other;
        identify(null, null, null);
        service = null;
        server = null;
    }

    private void identify(@Nullable String realm, @Nullable String name, @Nullable String machine) {
        domain = realm;
        user = name;
        workstation = machine;
    }

    private @Nullable String level() {
        return switch (kind == UNTYPED ? 0 : kind & 0xFF) {
            case 1 -> "none";
            case 2 -> "connect";
            case 3 -> "call";
            case 4 -> "packet";
            case 5 -> "integrity";
            case 6 -> "privacy";
            default -> null;
        };
    }
}
