package org.rpcscope.logs.firewall;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.CefLine;
import org.rpcscope.logs.Columns;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.KeyValues;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.LocalTimes;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.PartNames;
import org.rpcscope.logs.Parts;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Verdict;

/**
 * Traffic logs of WatchGuard Fireware (WatchGuard, "Fireware Log Catalog" 12.x) as syslog, {@code msg_id="3000-0148" Deny
 * 1-Trusted 0-External 52 tcp 20 127 10.0.0.5 203.0.113.9 49700 135 ... (policy)}, and as LEEF.
 */
final class Watchguard implements RecordDecoder {

    private static final byte[] MESSAGE = "msg_id=\"".getBytes(StandardCharsets.US_ASCII);

    private final CefLine header = new CefLine();
    private static final long SECOND = 1_000_000_000L;
    private static final KeyValues PAIRS = new KeyValues(
            '=',
            PartNames.of(new EnumMap<>(Map.of(
                    Part.DURATION, "duration",
                    Part.SOURCE_BYTES, "sent_bytes",
                    Part.DESTINATION_BYTES, "rcvd_bytes"))));

    private final Columns words = new Columns(' ');
    private final Parts parts = new Parts();
    private final Cef cef;

    Watchguard(LocalTimes times) {
        cef = new Cef(times);
    }

    @Override
    public boolean decode(Line line, Records records) {
        if (header.read(line)) {
            return header.begins(0, "watchguard") && cef.decode(header, line, records);
        }
        int at = Ascii.find(line.bytes, line.hostFrom, line.to, MESSAGE);
        if (at < 0) {
            return false;
        }
        words.cut(line.bytes, Math.min(Ascii.next(line.bytes, at, line.to, ' ') + 1, line.to), line.to);
        boolean denied = is(line, 0, "deny");
        int protocol = 1;
        while (protocol < words.count() && !is(line, protocol, "tcp") && !is(line, protocol, "udp")) {
            protocol++;
        }
        if (!denied && !is(line, 0, "allow") || protocol == words.count()) {
            return true;
        }
        Connection record = records.begin();
        record.transport(line.bytes, words.from(protocol), words.to(protocol));
        record.action = record.text(line.bytes, words.from(0), words.to(0));
        record.host = line.hostTo > line.hostFrom ? record.text(line.bytes, line.hostFrom, line.hostTo) : 0;
        record.start = line.time;
        record.verdict = denied ? Verdict.DENIED : Verdict.ALLOWED;
        record.joining = Joining.REPEATS;
        int source = protocol + 1;
        while (source < words.count() && !record.source(line.bytes, words.from(source), words.to(source))) {
            source++;
        }
        record.destination(line.bytes, words.from(source + 1), words.to(source + 1));
        record.sourcePort = number(line, source + 2);
        record.destinationPort = number(line, source + 3);
        policy(line, record);
        counters(line, words.to(protocol), record);
        records.commit();
        return true;
    }

    /** What the message of a connection's end counts, since Fireware 12. */
    private void counters(Line line, int from, Connection record) {
        parts.clear(line.bytes);
        PAIRS.read(line.bytes, from, line.to, parts);
        if (!parts.has(Part.SOURCE_BYTES)) {
            return;
        }
        record.sourceBytes = parts.number(Part.SOURCE_BYTES);
        record.destinationBytes = parts.number(Part.DESTINATION_BYTES);
        record.headersCounted = true;
        if (record.start >= 0) {
            record.end = record.start;
            record.start -= Math.clamp(parts.number(Part.DURATION), 0, record.start / SECOND) * SECOND;
        }
    }

    private long number(Line line, int word) {
        long number = Numbers.count(line.bytes, words.from(word), words.to(word));
        return number == Numbers.BAD ? Connection.ABSENT : number;
    }

    private boolean is(Line line, int word, String text) {
        return Ascii.is(line.bytes, words.from(word), words.to(word), text);
    }

    /** The last words in parentheses. */
    private static void policy(Line line, Connection record) {
        int open = Ascii.next(line.bytes, line.from, line.to, '(');
        int close = Ascii.next(line.bytes, open, line.to, ')');
        if (close > open + 1 && close < line.to) {
            record.policy = record.text(line.bytes, open + 1, close);
        }
    }
}
