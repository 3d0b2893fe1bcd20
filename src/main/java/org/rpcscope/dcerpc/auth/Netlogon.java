package org.rpcscope.dcerpc.auth;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The token that opens a Netlogon secure channel (MS-NRPC 2.2.1.3.1): names of the domain and of the machine. */
final class Netlogon {

    private static final int REQUEST = 0;

    /** The names that are there, and in this order: both in the code page of the machine, ended by a NUL. */
    private static final long DOMAIN = 0x1;

    private static final long COMPUTER = 0x2;
    private static final long KNOWN = 0x1F;
    private static final int NAMES = 8;

    private Netlogon() {}

    static Token read(Octets in) {
        long flags = in.u32(4);
        if (in.u32(0) != REQUEST || flags == 0 || (flags & ~KNOWN) != 0) {
            return new Token.Unknown();
        }
        Octets names = in.from(NAMES);
        String domain = (flags & DOMAIN) == 0 ? null : name(names);
        Octets rest = (flags & DOMAIN) == 0 ? names : names.from(end(names) + 1L);
        return new Token.NetlogonRequest(domain, (flags & COMPUTER) == 0 ? null : name(rest));
    }

    private static @Nullable String name(Octets names) {
        return names.part(0, end(names)).name(StandardCharsets.ISO_8859_1);
    }

    private static int end(Octets names) {
        int end = 0;
        while (end < names.length() && names.u8(end) != 0) {
            end++;
        }
        return end;
    }
}
