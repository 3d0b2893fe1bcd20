package org.rpcscope.rpc;

import org.jspecify.annotations.Nullable;

/**
 * Who proved to be whom, as far as it travels in clear.
 *
 * @param type the mechanism in lower case: {@code ntlm}, {@code kerberos}, {@code spnego}, {@code schannel},
 *     {@code netlogon}, or {@code type-N} for an unknown number (MS-RPCE 2.2.1.1.7)
 * @param level the protection (MS-RPCE 2.2.1.1.8): {@code none}, {@code connect}, {@code call}, {@code packet},
 *     {@code integrity}, {@code privacy}; null where a log does not say
 * @param domain of the user; a realm for Kerberos
 * @param workstation the client's own name for itself
 * @param service whom the client asked for: a service principal name of Kerberos, or the target an NTLM server names
 */
public record Authentication(
        String type,
        @Nullable String level,
        @Nullable String domain,
        @Nullable String user,
        @Nullable String workstation,
        @Nullable String service,
        Outcome outcome) {

    /** How it ended, from the least to the most that is known. */
    public enum Outcome {
        UNKNOWN,
        /** A fault of access denied, a bind_nak, or a session setup refused. */
        DENIED,
        /** The server went on to answer calls under it, or said so. */
        ACCEPTED;

        /** The word for it in records and on the screen. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
