package org.rpcscope.logs.firewall;

import java.util.EnumMap;
import java.util.Map;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.PartNames;
import org.rpcscope.logs.Parts;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Times;
import org.rpcscope.logs.Verdicts;

/**
 * The security events that FTD writes as {@code Key: value, Key: value} (Cisco, "Secure Firewall Threat Defense Syslog
 * Messages", 430001 to 430005): of a connection's beginning (430002), its end (430003), intrusions and files.
 */
final class FtdConnection {

    private static final int BEGINS = 430002;
    private static final int ENDS = 430003;
    private static final long SECOND = 1_000_000_000L;

    private static final PartNames NAMES = PartNames.of(new EnumMap<>(Map.ofEntries(
            Map.entry(Part.SOURCE, "SrcIP"),
            Map.entry(Part.DESTINATION, "DstIP"),
            Map.entry(Part.SOURCE_PORT, "SrcPort"),
            Map.entry(Part.DESTINATION_PORT, "DstPort"),
            Map.entry(Part.TRANSPORT, "Protocol"),
            Map.entry(Part.START, "FirstPacketSecond"),
            Map.entry(Part.DURATION, "ConnectionDuration"),
            Map.entry(Part.ACTION, "AccessControlRuleAction InlineResult FileAction"),
            Map.entry(Part.APPLICATION, "ApplicationProtocol"),
            Map.entry(Part.SOURCE_BYTES, "InitiatorBytes"),
            Map.entry(Part.DESTINATION_BYTES, "ResponderBytes"),
            Map.entry(Part.SOURCE_PACKETS, "InitiatorPackets"),
            Map.entry(Part.DESTINATION_PACKETS, "ResponderPackets"),
            Map.entry(Part.SESSION, "ConnectionID"),
            Map.entry(Part.USER, "User"),
            Map.entry(Part.POLICY, "AccessControlRuleName"))));

    private final Parts parts = new Parts();

    /** Decodes what stands behind the colon of the message {@code id}. */
    void decode(Line line, int from, int id, Records records) {
        parts.clear(line.bytes);
        int i = from;
        while (i < line.to) {
            while (i < line.to && line.bytes[i] == ' ') {
                i++;
            }
            int colon = Ascii.next(line.bytes, i, line.to, ':');
            int end = pairEnd(line, colon);
            parts.set(NAMES.find(line.bytes, i, colon), Math.min(colon + 2, end), end);
            i = end + 1;
        }
        Connection record = records.begin();
        parts.fill(record);
        if (!parts.has(Part.SOURCE_PORT)) {
            return; // ICMP
        }
        record.host = line.hostTo > line.hostFrom ? record.text(line.bytes, line.hostFrom, line.hostTo) : 0;
        long first = parts.has(Part.START)
                ? Times.iso(line.bytes, parts.from(Part.START), parts.to(Part.START))
                : Numbers.BAD;
        record.start = first == Numbers.BAD ? line.time : first;
        long duration = Math.clamp(parts.number(Part.DURATION), 0, 1L << 31);
        record.end = record.start == Numbers.BAD ? Numbers.BAD : record.start + duration * SECOND;
        String action = parts.text(Part.ACTION);
        record.verdict = Verdicts.of(action.startsWith("Block") ? "block" : action);
        record.headersCounted = true;
        record.recognised = parts.isAny(Part.APPLICATION, "dce/rpc", "dcerpc", "dce_rpc");
        record.joining = id == BEGINS ? Joining.FIRST : id == ENDS ? Joining.LAST : Joining.NONE;
        record.joinedBy = parts.number(Part.SESSION);
        records.commit();
    }

    /** Values may hold commas; a pair ends where one is followed by a blank and a word with a colon. */
    private static int pairEnd(Line line, int from) {
        int i = Ascii.next(line.bytes, from, line.to, ',');
        while (i < line.to && !beginsPair(line, i + 1)) {
            i = Ascii.next(line.bytes, i + 1, line.to, ',');
        }
        return i;
    }

    private static boolean beginsPair(Line line, int from) {
        int i = from;
        if (i >= line.to || line.bytes[i] != ' ') {
            return false;
        }
        i++;
        while (i < line.to && (line.bytes[i] > ' ' && line.bytes[i] != ':' && line.bytes[i] != ',')) {
            i++;
        }
        return i < line.to && line.bytes[i] == ':';
    }
}
