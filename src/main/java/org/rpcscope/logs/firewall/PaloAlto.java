package org.rpcscope.logs.firewall;

import java.util.EnumMap;
import java.util.Map;
import org.rpcscope.logs.CefLine;
import org.rpcscope.logs.Columns;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.JsonParts;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.LocalTimes;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.PartNames;
import org.rpcscope.logs.Parts;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Times;
import org.rpcscope.logs.Verdict;
import org.rpcscope.logs.Verdicts;

/**
 * PAN-OS syslog (Palo Alto Networks, "Traffic Log Fields", "Threat Log Fields", PAN-OS 11.1) as comma-separated columns, as
 * JSON of the Strata Logging Service, and as CEF and LEEF of its log forwarding. The application is what the firewall
 * recognised in the traffic: {@code msrpc} is DCE/RPC. Byte counts include headers.
 */
final class PaloAlto implements RecordDecoder {

    private static final int TYPE = 3;
    private static final int SUBTYPE = 4;
    private static final int GENERATED = 6;
    private static final int ACTION = 30;
    private static final int BYTES_SENT = 32;
    private static final int START = 35;
    private static final int ELAPSED = 36;
    private static final int PACKETS_SENT = 44;
    private static final int END_REASON = 46;
    private static final int DEVICE = 52;
    private static final long SECOND = 1_000_000_000L;

    private static final PartNames JSON = PartNames.of(new EnumMap<>(Map.ofEntries(
            Map.entry(Part.TYPE, "LogType"),
            Map.entry(Part.SUBTYPE, "Subtype"),
            Map.entry(Part.SOURCE, "SourceAddress"),
            Map.entry(Part.DESTINATION, "DestinationAddress"),
            Map.entry(Part.SOURCE_PORT, "SourcePort"),
            Map.entry(Part.DESTINATION_PORT, "DestinationPort"),
            Map.entry(Part.TRANSPORT, "Protocol"),
            Map.entry(Part.TIME, "TimeGenerated EventTime"),
            Map.entry(Part.START, "SessionStartTime"),
            Map.entry(Part.DURATION, "SessionDuration"),
            Map.entry(Part.ACTION, "Action"),
            Map.entry(Part.REASON, "SessionEndReason"),
            Map.entry(Part.APPLICATION, "Application"),
            Map.entry(Part.SOURCE_BYTES, "BytesSent"),
            Map.entry(Part.DESTINATION_BYTES, "BytesReceived"),
            Map.entry(Part.SOURCE_PACKETS, "PacketsSent"),
            Map.entry(Part.DESTINATION_PACKETS, "PacketsReceived"),
            Map.entry(Part.SESSION, "SessionID"),
            Map.entry(Part.USER, "SourceUser"),
            Map.entry(Part.HOST, "DeviceName LogSourceName"),
            Map.entry(Part.POLICY, "Rule"))));

    private final LocalTimes times;
    private final Columns columns = new Columns(',');
    private final Parts parts = new Parts();
    private final JsonParts json = new JsonParts(JSON);
    private final CefLine header = new CefLine();
    private final Cef cef;

    PaloAlto(LocalTimes times) {
        this.times = times;
        this.cef = new Cef(times);
    }

    @Override
    public boolean decode(Line line, Records records) {
        parts.clear(line.bytes);
        if (line.bytes[line.from] == '{') {
            return json.read(line.bytes, line.from, line.to, parts)
                    && parts.has(Part.TYPE)
                    && decodeJson(line, records);
        }
        if (header.read(line)) {
            return header.begins(0, "palo alto networks") && cef.decode(header, line, records);
        }
        columns.cut(line.bytes, line.from, line.to);
        if (columns.count() <= GENERATED || columns.to(0) - columns.from(0) > 2) {
            return false;
        }
        columns.set(parts, Part.TYPE, TYPE);
        boolean flow = parts.isAny(Part.TYPE, "traffic", "threat", "decryption");
        if (!flow || columns.count() <= ACTION) {
            boolean cut = flow;
            if (cut) {
                records.problem(columns.count() + " columns");
            }
            return cut
                    || parts.isAny(Part.TYPE, "system", "config", "userid", "globalprotect", "auth", "hipmatch")
                    || parts.isAny(Part.TYPE, "correlation", "tunnel", "sctp", "gtp", "iptag", "url", "wildfire");
        }
        take(parts.is(Part.TYPE, "traffic"));
        finish(records, start(line));
        return true;
    }

