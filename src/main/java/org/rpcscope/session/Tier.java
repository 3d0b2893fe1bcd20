package org.rpcscope.session;

/** How sure it is that a session is real, from the surest down. Follows from {@link Evidence} alone. */
public enum Tier {
    /** DCE/RPC itself was seen. */
    CONFIRMED("confirmed"),
    /** Answered, with payload; not seen to be DCE/RPC. */
    ESTABLISHED("established"),
    /** No answer, as far as was seen. */
    ATTEMPT("attempt"),
    /** Refused or denied. */
    BLOCKED("blocked");

    private final String label;

    Tier(String label) {
        this.label = label;
    }

    /** The lower-case name, as in records and rules. */
    public String label() {
        return label;
    }

    /**
     * The tier that the evidence amounts to. Traffic that was seen outweighs a log that says denied; a handshake without
     * payload is an attempt, since a scan looks the same.
     */
    public static Tier of(int evidence) {
        if (Evidence.has(evidence, Evidence.DCE_RPC)) {
            return CONFIRMED;
        }
        int payload = Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD;
        boolean some = (evidence & payload) != 0;
        boolean tcp = !Evidence.has(evidence, Evidence.UDP);
        boolean open = tcp && (evidence & (Evidence.SYN_ACK | Evidence.MID_STREAM)) != 0;
        if (Evidence.has(evidence, payload) || (some && open) || Evidence.has(evidence, Evidence.LOG_ESTABLISHED)) {
            return ESTABLISHED;
        }
        return (evidence & (Evidence.REFUSED | Evidence.DENIED)) != 0 ? BLOCKED : ATTEMPT;
    }
}
