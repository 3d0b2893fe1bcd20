package org.rpcscope.logs.firewall;

import java.nio.charset.StandardCharsets;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Verdict;

/**
 * Access list messages of Cisco IOS and IOS XE (Cisco, "IOS System Message Guide": SEC-6-IPACCESSLOGP, IPV6_ACL-6-ACCESSLOGP,
 * FMANFP-6-IPACCESSLOGP): {@code list 101 denied tcp 10.0.0.5(49700) -> 203.0.113.9(135), 1 packet}.
 */
final class CiscoIos implements RecordDecoder {

    private static final byte[] LOG = "ACCESSLOG".getBytes(StandardCharsets.US_ASCII);

    private final WordCursor words = new WordCursor();

    @Override
    public boolean decode(Line line, Records records) {
        int at = line.find(LOG);
        if (at < 0) {
            return false;
        }
        words.take(line.bytes, at, line.to);
        if (!words.passTo("list")) {
            return false;
        }
        Connection record = records.begin();
        record.start = line.time;
        record.host = line.hostTo > line.hostFrom ? record.text(line.bytes, line.hostFrom, line.hostTo) : 0;
        record.policy = words.text(record);
        record.verdict = words.begins("denied") ? Verdict.DENIED : Verdict.ALLOWED;
        record.action = words.text(record);
        record.joining = Joining.REPEATS;
        if (!words.transport(record)) {
            records.problem("a message without a protocol");
        } else if (!record.isOfOtherTransport()) {
            boolean ends =
                    words.endInParentheses(record, true) && words.passTo("->") && words.endInParentheses(record, false);
            if (ends) {
                records.commit();
            } else {
                records.problem(words.fault());
            }
        }
        return true;
    }
}
