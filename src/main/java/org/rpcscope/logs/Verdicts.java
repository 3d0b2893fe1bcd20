package org.rpcscope.logs;

import java.util.Locale;
import java.util.Set;

/** What the words of firewalls mean, where a vendor gives them no meaning of their own. */
public final class Verdicts {

    private static final Set<String> DENIED = Set.of(
            "deny",
            "denied",
            "drop",
            "dropped",
            "block",
            "blocked",
            "reject",
            "rejected",
            "discard",
            "discarded",
            "prevent",
            "prevented",
            "ip-conn-blocked",
            "block-url",
            "block-ip",
            "reset-both",
            "reset-client",
            "reset-server",
            "d",
            "drop-icmp",
            "drop icmp",
            "refuse");
    private static final Set<String> ALLOWED = Set.of(
            "allow",
            "allowed",
            "accept",
            "accepted",
            "permit",
            "permitted",
            "pass",
            "passed",
            "forward",
            "built",
            "open",
            "monitor",
            "trust",
            "fastpath",
            "a",
            "start",
            "alert",
            "detect",
            "encrypt",
            "decrypt");

    private Verdicts() {}

    /** The meaning of a word of any case; {@link Verdict#NONE} of one that is not known. */
    public static Verdict of(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return DENIED.contains(small) ? Verdict.DENIED : ALLOWED.contains(small) ? Verdict.ALLOWED : Verdict.NONE;
    }
}
