package org.rpcscope.logs.firewall;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.CefLine;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
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
 * Records of connections in CEF and LEEF of any vendor (ArcSight's CEF standard, version 25; IBM, "LEEF predefined event
 * attributes"), with what FortiGate, PAN-OS, Check Point, SonicWall and WatchGuard add. In practice {@code out} counts what
 * the source sent and {@code in} what it received. Records that name no two ends with ports are of something else.
 */
final class Cef implements RecordDecoder {

    private static final int UDP_OF_NAMES = 53;
    private static final long SECOND = 1_000_000_000L;

    private static final PartNames CEF = PartNames.of(new EnumMap<>(Map.ofEntries(
            Map.entry(Part.SOURCE, "src c6a2"),
            Map.entry(Part.DESTINATION, "dst c6a3"),
            Map.entry(Part.SOURCE_PORT, "spt"),
            Map.entry(Part.DESTINATION_PORT, "dpt"),
            Map.entry(Part.TRANSPORT, "proto"),
            Map.entry(Part.TIME, "rt FTNTFGTeventtime FortinetFortiGateeventtime"),
            Map.entry(Part.START, "start PanOSSessionStartTime"),
            Map.entry(Part.END, "end"),
            Map.entry(Part.ACTION, "act FTNTFGTaction FortinetFortiGateaction rule_action fw_action"),
            Map.entry(Part.REASON, "reason"),
            Map.entry(Part.APPLICATION, "app"),
            Map.entry(Part.SOURCE_BYTES, "out FTNTFGTsentbyte"),
            Map.entry(Part.DESTINATION_BYTES, "in FTNTFGTrcvdbyte"),
            Map.entry(Part.SOURCE_PACKETS, "FTNTFGTsentpkt FortinetFortiGatesentpkt PanOSPacketsSent"),
            Map.entry(Part.DESTINATION_PACKETS, "FTNTFGTrcvdpkt FortinetFortiGatercvdpkt PanOSPacketsReceived"),
            Map.entry(Part.SESSION, "externalId cn1"),
            Map.entry(Part.USER, "suser susr"),
            Map.entry(Part.HOST, "dvchost origin"),
            Map.entry(Part.PROCESS, "sproc"),
            Map.entry(Part.POLICY, "FTNTFGTpolicyname cs1"))));

    private static final PartNames LEEF = PartNames.of(new EnumMap<>(Map.ofEntries(
            Map.entry(Part.SOURCE, "src"),
            Map.entry(Part.DESTINATION, "dst"),
            Map.entry(Part.SOURCE_PORT, "srcPort"),
            Map.entry(Part.DESTINATION_PORT, "dstPort"),
            Map.entry(Part.TRANSPORT, "proto"),
            Map.entry(Part.TIME, "devTime"),
            Map.entry(Part.START, "StartTime"),
            Map.entry(Part.SUBTYPE, "Subtype"),
            Map.entry(Part.ACTION, "action disp act"),
            Map.entry(Part.REASON, "SessionEndReason"),
            Map.entry(Part.APPLICATION, "Application app_name"),
            Map.entry(Part.DURATION, "duration ElapsedTime"),
            Map.entry(Part.SOURCE_BYTES, "srcBytes sent_bytes"),
            Map.entry(Part.DESTINATION_BYTES, "dstBytes rcvd_bytes"),
            Map.entry(Part.SOURCE_PACKETS, "srcPackets"),
            Map.entry(Part.DESTINATION_PACKETS, "dstPackets"),
            Map.entry(Part.SESSION, "SessionID"),
            Map.entry(Part.USER, "usrName src_user"),
            Map.entry(Part.HOST, "DeviceName host_name"),
            Map.entry(Part.POLICY, "RuleName policy"))));

    private final CefTimes moments;
    private final CefLine header = new CefLine();
    private final Parts parts = new Parts();

    Cef(LocalTimes times) {
        this.moments = new CefTimes(times);
    }

    @Override
    public boolean decode(Line line, Records records) {
        return header.read(line) && decode(header, line, records);
    }

    /** Decodes a line whose header is read already. */
    boolean decode(CefLine read, Line line, Records records) {
        parts.clear(line.bytes);
        read.parts(read.isLeef() ? LEEF : CEF, parts);
        boolean ported = parts.has(Part.SOURCE_PORT) && parts.has(Part.DESTINATION_PORT);
        if (!ported || !parts.has(Part.SOURCE) || !parts.has(Part.DESTINATION)) {
            return true;
        }
        Connection record = records.begin();
        parts.fill(record);
        transport(line, record);
        record.start = start(line);
        record.end = Math.max(record.start, moment(line, Part.END));
        record.headersCounted = true;
        boolean panos = read.begins(0, "palo alto networks");
        if (panos) {
            PaloAlto.tell(record, parts);
        } else {
            record.verdict = verdict(read, line);
        }
        stage(read, record);
        records.commit();
        return true;
    }

    /** SonicWall writes {@code tcp/https}; a record of WatchGuard may lack it: then DNS is taken as UDP and all else as TCP. */
    private void transport(Line line, Connection record) {
        if (parts.has(Part.TRANSPORT)) {
            int from = parts.from(Part.TRANSPORT);
            record.transport(line.bytes, from, Ascii.next(line.bytes, from, parts.to(Part.TRANSPORT), '/'));
        } else {
            record.transport = record.destinationPort == UDP_OF_NAMES ? 17 : 6;
        }
    }

    private long start(Line line) {
        long start = moment(line, Part.START);
        long time = moment(line, Part.TIME);
        if (start == Numbers.BAD && time != Numbers.BAD) {
            start = Math.max(0, time - Math.clamp(parts.number(Part.DURATION), 0, 1L << 31) * SECOND);
        }
        return start == Numbers.BAD ? line.time : start;
    }

    private long moment(Line line, Part part) {
        return parts.has(part) ? moments.moment(line.bytes, parts.from(part), parts.to(part)) : Numbers.BAD;
    }

    private Verdict verdict(CefLine read, Line line) {
        String action = parts.text(Part.ACTION);
        if (read.begins(1, "fortigate")) {
            return Fortigate.verdict(action, parts);
        }
        Verdict verdict = Verdicts.of(action);
        boolean named = verdict == Verdict.NONE && Verdicts.of(lastWord(line, read)) == Verdict.DENIED;
        return named ? Verdict.DENIED : verdict;
    }

    /** Of the event's name, such as "TCP connection dropped". */
    private static String lastWord(Line line, CefLine read) {
        int from = Math.max(read.from(3), read.to(3) - 1);
        while (from > read.from(3) && line.bytes[from - 1] != ' ') {
            from--;
        }
        return new String(line.bytes, from, Math.max(0, read.to(3) - from), StandardCharsets.US_ASCII);
    }

    private void stage(CefLine read, Connection record) {
        record.joinedBy = parts.number(Part.SESSION);
        if (record.joinedBy > 0) {
            boolean first = read.is(3, "start") || read.is(3, "connection opened");
            boolean last = read.is(3, "end") || read.is(3, "connection closed");
            record.joining = first ? Joining.FIRST : last ? Joining.LAST : Joining.NEXT;
        }
    }
}
