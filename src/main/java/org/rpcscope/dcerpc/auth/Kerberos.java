package org.rpcscope.dcerpc.auth;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages of Kerberos that travel between a client and a service (RFC 4120, 5.5 and 5.9). */
final class Kerberos {

    /** The messages by their tags. */
    static final int REQUEST = Der.application(14);

    static final int REPLY = Der.application(15);
    static final int ERROR = Der.application(30);

    private static final int TICKET = Der.application(1);

    private Kerberos() {}

    /** A message bare, or after the two octets that GSS-API puts before it (RFC 4121, 4.1). */
    static Token read(Octets in) {
        return switch (in.u8(0)) {
            case 0x6E -> request(message(in, REQUEST));
            case 0x6F -> new Token.KerberosReply();
            case 0x7E -> error(message(in, ERROR));
            case 1, 2, 3 -> in.u8(1) == 0 && in.length() > 2 ? read(in.from(2)) : other();
            default -> other();
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

    private static Token other() {
        return new Token.Other(Mechanism.KERBEROS);
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
