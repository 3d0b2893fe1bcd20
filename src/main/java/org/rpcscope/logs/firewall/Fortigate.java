package org.rpcscope.logs.firewall;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
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
 * Traffic and security logs of FortiGate (Fortinet, "FortiOS Log Message Reference" 7.4, traffic log fields) as {@code
 * key=value} pairs or as CEF. The service DCE-RPC follows from the port and proves nothing. Byte counts include headers.
 */
final class Fortigate implements RecordDecoder {

    private static final long SECOND = 1_000_000_000L;
    private static final long PACKET = 80; // of headers alone
    private static final byte[] SUBTYPE = "subtype=\"".getBytes(StandardCharsets.US_ASCII);

    private static final KeyValues PAIRS = new KeyValues(
            '=',
            PartNames.of(new EnumMap<>(Map.ofEntries(
                    Map.entry(Part.TYPE, "type"),
                    Map.entry(Part.SUBTYPE, "logid"),
                    Map.entry(Part.SOURCE, "srcip"),
                    Map.entry(Part.DESTINATION, "dstip"),
                    Map.entry(Part.SOURCE_PORT, "srcport"),
                    Map.entry(Part.DESTINATION_PORT, "dstport"),
                    Map.entry(Part.TRANSPORT, "proto"),
                    Map.entry(Part.TIME, "eventtime"),
                    Map.entry(Part.DATE, "date"),
                    Map.entry(Part.CLOCK, "time"),
                    Map.entry(Part.ZONE, "tz"),
                    Map.entry(Part.DURATION, "duration"),
                    Map.entry(Part.ACTION, "action"),
                    Map.entry(Part.SERVICE, "service"),
                    Map.entry(Part.SOURCE_BYTES, "sentbyte"),
                    Map.entry(Part.DESTINATION_BYTES, "rcvdbyte"),
                    Map.entry(Part.SOURCE_PACKETS, "sentpkt"),
                    Map.entry(Part.DESTINATION_PACKETS, "rcvdpkt"),
                    Map.entry(Part.SESSION, "sessionid"),
                    Map.entry(Part.USER, "user unauthuser"),
                    Map.entry(Part.HOST, "devname"),
                    Map.entry(Part.POLICY, "policyname policyid")))));

    private final LocalTimes times;
    private final CefTimes moments;
    private final CefLine header = new CefLine();
    private final Cef cef;
    private final Parts parts = new Parts();
    private final byte[] local = new byte[48];

    Fortigate(LocalTimes times) {
        this.times = times;
        moments = new CefTimes(times);
        cef = new Cef(times);
    }

    @Override
    public boolean decode(Line line, Records records) {
        if (header.read(line)) {
            return header.begins(0, "fortinet") && cef.decode(header, line, records);
        }
        parts.clear(line.bytes);
        PAIRS.read(line.bytes, line.hostFrom, line.to, parts);
        if (!parts.has(Part.TYPE) || !parts.has(Part.SUBTYPE)) {
            return parts.is(Part.TYPE, "event") && line.find(SUBTYPE) >= 0;
        }
        boolean traffic = parts.is(Part.TYPE, "traffic");
        boolean ported = parts.has(Part.SOURCE_PORT) && parts.has(Part.DESTINATION_PORT);
        if (parts.is(Part.TYPE, "event") || !ported && !traffic) {
            return true;
        }
        Connection record = records.begin();
        parts.fill(record);
        if (!record.isOfOtherTransport()) {
            record.end = moment(line);
            long duration = Math.clamp(parts.number(Part.DURATION), 0, 1L << 31);
            record.start = record.end < 0 ? record.end : Math.max(0, record.end - duration * SECOND);
            record.headersCounted = true;
            record.verdict = verdict(parts.text(Part.ACTION), parts);
            record.joinedBy = parts.number(Part.SESSION);
            record.joining = record.joinedBy > 0 ? joining(line, traffic) : Joining.NONE;
            records.commit();
        }
        return true;
    }

    /** Log 0000000020 of a long session tells its counters now and then; every other traffic log but a start is its end. */
    private Joining joining(Line line, boolean traffic) {
        if (!traffic || line.bytes[parts.to(Part.SUBTYPE) - 2] == '2') {
            return Joining.NEXT;
        }
        return parts.is(Part.ACTION, "start") ? Joining.FIRST : Joining.LAST;
    }

    /** The words of {@code action} in traffic logs, and those of the security profiles. */
    static Verdict verdict(String action, Parts parts) {
        return switch (action) {
            case "close" -> Verdict.ESTABLISHED;
            case "ip-conn" -> Verdict.UNANSWERED;
            case "server-rst" -> refused(parts) ? Verdict.REFUSED : Verdict.ALLOWED;
            case "client-rst", "timeout", "passthrough", "log-only" -> Verdict.ALLOWED;
            default -> Verdicts.of(action);
        };
    }

    /** The reset answered the SYN: not more than one packet came back, and nothing in it. */
    private static boolean refused(Parts parts) {
        long packets = parts.number(Part.DESTINATION_PACKETS);
        long bytes = parts.number(Part.DESTINATION_BYTES);
        return packets >= 0 && packets <= 1 && bytes <= PACKET;
    }

    /** {@code eventtime} is exact, whatever its unit; date and time have a zone of their own, or none. */
    private long moment(Line line) {
        long exact = parts.has(Part.TIME)
                ? moments.moment(line.bytes, parts.from(Part.TIME), parts.to(Part.TIME))
                : Numbers.BAD;
        if (exact != Numbers.BAD || !parts.has(Part.DATE) || !parts.has(Part.CLOCK)) {
            return exact == Numbers.BAD ? line.time : exact;
        }
        return dateTime(line.bytes, parts, times, local);
    }

    /** The moment of a date, a time and perhaps a zone in fields of their own. */
    static long dateTime(byte[] bytes, Parts parts, LocalTimes times, byte[] room) {
        int date = parts.to(Part.DATE) - parts.from(Part.DATE);
        int clock = parts.to(Part.CLOCK) - parts.from(Part.CLOCK);
        if (date != 10 || clock < 8 || clock > 18) {
            return Numbers.BAD;
        }
        System.arraycopy(bytes, parts.from(Part.DATE), room, 0, date);
        room[date] = ' ';
        System.arraycopy(bytes, parts.from(Part.CLOCK), room, date + 1, clock);
        int end = date + 1 + clock;
        long seconds =
                parts.has(Part.ZONE) ? Times.offset(bytes, parts.from(Part.ZONE), parts.to(Part.ZONE)) : Numbers.BAD;
        if (seconds == Numbers.BAD) {
            return times.dateTime(room, 0, end);
        }
        room[4] = '-';
        room[7] = '-';
        long moment = Times.iso(room, 0, end);
        return moment == Numbers.BAD ? Numbers.BAD : Math.max(0, moment - seconds * SECOND);
    }
}
