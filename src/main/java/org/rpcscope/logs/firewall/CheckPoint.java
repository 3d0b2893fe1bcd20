package org.rpcscope.logs.firewall;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.CefLine;
import org.rpcscope.logs.Columns;
import org.rpcscope.logs.Connection;
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
import org.rpcscope.logs.Verdicts;

/**
 * Logs of Check Point gateways as Log Exporter writes them (Check Point, sk122323): as syslog {@code [key:"value"; ...]}, for
 * Splunk as {@code key=value|...}, as CEF; as {@code fw log} prints them (R81 CLI Reference Guide), {@code 12Jun2026 12:33:00 accept
 * gateway > key: value; ...}; and as the quoted columns of SmartView exports. In these columns and in syslog the service is the
 * destination port.
 */
final class CheckPoint implements RecordDecoder {

    private static final byte[] ACTION = "action:\"".getBytes(StandardCharsets.US_ASCII);
    private static final int TRANSPORT_COLUMN = 11;

    private static final byte[] BAR_ACTION = "|action=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PRODUCT = "product=".getBytes(StandardCharsets.US_ASCII);

    private static final PartNames NAMES = PartNames.of(new EnumMap<>(Map.ofEntries(
            Map.entry(Part.SOURCE, "src"),
            Map.entry(Part.DESTINATION, "dst"),
            Map.entry(Part.SOURCE_PORT, "s_port"),
            Map.entry(Part.DESTINATION_PORT, "service"),
            Map.entry(Part.TRANSPORT, "proto"),
            Map.entry(Part.TIME, "time"),
            Map.entry(Part.ACTION, "action"),
            Map.entry(Part.SOURCE_BYTES, "client_outbound_bytes sent_bytes"),
            Map.entry(Part.DESTINATION_BYTES, "server_outbound_bytes received_bytes"),
            Map.entry(Part.SOURCE_PACKETS, "client_outbound_packets"),
            Map.entry(Part.DESTINATION_PACKETS, "server_outbound_packets"),
            Map.entry(Part.USER, "src_user_name user"),
            Map.entry(Part.HOST, "origin"),
            Map.entry(Part.POLICY, "rule_name rule"))));

    private static final KeyValues PAIRS = new KeyValues(':', NAMES);
    private static final KeyValues BARRED = new KeyValues('=', '|', NAMES);

    private static final KeyValues PRINTED = new KeyValues(':', ';', NAMES);
    private static final byte[] COLON = ": ".getBytes(StandardCharsets.US_ASCII);

    private final LocalTimes times;
    private final CefTimes moments;
    private final CefLine header = new CefLine();
    private final Columns columns = new Columns(' ');
    private final Parts parts = new Parts();
    private final Cef cef;

    CheckPoint(LocalTimes times) {
        this.times = times;
        moments = new CefTimes(times);
        cef = new Cef(times);
    }

    @Override
    public boolean decode(Line line, Records records) {
        if (header.read(line)) {
            return header.begins(0, "check point") && cef.decode(header, line, records);
        }
        parts.clear(line.bytes);
        int action = Ascii.find(line.bytes, line.hostFrom, line.to, ACTION);
        boolean bracketed = action > 0 && line.bytes[action - 1] == '[';
        long time;
        if (bracketed) {
            PAIRS.read(line.bytes, action, line.to, parts);
            time = time(line);
        } else if (line.find(BAR_ACTION) >= 0 && line.find(PRODUCT) >= 0) {
            BARRED.read(line.bytes, line.from, line.to, parts);
            time = time(line);
        } else if (line.begins("\"")) {
            columns.cut(line.bytes, line.from, line.to);
            if (columns.count() <= TRANSPORT_COLUMN) {
                return false;
            }
            take();
            time = times.compact(line.bytes, columns.from(1), columns.to(1), columns.from(2), columns.to(2));
            if (time == Numbers.BAD) {
                return false; // anything may be quoted
            }
        } else {
            time = printed(line);
            if (time == Numbers.BAD) {
                return false;
            }
        }
        Connection record = records.begin();
        parts.fill(record);
        if (!record.isOfOtherTransport() && parts.has(Part.SOURCE_PORT) && parts.has(Part.DESTINATION_PORT)) {
            record.start = time == Numbers.BAD ? line.time : time;
            record.headersCounted = true;
            record.verdict = Verdicts.of(parts.text(Part.ACTION));
            records.commit();
        }
        return parts.has(Part.SOURCE) || bracketed;
    }

    /** Reads what {@code fw log} prints, and returns its time: the action and the gateway are words before the pairs. */
    private long printed(Line line) {
        byte[] bytes = line.bytes;
        int date = Ascii.next(bytes, line.from, line.to, ' ');
        int clock = Ascii.next(bytes, Math.min(date + 1, line.to), line.to, ' ');
        int pairs = Ascii.find(bytes, clock, line.to, COLON);
        if (pairs < 0) {
            return Numbers.BAD;
        }
        while (bytes[pairs - 1] != ' ') {
            pairs--;
        }
        PRINTED.read(bytes, pairs, line.to, parts);
        for (int i = clock + 1; i < pairs; i++) {
            int end = Ascii.next(bytes, i, pairs, ' ');
            boolean acted = parts.has(Part.ACTION);
            String word = new String(bytes, i, end - i, StandardCharsets.ISO_8859_1);
            if (!acted && Verdicts.of(word) != Verdict.NONE) {
                parts.set(Part.ACTION, i, end);
            } else if (acted && !word.isEmpty() && !parts.has(Part.HOST)) {
                parts.set(Part.HOST, i, end);
            }
            i = end;
        }
        return times.compact(bytes, line.from, date, date + 1, clock);
    }

    private long time(Line line) {
        return parts.has(Part.TIME)
                ? moments.moment(line.bytes, parts.from(Part.TIME), parts.to(Part.TIME))
                : line.time;
    }

    /** Number, date, time, interface, origin, type, action, service, source port, source, destination, protocol, rule. */
    private void take() {
        columns.set(parts, Part.HOST, 4);
        columns.set(parts, Part.ACTION, 6);
        columns.set(parts, Part.DESTINATION_PORT, 7);
        columns.set(parts, Part.SOURCE_PORT, 8);
        columns.set(parts, Part.SOURCE, 9);
        columns.set(parts, Part.DESTINATION, 10);
        columns.set(parts, Part.TRANSPORT, TRANSPORT_COLUMN);
        columns.set(parts, Part.POLICY, 12);
    }
}
