package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Outcome;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Tier;

/** The tier of a log record: the first reason of cli.md that fits. */
class RecordTierTest {

    /** Verdict, bytes and packets each way (-1: absent), total, whether headers count, whether it was recognised. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        DENIED, 10, 10, 1, 1, -1, false, true, BLOCKED, FAILURE
        REFUSED, 10, 10, 1, 1, -1, false, true, BLOCKED, FAILURE
        UNANSWERED, 10, 10, -1, -1, -1, false, true, ATTEMPT, FAILURE
        ALLOWED, 52, 0, 1, 0, -1, true, true, ATTEMPT, FAILURE
        ALLOWED, 52, 0, -1, -1, -1, true, false, ATTEMPT, FAILURE
        ALLOWED, -1, -1, -1, -1, -1, false, true, CONFIRMED, SUCCESS
        ALLOWED, 100, 200, 1, 1, -1, true, false, ESTABLISHED, SUCCESS
        ALLOWED, -1, -1, 3, 2, -1, true, false, ESTABLISHED, SUCCESS
        ALLOWED, -1, -1, -1, -1, 1, false, false, ESTABLISHED, SUCCESS
        ALLOWED, -1, -1, -1, -1, 120, true, false, ATTEMPT, UNKNOWN
        ALLOWED, -1, -1, -1, -1, 1200, true, false, ESTABLISHED, SUCCESS
        ALLOWED, -1, -1, -1, -1, 0, false, false, ATTEMPT, UNKNOWN
        ALLOWED, 0, 0, 0, 0, -1, true, false, ATTEMPT, UNKNOWN
        ESTABLISHED, -1, -1, -1, -1, -1, false, false, ESTABLISHED, SUCCESS
        ESTABLISHED, 0, 0, -1, -1, -1, false, false, ATTEMPT, UNKNOWN
        ESTABLISHED, -1, -1, -1, -1, 0, false, false, ATTEMPT, UNKNOWN
        NONE, 5000, -1, 9, -1, -1, true, false, ATTEMPT, UNKNOWN
        """)
    void firstReasonThatFits(
            Verdict verdict,
            long there,
            long back,
            long packetsThere,
            long packetsBack,
            long total,
            boolean headers,
            boolean recognised,
            Tier tier,
            Outcome outcome) {
        Connection record = new Connection(new Pools());
        record.transport = 6;
        record.verdict = verdict;
        record.sourceBytes = there;
        record.destinationBytes = back;
        record.sourcePackets = packetsThere;
        record.destinationPackets = packetsBack;
        record.totalBytes = total;
        record.headersCounted = headers;
        record.recognised = recognised;
        assertEquals(tier, Tier.of(record.evidence()));
        assertEquals(outcome, Evidence.outcome(record.evidence()));
    }
}
