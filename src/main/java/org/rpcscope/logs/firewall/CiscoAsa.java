package org.rpcscope.logs.firewall;

import java.nio.charset.StandardCharsets;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Verdict;

/**
 * Syslog messages of Cisco ASA, PIX, FWSM and FTD (Cisco, "Secure Firewall ASA Series Syslog Messages" and "Secure Firewall
 * Threat Defense Syslog Messages"). Addresses are the real ones, not the mapped ones in parentheses. In a message "Built
 * outbound" the end after "to" opened the connection; in "Built inbound" the one after "for". "Teardown" does not say.
 */
final class CiscoAsa implements RecordDecoder {

    private static final byte[][] MARKS = {mark("%ASA-"), mark("%FTD-"), mark("%NGIPS-"), mark("%FWSM-"), mark("%PIX-")
    };
    private static final long SECOND = 1_000_000_000L;
    private static final int ID_DIGITS = 6;

    private final FtdConnection ftd = new FtdConnection();
    private final WordCursor words = new WordCursor();

    private static byte[] mark(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean decode(Line line, Records records) {
        int at = -1;
        for (int i = 0; at < 0 && i < MARKS.length; i++) {
            at = line.find(MARKS[i]);
        }
        if (at < 0) {
            return false;
        }
        int colon = Ascii.next(line.bytes, at, line.to, ':');
        long id = colon - at > ID_DIGITS ? Numbers.count(line.bytes, colon - ID_DIGITS, colon) : Numbers.BAD;
        if (id == Numbers.BAD) {
            return false;
        }
        words.take(line.bytes, colon + 1, line.to);
        switch ((int) id) {
            case 302013, 302015, 302303 -> built(line, records, id == 302015);
            case 302014, 302016, 302304 -> teardown(line, records, id == 302016);
            case 106001, 106006, 106007, 106015, 106017, 106018 -> fromTo(line, records);
            case 106023 -> accessGroup(line, records);
            case 106100, 106102, 106103 -> accessList(line, records);
            case 710001, 710002, 710003, 710005, 710006 -> management(line, records);
            case 430001, 430002, 430003, 430004, 430005 -> ftd.decode(line, colon + 1, (int) id, records);
            default -> {} // of no connection
        }
        return true;
    }

    private Connection begin(Line line, Records records) {
        Connection record = records.begin();
        record.start = line.time;
        record.host = line.hostTo > line.hostFrom ? record.text(line.bytes, line.hostFrom, line.hostTo) : 0;
        return record;
    }

    /** {@code Built inbound TCP connection 18 for outside:1.2.3.4/5 (1.2.3.4/5)(LOCAL\\user) to inside:10.0.0.1/6 (...)}. */
    private void built(Line line, Records records, boolean udp) {
        Connection record = begin(line, records);
        record.transport = udp ? 17 : 6;
        record.verdict = Verdict.ALLOWED;
        record.action = record.text("Built");
        boolean outbound = words.passTo("outbound");
        if (!outbound) {
            words.rewind();
        }
        if (!words.passTo("connection")) {
            records.problem("a message without a connection");
            return;
        }
        record.joinedBy = words.number();
        record.joining = Joining.FIRST;
        if (words.passToEither("for", "from")
                && words.end(record, true)
                && words.passTo("to")
                && words.end(record, false)) {
            if (outbound) {
                record.turn();
            }
            records.commit();
        } else {
            records.problem(words.fault());
        }
    }

    /** {@code Teardown TCP connection 18 for outside:1.2.3.4/5 to inside:10.0.0.1/6 duration 0:00:30 bytes 1234 TCP FINs}. */
    private void teardown(Line line, Records records, boolean udp) {
        Connection record = begin(line, records);
        record.transport = udp ? 17 : 6;
        record.verdict = Verdict.ALLOWED;
        record.action = record.text("Teardown");
        if (!words.passTo("connection")) {
            records.problem("a message without a connection");
            return;
        }
        record.joinedBy = words.number();
        record.joining = Joining.LAST;
        boolean ends = words.passToEither("for", "from")
                && words.end(record, true)
                && words.passTo("to")
                && words.end(record, false);
        if (!ends) {
            records.problem(words.fault());
            return;
        }
        record.directionKnown = false;
        if (isServer(record.sourcePort, record.destinationPort)) {
            record.turn();
        }
        long duration = words.passTo("duration") ? words.duration() : 0;
        if (record.start != Numbers.BAD) {
            record.end = record.start;
            record.start = Math.max(0, record.start - duration * SECOND);
        }
        if (words.passTo("bytes")) {
            record.totalBytes = words.number();
        }
        record.verdict = ofReason(record, duration);
        records.commit();
    }

    /** The reasons that the vendor lists for the end of a connection. */
    private Verdict ofReason(Connection record, long duration) {
        if (words.begins("syn timeout")) {
            return Verdict.UNANSWERED;
        }
        if (words.begins("tcp reset") && record.totalBytes == 0 && duration == 0) {
            return Verdict.REFUSED;
        }
        boolean denied =
                words.begins("flow denied") || words.begins("denied") || words.begins("flow terminated by ips");
        return denied ? Verdict.DENIED : words.begins("tcp fins") ? Verdict.ESTABLISHED : Verdict.ALLOWED;
    }

    private static boolean isServer(long port, long other) {
        return port < other;
    }

    /** {@code Inbound TCP connection denied from 1.2.3.4/5 to 10.0.0.1/6 flags SYN on interface outside}. */
    private void fromTo(Line line, Records records) {
        Connection record = begin(line, records);
        record.transport = words.holds("udp") ? 17 : 6;
        record.verdict = Verdict.DENIED;
        record.action = record.text(words.holds("denied") ? "denied" : "Deny");
        record.joining = Joining.REPEATS;
        if (words.passTo("from") && words.end(record, true) && words.passTo("to") && words.end(record, false)) {
            records.commit();
        } else {
            records.problem(words.fault());
        }
    }

    /** {@code Deny tcp src dmz:10.1.2.3/4 dst outside:1.2.3.4/135 by access-group "acl"}. */
    private void accessGroup(Line line, Records records) {
        Connection record = begin(line, records);
        record.verdict = Verdict.DENIED;
        record.action = record.text("Deny");
        record.joining = Joining.REPEATS;
        if (!words.passTo("deny") || !words.transport(record)) {
            records.problem("a message without a protocol");
        } else if (!record.isOfOtherTransport()) {
            if (words.passTo("src") && words.end(record, true) && words.passTo("dst") && words.end(record, false)) {
                record.policy = words.passTo("access-group") ? words.text(record) : 0;
                records.commit();
            } else {
                records.problem(words.fault());
            }
        }
    }

    /** {@code access-list acl permitted tcp inside/10.1.2.16(2241) -> outside/1.2.3.4(135) hit-cnt 1 first hit}. */
    private void accessList(Line line, Records records) {
        Connection record = begin(line, records);
        record.policy = words.passTo("access-list") ? words.text(record) : 0;
        record.joining = Joining.REPEATS;
        record.verdict = words.begins("denied") ? Verdict.DENIED : Verdict.ALLOWED;
        record.action = words.text(record);
        if (!words.transport(record)) {
            records.problem("a message without a protocol");
        } else if (!record.isOfOtherTransport()) {
            if (words.endInParentheses(record, true) && words.passTo("->") && words.endInParentheses(record, false)) {
                records.commit();
            } else {
                records.problem(words.fault());
            }
        }
    }

    /** {@code TCP access denied by ACL from 1.2.3.4/5 to outside:10.0.0.1/22}: to the firewall itself. */
    private void management(Line line, Records records) {
        Connection record = begin(line, records);
        record.transport = words.holds("udp") ? 17 : 6;
        boolean denied = words.holds("denied") || words.holds("discarded");
        record.verdict = denied ? Verdict.DENIED : Verdict.ALLOWED;
        record.action = record.text(denied ? "denied" : "permitted");
        if (words.passTo("from") && words.end(record, true) && words.passTo("to") && words.end(record, false)) {
            records.commit();
        }
    }
}
