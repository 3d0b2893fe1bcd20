package org.rpcscope.dcerpc.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mechanisms by which one side proves to the other who it is. */
enum Mechanism {
    SPNEGO(9, "1.3.6.1.5.5.2"),
    NTLM(10, "1.3.6.1.4.1.311.2.2.10"),
    SCHANNEL(14),
    /** As registered, as Windows 2000 shortened it, and user to user (MS-SPNG 2.2.2). */
    KERBEROS(16, "1.2.840.113554.1.2.2", "1.2.840.48018.1.2.2", "1.2.840.113554.1.2.2.3"),
    NETLOGON(68);

    private final int authType;
    private final Set<String> identifiers;

    /**
     * @param authType of the authentication trailer (MS-RPCE 2.2.1.1.7)
     * @param identifiers the object identifiers of GSS-API
     */
    Mechanism(int authType, String... identifiers) {
        this.authType = authType;
        this.identifiers = Set.of(identifiers);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Mechanism ofType(int authType) {
        return Arrays.stream(values())
                .filter(each -> each.authType == authType)
                .findFirst()
                .orElse(null);
    }

    static @Nullable Mechanism ofIdentifier(String identifier) {
        return Arrays.stream(values())
                .filter(each -> each.identifiers.contains(identifier))
                .findFirst()
                .orElse(null);
    }
}
