package org.rpcscope.logs.flow;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.logs.Columns;
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

/**
 * NetFlow as nfdump prints it with {@code -o csv} (nfdump(1), versions 1.6 and 1.7): a header names the columns; behind the
 * flows comes a summary, which is passed over. Flags stand as letters, {@code ...AP.SF}.
 */
final class NfdumpCsv implements RecordDecoder {

    private static final long SECOND = 1_000_000_000L;

    private static final PartNames NAMES = PartNames.of(new EnumMap<>(Map.ofEntries(
            Map.entry(Part.START, "ts firstSeen first"),
            Map.entry(Part.END, "te lastSeen last"),
            Map.entry(Part.DURATION, "td duration"),
            Map.entry(Part.SOURCE, "sa srcAddr"),
            Map.entry(Part.DESTINATION, "da dstAddr"),
            Map.entry(Part.SOURCE_PORT, "sp srcPort"),
            Map.entry(Part.DESTINATION_PORT, "dp dstPort"),
            Map.entry(Part.TRANSPORT, "pr proto"),
            Map.entry(Part.FLAGS, "flg flags"),
            Map.entry(Part.SOURCE_PACKETS, "ipkt packets inPackets"),
            Map.entry(Part.SOURCE_BYTES, "ibyt bytes inBytes"),
            Map.entry(Part.DESTINATION_PACKETS, "opkt outPackets"),
            Map.entry(Part.DESTINATION_BYTES, "obyt outBytes"))));

    private final LocalTimes times;
    private final Columns columns = new Columns(',');
    private final Parts parts = new Parts();
    private final int[] order;

    NfdumpCsv(LocalTimes times, byte[] head) {
        this.times = times;
        @Nullable
        String header = new String(head, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(NfdumpCsv::isHeader)
                .findFirst()
                .orElse(null);
        order = header == null
                ? new int[0]
                : List.of(header.trim().split(",", -1)).stream()
                        .mapToInt(NfdumpCsv::part)
                        .toArray();
    }

    private static boolean isHeader(String line) {
        return line.startsWith("ts,te,td,sa,da,") || line.startsWith("firstSeen,") && line.contains(",srcAddr,");
    }

    private static int part(String column) {
        byte[] name = column.trim().getBytes(StandardCharsets.US_ASCII);
        return NAMES.find(name, 0, name.length);
    }

    @Override
    public boolean decode(Line line, Records records) {
        if (order.length == 0) {
            return false;
        }
        byte[] bytes = line.bytes;
        if (bytes[line.from] < '0' || bytes[line.from] > '9') {
            return true; // the header, or the summary
        }
        columns.cut(bytes, line.from, line.to);
        if (columns.count() != order.length) {
            return columns.count() < 8; // the numbers of the summary
        }
        parts.clear(bytes);
        for (int i = 0; i < order.length; i++) {
            parts.set(order[i], columns.from(i), columns.to(i));
        }
        Connection record = records.begin();
        parts.fill(record);
        if (!record.isOfOtherTransport()) {
            record.start = time(bytes, Part.START);
            record.end = end(bytes, record.start);
            record.headersCounted = true;
            record.directionKnown = false;
            record.joining = Joining.SPANS;
            record.verdict = Verdict.ALLOWED;
            if (record.destinationPackets == 0) { // of a flow of one way: the other way is another flow
                record.destinationPackets = Connection.ABSENT;
                record.destinationBytes = Connection.ABSENT;
            }
            TcpFlags.tell(record, flags(bytes), false);
            records.commit();
        }
        return true;
    }

    private long time(byte[] bytes, Part part) {
        return parts.has(part) ? times.dateTime(bytes, parts.from(part), parts.to(part)) : Numbers.BAD;
    }

    private long end(byte[] bytes, long start) {
        if (parts.has(Part.END) || start == Numbers.BAD || !parts.has(Part.DURATION)) {
            return time(bytes, Part.END);
        }
        long nanos = Numbers.nanos(bytes, parts.from(Part.DURATION), parts.to(Part.DURATION));
        return nanos == Numbers.BAD ? start : start + Math.min(nanos, SECOND << 31);
    }

    private long flags(byte[] bytes) {
        if (!parts.has(Part.FLAGS)) {
            return -1;
        }
        long flags = 0;
        for (int i = parts.from(Part.FLAGS); i < parts.to(Part.FLAGS); i++) {
            int bit = "FSRPAU".indexOf(bytes[i]);
            flags |= bit < 0 ? 0 : 1L << bit;
        }
        return flags;
    }
}
