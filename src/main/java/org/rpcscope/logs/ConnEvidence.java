package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.TextPool;

/**
 * What the words and counters of a {@code conn.log} record prove, as bits of {@link Evidence}: the tier of a log record
 * as {@code cli.md} decides it, where the first reason that fits counts.
 */
final class ConnEvidence {

    private static final int NO_ANSWER = Evidence.REFUSED | Evidence.LOG_UNANSWERED;

    private ConnEvidence() {}

    /** What a {@code conn_state} says. That it means "established" counts only where counters do not tell. */
    static int ofState(String state) {
        return switch (state) {
            case "REJ" -> Evidence.REFUSED;
            case "S0", "SH", "RSTOS0" -> Evidence.LOG_UNANSWERED;
            case "SF", "S1", "S2", "S3", "RSTO", "RSTR" -> Evidence.LOG_ESTABLISHED;
            default -> 0; // OTH, RSTRH, SHR: Zeek saw only part of it
        };
    }

    /**
     * What a {@code history} says: capital letters are the originator's packets, small ones the responder's; {@code ^} is
     * a direction that Zeek turned, {@code g} a gap. Refused and unanswered count only where there is no state.
     */
    static int ofHistory(byte[] bytes, int from, int to) {
        int evidence = 0;
        boolean originator = false;
        boolean responder = false;
        boolean reset = false;
        for (int i = from; i < to; i++) {
            byte letter = bytes[i];
            evidence |= letter == '^' ? Evidence.DIRECTION_GUESSED : 0;
            evidence |= (letter | 0x20) == 'g' ? Evidence.GAP : 0;
            originator |= letter >= 'A' && letter <= 'Z';
            reset |= letter == 'r';
            responder |= letter >= 'a' && letter <= 'z' && letter != 'r';
        }
        if (originator && !responder) {
            evidence |= reset ? Evidence.REFUSED : Evidence.LOG_UNANSWERED;
        }
        return evidence;
    }

    /**
     * What a {@code service} says: whether DCE/RPC was recognised. Members that begin with {@code -} are analyzers that
     * gave up.
     */
    static int ofService(byte[] bytes, int from, int to, String setSeparator) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        int at = text.indexOf("dce_rpc");
        while (at >= 0) {
            int end = at + "dce_rpc".length();
            boolean begins = at == 0 || text.startsWith(setSeparator, at - setSeparator.length());
            if (begins && (end == text.length() || text.startsWith(setSeparator, end))) {
                return Evidence.DCE_RPC;
            }
            at = text.indexOf("dce_rpc", end);
        }
        return 0;
    }

    /** Puts together what the record says. */
    static int of(ConnRecord record) {
        int evidence = record.udp ? Evidence.UDP : 0;
        evidence |= record.historySays & (Evidence.GAP | Evidence.DIRECTION_GUESSED);
        int noAnswer = noAnswer(record);
        if (noAnswer != 0) {
            return evidence | noAnswer;
        }
        evidence |= record.serviceSays;
        evidence |= record.sourceBytes > 0 ? Evidence.SOURCE_PAYLOAD : 0;
        evidence |= record.destinationBytes > 0 ? Evidence.DESTINATION_PAYLOAD : 0;
        return evidence | (established(record) ? Evidence.LOG_ESTABLISHED : 0);
    }

    private static int noAnswer(ConnRecord record) {
        if (record.state != TextPool.ABSENT) {
            return record.stateSays & NO_ANSWER;
        }
        int history = record.historySays & NO_ANSWER;
        boolean nothingCameBack = record.sourcePackets > 0 && record.destinationPackets == 0;
        return history == 0 && nothingCameBack ? Evidence.LOG_UNANSWERED : history;
    }

    private static boolean established(ConnRecord record) {
        boolean payload = record.sourceBytes > 0 && record.destinationBytes > 0;
        boolean packets = record.sourcePackets > 0 && record.destinationPackets > 0;
        boolean bytesKnown = record.sourceBytes >= 0 && record.destinationBytes >= 0;
        boolean packetsKnown = record.sourcePackets >= 0 && record.destinationPackets >= 0;
        boolean stateDecides = !bytesKnown && !packetsKnown;
        return payload || packets || stateDecides && (record.stateSays & Evidence.LOG_ESTABLISHED) != 0;
    }
}
