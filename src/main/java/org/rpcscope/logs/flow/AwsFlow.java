package org.rpcscope.logs.flow;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.Columns;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.JsonParts;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.PartNames;
import org.rpcscope.logs.Parts;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Verdict;

/**
 * VPC flow logs of AWS (Amazon, "VPC User Guide: Flow log records", versions 2 to 7): columns with blanks between, in the
 * default order or in that of a header, or JSON. Where the addresses of the packet itself are told, they go before those of
 * the interface, which a NAT gateway or load balancer stands for.
 */
final class AwsFlow implements RecordDecoder {

    private static final List<String> DEFAULT = List.of(
            "version",
            "account-id",
            "interface-id",
            "srcaddr",
            "dstaddr",
            "srcport",
            "dstport",
            "protocol",
            "packets",
            "bytes",
            "start",
            "end",
            "action",
            "log-status");
    private static final long SECOND = 1_000_000_000L;
    private static final long MOST_SECONDS = Long.MAX_VALUE / SECOND;

    /** A SYN with an ACK in the flags of one direction: the vendor says that this is the answer. */
    private static final int SYN_ACK = 18;

    private static final PartNames NAMES = PartNames.of(new EnumMap<>(Map.ofEntries(
            Map.entry(Part.SOURCE, "pkt-srcaddr pkt_srcaddr srcaddr"),
            Map.entry(Part.DESTINATION, "pkt-dstaddr pkt_dstaddr dstaddr"),
            Map.entry(Part.SOURCE_PORT, "srcport"),
            Map.entry(Part.DESTINATION_PORT, "dstport"),
            Map.entry(Part.TRANSPORT, "protocol"),
            Map.entry(Part.SOURCE_PACKETS, "packets"),
            Map.entry(Part.SOURCE_BYTES, "bytes"),
            Map.entry(Part.START, "start"),
            Map.entry(Part.END, "end"),
            Map.entry(Part.ACTION, "action"),
            Map.entry(Part.TYPE, "log-status log_status"),
            Map.entry(Part.FLAGS, "tcp-flags tcp_flags"),
            Map.entry(Part.HOST, "instance-id instance_id interface-id interface_id"))));

    private final Columns columns = new Columns(' ');
    private final Parts parts = new Parts();
    private final JsonParts json = new JsonParts(NAMES);
    private final List<String> names;
    private final int[] order; // of the columns, those that go before others first
    private final int[] known; // the part of each column

    AwsFlow(byte[] head) {
        String first = new String(head, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("")
                .trim();
        names = first.contains("srcaddr") && first.contains("dstaddr") && !first.startsWith("{")
                ? List.of(first.split(" ", -1))
                : DEFAULT;
        order = IntStream.range(0, names.size())
                .boxed()
                .sorted((a, b) -> Boolean.compare(isOfPacket(b), isOfPacket(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        known = names.stream().mapToInt(AwsFlow::part).toArray();
    }

    private boolean isOfPacket(int column) {
        return names.get(column).startsWith("pkt-");
    }

    private static int part(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        return NAMES.find(bytes, 0, bytes.length);
    }

    @Override
    public boolean decode(Line line, Records records) {
        byte[] bytes = line.bytes;
        parts.clear(bytes);
        if (bytes[line.from] == '{') {
            if (!json.read(bytes, line.from, line.to, parts) || !parts.has(Part.TYPE)) {
                return false;
            }
        } else {
            columns.cut(bytes, line.hostTo > line.hostFrom ? line.hostFrom : line.from, line.to);
            if (columns.count() != names.size()) {
                return false;
            }
            if (IntStream.range(0, names.size()).allMatch(column -> is(bytes, column, names.get(column)))) {
                return true; // a header
            }
            for (int column : order) {
                parts.set(known[column], columns.from(column), columns.to(column));
            }
        }
        boolean status = parts.isAny(Part.TYPE, "ok", "nodata", "skipdata");
        if (!status && names == DEFAULT) {
            return false;
        }
        if (parts.has(Part.SOURCE) && parts.has(Part.DESTINATION)) {
            flow(records);
        }
        return true;
    }

    private boolean is(byte[] bytes, int column, String name) {
        return Ascii.is(bytes, columns.from(column), columns.to(column), name);
    }

    private void flow(Records records) {
        Connection record = records.begin();
        parts.fill(record);
        record.start = seconds(Part.START);
        record.end = seconds(Part.END);
        record.headersCounted = true;
        record.directionKnown = false;
        record.joining = Joining.SPANS;
        record.verdict = parts.is(Part.ACTION, "reject") ? Verdict.DENIED : Verdict.ALLOWED;
        long flags = parts.number(Part.FLAGS);
        TcpFlags.tell(record, flags, flags >= 0 && (flags & SYN_ACK) == SYN_ACK);
        records.commit();
    }

    private long seconds(Part part) {
        long seconds = parts.number(part);
        return seconds < 0 || seconds >= MOST_SECONDS ? Numbers.BAD : seconds * SECOND;
    }
}
