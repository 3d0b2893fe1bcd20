package org.rpcscope.rpc;

import org.jspecify.annotations.Nullable;

/**
 * An interface that a client asked for, and what the server said.
 *
 * @param result null where the bind itself was not captured
 */
public record Binding(InterfaceId interfaceId, @Nullable Result result) {

    /** What became of a presentation context (C706 12.6.3.1, MS-RPCE 2.2.2.4), from the least to the most that is known. */
    public enum Result {
        /** No answer was captured. */
        UNANSWERED,
        /** Provider or user rejection, or a bind_nak for the whole association. */
        REJECTED,
        /** Acknowledged as bind-time feature negotiation (MS-RPCE 3.3.1.5.3): no interface of its own. */
        NEGOTIATED,
        ACCEPTED;

        /** The word of {@code cli.md}. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
