package org.rpcscope.dcerpc.auth;

import org.jspecify.annotations.Nullable;

/** Tells tokens apart by what they hold: the type that a trailer names is often only the negotiation around them. */
final class TokenReader {

    /** The head of a first token of GSS-API (RFC 2743, 3.1). */
    private static final int GSS = Der.application(0);

    /** What GSS-API puts before a message of Kerberos: which one it is (RFC 4121, 4.1). */
    private static final int KERBEROS_TOKEN = 2;

    private TokenReader() {}

    /** A token as it travels, alone or in a negotiation. */
    static Token read(Octets in) {
        return switch (in.u8(0)) {
            case 0xA0, 0xA1 -> Spnego.read(in);
            case 0x60 -> identifier(in) == Mechanism.SPNEGO ? Spnego.read(content(in)) : mechanism(in);
            default -> mechanism(in);
        };
    }

    /** A token of a mechanism alone. */
    static Token mechanism(Octets in) {
        if (in.startsWith(Ntlm.SIGNATURE)) {
            return Ntlm.read(in);
        }
        return switch (in.u8(0)) {
            case 0x6E, 0x6F, 0x7E -> Kerberos.read(in);
            case 0x60 -> framed(in);
            case 0x16 -> Tls.read(in);
            default -> new Token.Unknown();
        };
    }

    private static Token framed(Octets in) {
        Mechanism mechanism = identifier(in);
        if (mechanism == null) {
            return new Token.Unknown();
        }
        Octets content = content(in);
        return switch (mechanism) {
            case KERBEROS -> Kerberos.read(content.from(KERBEROS_TOKEN));
            case NTLM -> content.startsWith(Ntlm.SIGNATURE) ? Ntlm.read(content) : new Token.Other(mechanism);
            case SPNEGO, SCHANNEL, NETLOGON -> new Token.Other(mechanism);
        };
    }

    private static @Nullable Mechanism identifier(Octets in) {
        Der identifier = new Der(in).in(GSS).in(Der.OBJECT_IDENTIFIER);
        return Mechanism.ofIdentifier(Der.identifier(identifier.content()));
    }

    private static Octets content(Octets in) {
        return new Der(in).in(GSS).afterFirst();
    }
}
