package org.rpcscope.logs.firewall;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.KeyValues;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.PartNames;
import org.rpcscope.logs.Parts;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Verdict;
import org.rpcscope.logs.Verdicts;

/**
 * What the Linux kernel logs for iptables, nftables, UFW and Shorewall (netfilter.org, {@code LOG} target; kernel source
 * net/netfilter/nf_log_syslog.c): {@code PREFIX IN=eth0 OUT=eth1 SRC=... DST=... PROTO=TCP SPT=... DPT=...}. What was done
 * stands in the prefix alone, which the administrator chose: a word such as DROP, BLOCK or ACCEPT is looked for in it.
 */
final class Netfilter implements RecordDecoder {

    private static final byte[] BEGIN = "IN=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SYN = " SYN ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ACK = " ACK ".getBytes(StandardCharsets.US_ASCII);

    private static final KeyValues PAIRS = new KeyValues(
            '=',
            PartNames.of(new EnumMap<>(Map.of(
                    Part.SOURCE, "SRC",
                    Part.DESTINATION, "DST",
                    Part.SOURCE_PORT, "SPT",
                    Part.DESTINATION_PORT, "DPT",
                    Part.TRANSPORT, "PROTO"))));

    private final Parts parts = new Parts();

    @Override
    public boolean decode(Line line, Records records) {
        byte[] bytes = line.bytes;
        int at = Ascii.find(bytes, line.hostFrom, line.to, BEGIN);
        if (at < 0) {
            return false;
        }
        parts.clear(bytes);
        PAIRS.read(bytes, at, line.to, parts);
        if (!parts.has(Part.SOURCE) || !parts.has(Part.TRANSPORT)) {
            return false;
        }
        Connection record = records.begin();
        parts.fill(record);
        record.start = line.time;
        record.host = line.hostTo > line.hostFrom ? record.text(bytes, line.hostFrom, line.hostTo) : 0;
        record.directionKnown = Ascii.find(bytes, at, line.to, SYN) >= 0 && Ascii.find(bytes, at, line.to, ACK) < 0;
        record.joining = Joining.REPEATS;
        word(record, bytes, Math.max(line.hostTo, line.programTo), at);
        records.commit();
        return true;
    }

    /** Takes the last word of the prefix that means something. */
    private static void word(Connection record, byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && record.verdict == Verdict.NONE) {
            while (i > from && !isLetter(bytes[i - 1])) {
                i--;
            }
            int end = i;
            while (i > from && isLetter(bytes[i - 1])) {
                i--;
            }
            if (end - i >= 3) {
                record.verdict = Verdicts.of(new String(bytes, i, end - i, StandardCharsets.US_ASCII));
                record.action = record.verdict == Verdict.NONE ? 0 : record.text(bytes, i, end);
            }
        }
    }

    private static boolean isLetter(byte b) {
        int small = b | 0x20;
        return small >= 'a' && small <= 'z';
    }
}
