package org.rpcscope.logs;

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
     * What a {@code history} says where there is no state: capital letters are the originator's packets, small ones the
     * responder's.
     */
    static int ofHistory(String history) {
        boolean originator = false;
        boolean responder = false;
        boolean reset = false;
        for (int i = 0; i < history.length(); i++) {
            char letter = history.charAt(i);
            originator |= letter >= 'A' && letter <= 'Z';
            reset |= letter == 'r';
            responder |= letter >= 'a' && letter <= 'z' && letter != 'r';
        }
        if (!originator || responder) {
            return 0;
        }
        return reset ? Evidence.REFUSED : Evidence.LOG_UNANSWERED;
    }

    /**
     * What a {@code service} says: whether DCE/RPC was recognised. Members that begin with {@code -} are analyzers that
     * gave up.
     */
    static int ofService(String text, String setSeparator) {
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

    /** Puts together what the record says, by its values in {@link ConnFields#values}. */
    static int of(long[] values) {
        long history = values[ConnField.HISTORY.ordinal()] >>> 32;
        long state = values[ConnField.STATE.ordinal()];
        long sourceBytes = values[ConnField.SOURCE_BYTES.ordinal()];
        long destinationBytes = values[ConnField.DESTINATION_BYTES.ordinal()];
        long sourcePackets = values[ConnField.SOURCE_PACKETS.ordinal()];
        long destinationPackets = values[ConnField.DESTINATION_PACKETS.ordinal()];
        long evidence = Evidence.DIRECTION_KNOWN;
        evidence |= values[ConnField.TRANSPORT.ordinal()] == ConnFields.UDP ? Evidence.UDP : 0;

        long noAnswer = (state != TextPool.ABSENT ? state >>> 32 : history) & NO_ANSWER;
        if (state == TextPool.ABSENT && noAnswer == 0 && sourcePackets > 0 && destinationPackets == 0) {
            noAnswer = Evidence.LOG_UNANSWERED;
        }
        if (noAnswer != 0) {
            return (int) (evidence | noAnswer);
        }

        evidence |= values[ConnField.SERVICE.ordinal()] >>> 32;
        evidence |= sourceBytes > 0 ? Evidence.SOURCE_PAYLOAD : 0;
        evidence |= destinationBytes > 0 ? Evidence.DESTINATION_PAYLOAD : 0;
        boolean bothWays = sourceBytes > 0 && destinationBytes > 0 || sourcePackets > 0 && destinationPackets > 0;
        boolean counted = sourceBytes >= 0 && destinationBytes >= 0 || sourcePackets >= 0 && destinationPackets >= 0;
        boolean established = bothWays || !counted && (state >>> 32 & Evidence.LOG_ESTABLISHED) != 0;
        return (int) (evidence | (established ? Evidence.LOG_ESTABLISHED : 0));
    }
}
