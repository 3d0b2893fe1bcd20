package org.rpcscope.logs.flow;

import java.nio.charset.StandardCharsets;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.Columns;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Verdict;

/**
 * Flow logs of Azure network security groups, versions 1 and 2, and of virtual networks, version 4 (Microsoft, "Flow logging
 * for network security groups", "Virtual network flow logs: log format"). The flows are tuples in texts, {@code
 * "1663146003599,10.0.0.5,203.0.113.9,49700,135,6,O,B,NX,0,0,0,0"}, wherever in the JSON they stand; the rule stands before
 * them. The source opened the flow; counters are since the tuple before.
 */
final class AzureFlow implements RecordDecoder {

    private static final int SECONDS = 10;
    private static final int MILLIS = 13;
    private static final int STATE = 7;

    private final boolean azure;
    private final Columns columns = new Columns(',');

    AzureFlow(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String begin = text.stripLeading();
        boolean json = begin.startsWith("{") || begin.startsWith("["); // a program may well speak of the field
        azure = json && text.contains("flowTuples") || text.contains("FlowLogFlowEvent") && text.contains("flow.0");
    }

    @Override
    public boolean decode(Line line, Records records) {
        if (!azure) {
            return false;
        }
        int ruleFrom = 0;
        int ruleTo = 0;
        int i = line.from;
        while (i < line.to) {
            int quote = Ascii.next(line.bytes, i, line.to, '"');
            int end = Ascii.next(line.bytes, Math.min(quote + 1, line.to), line.to, '"');
            if (Ascii.is(line.bytes, Math.min(quote + 1, end), end, "rule")) {
                ruleFrom = Math.min(Ascii.next(line.bytes, end + 1, line.to, '"') + 1, line.to);
                ruleTo = Ascii.next(line.bytes, ruleFrom, line.to, '"');
                end = ruleTo;
            } else if (isTuple(line.bytes, quote + 1, end)) {
                tuple(line, quote + 1, end, ruleFrom, ruleTo, records);
            }
            i = end + 1;
        }
        return "{}[]\"".indexOf(line.bytes[line.from]) >= 0;
    }

    private static boolean isTuple(byte[] bytes, int from, int to) {
        int comma = Ascii.next(bytes, from, to, ',');
        int digits = comma - from;
        return comma < to
                && (digits == SECONDS || digits == MILLIS)
                && Numbers.count(bytes, from, comma) != Numbers.BAD;
    }

    private void tuple(Line line, int from, int to, int ruleFrom, int ruleTo, Records records) {
        byte[] bytes = line.bytes;
        columns.cut(bytes, from, to);
        Connection record = records.begin();
        boolean millis = columns.to(0) - columns.from(0) == MILLIS;
        record.start = Numbers.count(bytes, columns.from(0), columns.to(0)) * (millis ? 1_000_000L : 1_000_000_000L);
        record.source(bytes, columns.from(1), columns.to(1));
        record.destination(bytes, columns.from(2), columns.to(2));
        record.sourcePort = number(bytes, 3);
        record.destinationPort = number(bytes, 4);
        transport(record, bytes);
        boolean denied = is(bytes, STATE, "d");
        record.verdict = denied ? Verdict.DENIED : Verdict.ALLOWED;
        record.action = record.text(denied ? "deny" : "allow");
        record.sourcePackets = number(bytes, STATE + 2);
        record.sourceBytes = number(bytes, STATE + 3);
        record.destinationPackets = number(bytes, STATE + 4);
        record.destinationBytes = number(bytes, STATE + 5);
        record.policy = ruleTo > ruleFrom ? record.text(bytes, ruleFrom, ruleTo) : 0;
        record.headersCounted = true;
        record.joining = Joining.SPANS;
        records.commit();
    }

    private void transport(Connection record, byte[] bytes) {
        if (is(bytes, 5, "t")) {
            record.transport = 6;
        } else if (is(bytes, 5, "u")) {
            record.transport = 17;
        } else {
            record.transport(bytes, columns.from(5), columns.to(5));
        }
    }

    private boolean is(byte[] bytes, int column, String word) {
        return Ascii.is(bytes, columns.from(column), columns.to(column), word);
    }

    private long number(byte[] bytes, int column) {
        long number = Numbers.count(bytes, columns.from(column), columns.to(column));
        return number == Numbers.BAD ? -1 : number;
    }
}