    private void take(boolean traffic) {
        columns.set(parts, Part.SUBTYPE, SUBTYPE);
        columns.set(parts, Part.SOURCE, 7);
        columns.set(parts, Part.DESTINATION, 8);
        columns.set(parts, Part.POLICY, 11);
        columns.set(parts, Part.USER, 12);
        columns.set(parts, Part.APPLICATION, 14);
        columns.set(parts, Part.SESSION, 22);
        columns.set(parts, Part.SOURCE_PORT, 24);
        columns.set(parts, Part.DESTINATION_PORT, 25);
        columns.set(parts, Part.TRANSPORT, 29);
        columns.set(parts, Part.ACTION, ACTION);
        if (traffic) {
            columns.set(parts, Part.SOURCE_BYTES, BYTES_SENT);
            columns.set(parts, Part.DESTINATION_BYTES, BYTES_SENT + 1);
            columns.set(parts, Part.START, START);
            columns.set(parts, Part.DURATION, ELAPSED);
            columns.set(parts, Part.SOURCE_PACKETS, PACKETS_SENT);
            columns.set(parts, Part.DESTINATION_PACKETS, PACKETS_SENT + 1);
            columns.set(parts, Part.REASON, END_REASON);
            columns.set(parts, Part.HOST, DEVICE);
        }
        columns.set(parts, Part.TIME, GENERATED);
    }

    /** Columns have no zone; the one of the high-resolution time, which is among the last, goes for them too. */
    private long start(Line line) {
        Part part = parts.has(Part.START) ? Part.START : Part.TIME;
        int from = parts.from(part);
        int to = parts.to(part);
        for (int i = columns.count() - 1; i > DEVICE; i--) {
            int at = columns.from(i);
            int length = columns.to(i) - at;
            if (length > 24 && line.bytes[at + 10] == 'T') {
                long exact = Times.iso(line.bytes, at, columns.to(i));
                long local = Times.iso(line.bytes, at, at + 19);
                long start = slashed(line.bytes, from, to);
                if (exact != Numbers.BAD && local != Numbers.BAD && start != Numbers.BAD) {
                    return start + Math.floorDiv(exact - local, SECOND) * SECOND;
                }
            }
        }
        long start = times.dateTime(line.bytes, from, to);
        return start == Numbers.BAD && line.time > 0 ? line.time : start;
    }

    /** {@code 2026/01/02 03:04:05} as if it were UTC. */
    private static long slashed(byte[] bytes, int from, int to) {
        if (to - from != 19) {
            return Numbers.BAD;
        }
        byte[] iso = new byte[19 + 16];
        System.arraycopy(bytes, from, iso, 0, 19);
        iso[4] = '-';
        iso[7] = '-';
        return Times.iso(iso, 0, 19);
    }

    private boolean decodeJson(Line line, Records records) {
        if (!parts.has(Part.SOURCE_PORT)) {
            return true;
        }
        Part part = parts.has(Part.START) ? Part.START : Part.TIME;
        long start = parts.has(part) ? Times.iso(line.bytes, parts.from(part), parts.to(part)) : Numbers.BAD;
        finish(records, start);
        return true;
    }

    private void finish(Records records, long start) {
        Connection record = records.begin();
        parts.fill(record);
        record.start = start;
        long duration = Math.clamp(parts.number(Part.DURATION), 0, 1L << 31);
        record.end = start == Numbers.BAD ? start : start + duration * SECOND;
        tell(record, parts);
        if (parts.is(Part.TYPE, "traffic")) {
            boolean first = parts.is(Part.SUBTYPE, "start");
            record.joining = first ? Joining.FIRST : parts.is(Part.SUBTYPE, "end") ? Joining.LAST : Joining.NONE;
        } else {
            record.joining = Joining.NEXT;
        }
        record.joinedBy = parts.number(Part.SESSION);
        records.commit();
    }

    /** What the action, the application and the reason of the end prove. */
    static void tell(Connection record, Parts parts) {
        record.headersCounted = true;
        Verdict verdict = parts.is(Part.REASON, "policy-deny") ? Verdict.DENIED : Verdicts.of(parts.text(Part.ACTION));
        boolean unfinished = parts.is(Part.APPLICATION, "incomplete"); // of the handshake, or nothing after it
        if (verdict != Verdict.DENIED && unfinished && !parts.is(Part.SUBTYPE, "start")) {
            boolean reset = parts.is(Part.REASON, "tcp-rst-from-server");
            verdict = reset ? Verdict.REFUSED : Verdict.UNANSWERED;
        }
        record.verdict = verdict;
        record.recognised = parts.begins(Part.APPLICATION, "msrpc");
    }
}
