package org.rpcscope.session;

/**
 * What was seen of a conversation, as bits that are only ever added. From them alone follow the tier and the outcome, so
 * putting together what several inputs saw is a bitwise or.
 */
public final class Evidence {

    /** UDP; without it TCP. */
    public static final int UDP = 1;
    /** The ends as stored are the wrong way round: the stored destination opened the conversation. */
    public static final int TURNED = 1 << 1;
    /** A SYN from the originator. */
    public static final int SYN = 1 << 2;
    /** A SYN-ACK from the responder. */
    public static final int SYN_ACK = 1 << 3;
    /** A RST from the responder in answer to the SYN, before any SYN-ACK; or a log that says refused. */
    public static final int REFUSED = 1 << 4;
    /** ICMP port unreachable or administratively prohibited; or a log that says deny, drop, reject or block. */
    public static final int DENIED = 1 << 5;
    /** ICMP network or host unreachable. */
    public static final int UNREACHABLE = 1 << 6;
    /** Transport payload from the originator. */
    public static final int SOURCE_PAYLOAD = 1 << 7;
    /** Transport payload from the responder. */
    public static final int DESTINATION_PAYLOAD = 1 << 8;
    /** A PDU of DCE/RPC, valid for its direction, was seen; or a log whose producer recognised the traffic itself. */
    public static final int DCE_RPC = 1 << 9;
    /** A log says, in a state or by its counters, that the connection was established. */
    public static final int LOG_ESTABLISHED = 1 << 10;
    /** A log says that there was no answer. */
    public static final int LOG_UNANSWERED = 1 << 11;
    /** A log says allowed, and nothing more. */
    public static final int LOG_ALLOWED = 1 << 12;
    /** Nobody saw the handshake: the conversation was under way when the input began. */
    public static final int MID_STREAM = 1 << 13;
    /** Who opened it is known: by handshake, by roles in DCE/RPC, or by a log. Without it, a guess from the ports. */
    public static final int DIRECTION_KNOWN = 1 << 14;
    /**
     * The record is a report of a connection, of which the same log may have others: its start and its end, what either host
     * says, the flow of each direction or minute. Without it, each row of an input is a connection of its own.
     */
    public static final int REPORT = 1 << 15;
    /** The bytes of the record count the headers of each packet too. */
    public static final int HEADERS_COUNTED = 1 << 16;

    private Evidence() {}

    /** Whether all of the bits in {@code wanted} are set. */
    public static boolean has(int evidence, int wanted) {
        return (evidence & wanted) == wanted;
    }

    /** Whether the responder answered, as far as can be told: {@code event.outcome} of {@code cli.md}. */
    public static Outcome outcome(int evidence) {
        Tier tier = Tier.of(evidence);
        if (tier == Tier.CONFIRMED || tier == Tier.ESTABLISHED || has(evidence, SYN_ACK)) {
            return Outcome.SUCCESS;
        }
        int failed = REFUSED | DENIED | UNREACHABLE | LOG_UNANSWERED | SYN;
        return (evidence & failed) != 0 ? Outcome.FAILURE : Outcome.UNKNOWN;
    }
}
