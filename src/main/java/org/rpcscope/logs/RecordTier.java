package org.rpcscope.logs;

import org.rpcscope.session.Evidence;

/** The tier of a log record as {@code cli.md} decides it, where the first reason that fits counts. */
final class RecordTier {

    /** What a packet without payload has at most in headers: IPv6 with some, TCP with all options. */
    private static final long HEADERS = 80;

    /** How many packets without payload a client sends before it gives up, where they are not counted. */
    private static final long TRIES = 3;

    private RecordTier() {}

    /** Bits of {@link Evidence} that say no more than the tier. */
    static int of(Connection record) {
        switch (record.verdict) {
            case DENIED -> {
                return Evidence.DENIED;
            }
            case REFUSED -> {
                return Evidence.REFUSED;
            }
            case UNANSWERED -> {
                return Evidence.LOG_UNANSWERED;
            }
            default -> {}
        }
        if (nothingCameBack(record)) {
            return Evidence.LOG_UNANSWERED;
        }
        int evidence = record.recognised ? Evidence.DCE_RPC : 0;
        boolean payloadThere = hasPayload(record, record.sourceBytes, record.sourcePackets);
        boolean payloadBack = hasPayload(record, record.destinationBytes, record.destinationPackets);
        evidence |= payloadThere ? Evidence.SOURCE_PAYLOAD : 0;
        evidence |= payloadBack ? Evidence.DESTINATION_PAYLOAD : 0;
        return evidence
                | (isEstablished(record, payloadThere && payloadBack) ? Evidence.LOG_ESTABLISHED : allowed(record));
    }

    private static int allowed(Connection record) {
        return record.verdict == Verdict.NONE ? 0 : Evidence.LOG_ALLOWED;
    }

    private static boolean isEstablished(Connection record, boolean payloadBothWays) {
        boolean packetsBothWays = record.sourcePackets > 0 && record.destinationPackets > 0;
        boolean bytesBothWays =
                record.sourceBytes > 0 && record.destinationBytes > 0; // with headers, of a packet each way
        boolean bytesCounted = record.sourceBytes >= 0 && record.destinationBytes >= 0;
        boolean counted = bytesCounted || record.sourcePackets >= 0 && record.destinationPackets >= 0;
        boolean total = !counted && hasPayload(record, record.totalBytes, -1);
        boolean state = !counted && record.totalBytes < 0 && record.verdict == Verdict.ESTABLISHED;
        return payloadBothWays || packetsBothWays || bytesBothWays || total || state;
    }

    /** Whether packets went there, and none came back, by counters of both. */
    private static boolean nothingCameBack(Connection record) {
        if (record.destinationPackets >= 0) {
            return record.sourcePackets > 0 && record.destinationPackets == 0;
        }
        return record.headersCounted && record.sourceBytes > 0 && record.destinationBytes == 0;
    }

    private static boolean hasPayload(Connection record, long bytes, long packets) {
        if (!record.headersCounted) {
            return bytes > 0;
        }
        return bytes > HEADERS * (packets > 0 ? packets : TRIES);
    }
}
