package org.rpcscope.logs.firewall;

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
import org.rpcscope.logs.Verdicts;

/**
 * The log of OpenBSD's pf as tcpdump prints it (OpenBSD, "PF - Logging", pflog(4)): {@code rule 2/(match) block in on em0:
 * 10.0.0.5.49700 > 203.0.113.9.135: S ...}. FreeBSD's tcpdump prints {@code Flags [S]} instead.
 */
final class OpenBsdPf implements RecordDecoder {

    private static final byte[] RULE = "rule ".getBytes(StandardCharsets.US_ASCII);

    private final Columns words = new Columns(' ');

    @Override
    public boolean decode(Line line, Records records) {
        byte[] bytes = line.bytes;
        int at = Ascii.find(bytes, line.hostFrom, line.to, RULE);
        if (at < 0) {
            return false;
        }
        words.cut(bytes, at, line.to);
        int arrow = 0;
        while (arrow < words.count() && !Ascii.is(bytes, words.from(arrow), words.to(arrow), ">")) {
            arrow++;
        }
        int on = arrow - 3; // ACTION in on IF: A > B:
        if (on < 3 || arrow + 1 >= words.count() || !Ascii.is(bytes, words.from(on), words.to(on), "on")) {
            return false;
        }
        Connection record = records.begin();
        int action = on - 2;
        record.verdict = Verdicts.of(new String(
                bytes, words.from(action), words.to(action) - words.from(action), StandardCharsets.US_ASCII));
        record.action = record.text(bytes, words.from(action), words.to(action));
        record.policy = record.text(bytes, words.from(1), Ascii.next(bytes, words.from(1), words.to(1), '/'));
        record.start = line.time;
        record.joining = Joining.REPEATS;
        boolean ported = end(record, bytes, words.from(arrow - 1), words.to(arrow - 1), true)
                && end(record, bytes, words.from(arrow + 1), words.to(arrow + 1) - 1, false);
        if (record.verdict == Verdict.NONE) {
            return false;
        }
        if (ported) {
            record.transport = isTcp(bytes, arrow + 2) ? 6 : 17;
            records.commit();
        }
        return true;
    }

    /** Flags of TCP stand first; a dot is an ACK alone. */
    private boolean isTcp(byte[] bytes, int word) {
        int from = words.from(word);
        int to = words.to(word);
        boolean flags = to > from && to - from <= 4;
        for (int i = from; flags && i < to; i++) {
            flags = "SFRPWE.".indexOf(bytes[i]) >= 0;
        }
        return flags || Ascii.is(bytes, from, to, "flags");
    }

    /** {@code 10.0.0.5.49700} and {@code fd00::5.49700}: the port stands behind the last point. */
    private static boolean end(Connection record, byte[] bytes, int from, int to, boolean source) {
        int point = to - 1;
        while (point > from && bytes[point] != '.') {
            point--;
        }
        long port = point > from ? Numbers.count(bytes, point + 1, to) : Numbers.BAD;
        if (port == Numbers.BAD) {
            return false;
        }
        if (source) {
            record.sourcePort = port;
            return record.source(bytes, from, point);
        }
        record.destinationPort = port;
        return record.destination(bytes, from, point);
    }
}
