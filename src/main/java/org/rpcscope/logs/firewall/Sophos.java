package org.rpcscope.logs.firewall;

import java.util.EnumMap;
import java.util.Map;
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
 * Logs of Sophos Firewall (Sophos, "Syslog guide", SFOS 20) and the packet filter log of Sophos UTM 9, both {@code key="value"}
 * pairs. A content filter that inspects TLS or HTTP leaves the protocol out: it is TCP. Byte counts include headers.
 */
final class Sophos implements RecordDecoder {

    private static final KeyValues PAIRS = new KeyValues(
            '=',
            PartNames.of(new EnumMap<>(Map.ofEntries(
                    Map.entry(Part.TYPE, "log_type sub"),
                    Map.entry(Part.SUBTYPE, "log_subtype"),
                    Map.entry(Part.SOURCE, "src_ip srcip"),
                    Map.entry(Part.DESTINATION, "dst_ip dstip"),
                    Map.entry(Part.SOURCE_PORT, "src_port srcport"),
                    Map.entry(Part.DESTINATION_PORT, "dst_port dstport"),
                    Map.entry(Part.TRANSPORT, "protocol proto"),
                    Map.entry(Part.TIME, "timestamp"),
                    Map.entry(Part.DATE, "date"),
                    Map.entry(Part.CLOCK, "time"),
                    Map.entry(Part.ZONE, "timezone"),
                    Map.entry(Part.ACTION, "status action"),
                    Map.entry(Part.REASON, "connevent con_event"),
                    Map.entry(Part.APPLICATION, "application app_name"),
                    Map.entry(Part.SOURCE_BYTES, "sent_bytes bytes_sent"),
                    Map.entry(Part.DESTINATION_BYTES, "recv_bytes bytes_received"),
                    Map.entry(Part.SOURCE_PACKETS, "sent_pkts packets_sent"),
                    Map.entry(Part.DESTINATION_PACKETS, "recv_pkts packets_received"),
                    Map.entry(Part.SESSION, "connid con_id"),
                    Map.entry(Part.USER, "user_name user"),
                    Map.entry(Part.HOST, "device_name"),
                    Map.entry(Part.POLICY, "fw_rule_name rule_name fwrule fw_rule_id")))));

    private final LocalTimes times;
    private final Parts parts = new Parts();
    private final byte[] local = new byte[48];

    Sophos(LocalTimes times) {
        this.times = times;
    }

    @Override
    public boolean decode(Line line, Records records) {
        parts.clear(line.bytes);
        PAIRS.read(line.bytes, line.hostFrom, line.to, parts);
        boolean firewall = parts.has(Part.SUBTYPE) && parts.has(Part.TYPE);
        boolean utm = !firewall && parts.has(Part.TYPE) && line.find(Utm.MARK) >= 0;
        if (!firewall && !utm) {
            return false;
        }
        if (!parts.has(Part.SOURCE_PORT) || !parts.has(Part.DESTINATION_PORT)) {
            return true;
        }
        Connection record = records.begin();
        parts.fill(record);
        if (record.transport < 0 && parts.begins(Part.TYPE, "content filtering")) {
            record.transport = 6;
        }
        record.start = moment(line);
        record.headersCounted = true;
        Verdict verdict = Verdicts.of(parts.text(Part.ACTION));
        record.verdict = verdict == Verdict.NONE ? Verdicts.of(parts.text(Part.SUBTYPE)) : verdict;
        record.action = record.action == 0 ? record.text(parts.text(Part.SUBTYPE)) : record.action;
        record.joinedBy = parts.number(Part.SESSION);
        if (record.joinedBy > 0) {
            boolean first = parts.is(Part.REASON, "start");
            record.joining = first ? Joining.FIRST : parts.is(Part.REASON, "stop") ? Joining.LAST : Joining.NEXT;
        }
        records.commit();
        return true;
    }

    private long moment(Line line) {
        if (parts.has(Part.TIME)) {
            return Times.iso(line.bytes, parts.from(Part.TIME), parts.to(Part.TIME));
        }
        if (parts.has(Part.DATE) && parts.has(Part.CLOCK)) {
            return Fortigate.dateTime(line.bytes, parts, times, local);
        }
        return line.time < 0 ? Utm.time(line, times) : line.time;
    }

    /** What only the older product has. */
    private static final class Utm {
        static final byte[] MARK = {'i', 'd', '=', '"'};

        private Utm() {}

        /** {@code 2026:01:02-03:04:05 host ulogd[1]: id=...} */
        static long time(Line line, LocalTimes times) {
            boolean dated = line.bytes[line.hostFrom] == '2' && line.to - line.hostFrom > 19;
            long time = dated ? times.dateTime(line.bytes, line.hostFrom, line.hostFrom + 19) : Numbers.BAD;
            return time == Numbers.BAD ? line.time : time;
        }
    }
}
