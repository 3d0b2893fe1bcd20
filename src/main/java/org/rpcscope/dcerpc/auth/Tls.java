package org.rpcscope.dcerpc.auth;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The first record of TLS, as Schannel sends it (RFC 8446, 4.1.2 and 5.1). */
final class Tls {

    private static final int CLIENT_HELLO = 1;

    /** Where the session of a ClientHello stands: after record, handshake, version and random. */
    private static final int SESSION = 5 + 4 + 2 + 32;

    private static final int SERVER_NAME = 0;

    private Tls() {}

    static Token read(Octets in) {
        if (in.u8(1) != 3) {
            return new Token.Unknown();
        }
        return in.u8(5) == CLIENT_HELLO ? new Token.ClientHello(server(in)) : new Token.Other(Mechanism.SCHANNEL);
    }

    /** The server's name, from the first extension that is one (RFC 6066, 3). */
    private static @Nullable String server(Octets in) {
        int ciphers = SESSION + 1 + in.u8(SESSION);
        int compressions = ciphers + 2 + in.network16(ciphers);
        int extensions = compressions + 1 + in.u8(compressions);
        int at = extensions + 2;
        while (in.holds(at, 4)) {
            int length = in.network16(at + 2);
            if (in.network16(at) == SERVER_NAME) {
                int name = in.network16(at + 7);
                return in.holds(at + 9, name) ? in.part(at + 9, name).name(StandardCharsets.US_ASCII) : null;
            }
            at += 4 + length;
        }
        return null;
    }
}
