package org.rpcscope.dcerpc.auth;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages of Kerberos that travel between a client and a service (RFC 4120, 5.5 and 5.9). */
final class Kerberos {

    /** The messages by their tags. */
    private static final int REQUEST = 0x6E;

    private static final int REPLY = 0x6F;
    private static final int ERROR = 0x7E;

    private static final int TICKET = Der.application(1);

    private Kerberos() {}

    /** A message as it stands, without what GSS-API puts before it. */
    static Token read(Octets in) {
        return switch (in.u8(0)) {
            case REQUEST -> request(message(in, REQUEST));
            case REPLY -> new Token.KerberosReply();
            case ERROR -> error(message(in, ERROR));
            default -> new Token.Other(Mechanism.KERBEROS);
        };
    }

    private static Token request(Der message) {
        Der ticket = message.in(Der.context(3)).in(TICKET).in(Der.SEQUENCE);
        return new Token.KerberosRequest(text(ticket, 1), principal(ticket, 2));
    }

    private static Token error(Der message) {
        String realm = text(message, 7);
        return new Token.KerberosError(
                realm == null ? text(message, 9) : realm, principal(message, 8), principal(message, 10));
    }

    private static Der message(Octets in, int tag) {
        return new Der(in).in(tag).in(Der.SEQUENCE);
    }

    private static @Nullable String text(Der sequence, int number) {
        return sequence.in(Der.context(number)).in(Der.GENERAL_STRING).text();
    }

    /** The name of a principal, its parts with slashes between (RFC 4120, 5.2.2). */
    private static @Nullable String principal(Der sequence, int number) {
        List<Octets> parts = sequence.in(Der.context(number))
                .in(Der.SEQUENCE)
                .in(Der.context(1))
                .in(Der.SEQUENCE)
                .all(Der.GENERAL_STRING);
        String name = parts.stream()
                .map(part -> new Der(part).text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("/"));
        return name.isEmpty() ? null : name;
    }
}
