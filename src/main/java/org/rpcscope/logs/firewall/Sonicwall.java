package org.rpcscope.logs.firewall;

import java.util.EnumMap;
import java.util.Map;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.CefLine;
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
import org.rpcscope.logs.Times;
import org.rpcscope.logs.Verdict;
import org.rpcscope.logs.Verdicts;

/**
 * Syslog of SonicWall (SonicWall, "SonicOS Log Events Reference Guide" 7.0): {@code id=firewall ... src=address:port:interface}
 * pairs, or CEF (the enhanced syslog format). Message 98 opens a connection, 537 closes it with its counters, 36 and 37 drop.
 */
final class Sonicwall implements RecordDecoder {

    private static final long OPENED = 98;
    private static final long CLOSED = 537;

    private static final KeyValues PAIRS = new KeyValues(
            '=',
            PartNames.of(new EnumMap<>(Map.ofEntries(
                    Map.entry(Part.TYPE, "id"),
                    Map.entry(Part.SUBTYPE, "m"),
                    Map.entry(Part.SOURCE, "src"),
                    Map.entry(Part.DESTINATION, "dst"),
                    Map.entry(Part.TRANSPORT, "proto"),
                    Map.entry(Part.TIME, "time"),
                    Map.entry(Part.ACTION, "fw_action"),
                    Map.entry(Part.REASON, "msg"),
                    Map.entry(Part.SOURCE_BYTES, "sent"),
                    Map.entry(Part.DESTINATION_BYTES, "rcvd"),
                    Map.entry(Part.SOURCE_PACKETS, "spkt"),
                    Map.entry(Part.DESTINATION_PACKETS, "rpkt"),
                    Map.entry(Part.USER, "usr"),
                    Map.entry(Part.HOST, "fw"),
                    Map.entry(Part.POLICY, "rule")))));

    private final LocalTimes times;
    private final CefLine header = new CefLine();
    private final Cef cef;
    private final Parts parts = new Parts();

    Sonicwall(LocalTimes times) {
        this.times = times;
        cef = new Cef(times);
    }

    @Override
    public boolean decode(Line line, Records records) {
        if (header.read(line)) {
            return header.begins(0, "sonicwall") && cef.decode(header, line, records);
        }
        parts.clear(line.bytes);
        PAIRS.read(line.bytes, line.hostFrom, line.to, parts);
        if (!parts.has(Part.SUBTYPE) || !parts.has(Part.TYPE) || !parts.has(Part.TIME)) {
            return false;
        }
        if (!parts.has(Part.SOURCE) || !parts.has(Part.DESTINATION)) {
            return true;
        }
        Connection record = records.begin();
        parts.fill(record);
        record.sourcePort = end(line, record, Part.SOURCE);
        record.destinationPort = end(line, record, Part.DESTINATION);
        if (record.sourcePort < 0 || record.destinationPort < 0) {
            return true;
        }
        if (parts.has(Part.TRANSPORT)) {
            int from = parts.from(Part.TRANSPORT);
            record.transport(line.bytes, from, Ascii.next(line.bytes, from, parts.to(Part.TRANSPORT), '/'));
        }
        record.start = time(line);
        record.headersCounted = true;
        boolean dropped = Verdicts.of(parts.text(Part.ACTION)) == Verdict.DENIED || isDrop();
        record.verdict = dropped ? Verdict.DENIED : Verdict.ALLOWED;
        long id = parts.number(Part.SUBTYPE);
        record.joining = id == OPENED ? Joining.FIRST : id == CLOSED ? Joining.LAST : Joining.NONE;
        records.commit();
        return true;
    }

    /** "TCP connection dropped", "TCP packet dropped", "UDP packet denied by policy". */
    private boolean isDrop() {
        String text = parts.text(Part.REASON);
        return text.contains("dropped") || text.contains("denied") || text.contains("blocked");
    }

    /** {@code 2026-01-26 12:34:56 UTC} or without the zone. */
    private long time(Line line) {
        int from = parts.from(Part.TIME);
        int to = parts.to(Part.TIME);
        boolean utc = to - from > 4 && Ascii.is(line.bytes, to - 4, to, " utc");
        long time = utc ? Times.iso(line.bytes, from, to - 4) : times.dateTime(line.bytes, from, to);
        return time == Numbers.BAD && line.time > 0 ? line.time : time;
    }

    /** Sets an end from {@code address:port:interface:name}, brackets around an IPv6 address, and returns its port, or -1. */
    private long end(Line line, Connection record, Part part) {
        int from = parts.from(part);
        int to = parts.to(part);
        boolean bracketed = from < to && line.bytes[from] == '[';
        int start = bracketed ? from + 1 : from;
        int stop = Ascii.next(line.bytes, start, to, bracketed ? ']' : ':');
        int colon = bracketed ? stop + 1 : stop;
        if (colon >= to || line.bytes[colon] != ':') {
            return -1;
        }
        boolean bareSix =
                !bracketed && Ascii.next(line.bytes, start, stop, '.') == stop; // its port cannot be told apart
        boolean set = !bareSix
                && (part == Part.SOURCE
                        ? record.source(line.bytes, start, stop)
                        : record.destination(line.bytes, start, stop));
        long port = Numbers.count(line.bytes, colon + 1, Ascii.next(line.bytes, colon + 1, to, ':'));
        return set && port != Numbers.BAD ? port : -1;
    }
}
