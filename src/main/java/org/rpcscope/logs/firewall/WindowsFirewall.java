package org.rpcscope.logs.firewall;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rpcscope.logs.Columns;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.LocalTimes;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.Parts;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Times;
import org.rpcscope.logs.Verdict;

/**
 * The {@code pfirewall.log} of Windows Firewall (Microsoft, "Interpreting the Windows Firewall Log", version 1.5): columns
 * with blanks between, named by a {@code #Fields} line. Times are local unless the header says UTC.
 */
final class WindowsFirewall implements RecordDecoder {

    private static final String FIELDS = "#Fields: ";
    private static final String USUAL =
            "date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn";

    private final LocalTimes times;
    private final boolean utc;
    private final boolean headed;
    private final Columns columns = new Columns(' ');
    private final Parts parts = new Parts();
    private final Part[] order;

    WindowsFirewall(LocalTimes times, byte[] head) {
        this.times = times;
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(FIELDS);
        headed = at >= 0 && text.indexOf("src-ip", at) > at;
        utc = text.contains("#Time Format: UTC");
        String fields = headed
                ? text.substring(at + FIELDS.length()).lines().findFirst().orElse("")
                : USUAL;
        order = List.of(fields.trim().split(" ", -1)).stream()
                .map(WindowsFirewall::part)
                .toArray(Part[]::new);
    }

    /** The part of a column; those that tell nothing of a connection share one that nobody asks for. */
    private static Part part(String column) {
        return switch (column) {
            case "date" -> Part.DATE;
            case "time" -> Part.CLOCK;
            case "action" -> Part.ACTION;
            case "protocol" -> Part.TRANSPORT;
            case "src-ip" -> Part.SOURCE;
            case "dst-ip" -> Part.DESTINATION;
            case "src-port" -> Part.SOURCE_PORT;
            case "dst-port" -> Part.DESTINATION_PORT;
            default -> Part.FLAGS;
        };
    }

    @Override
    public boolean decode(Line line, Records records) {
        byte[] bytes = line.bytes;
        if (bytes[line.from] == '#') {
            return headed;
        }
        columns.cut(bytes, line.from, line.to);
        parts.clear(bytes);
        for (int i = 0; i < order.length; i++) {
            columns.set(parts, order[i], i);
        }
        boolean dated =
                parts.has(Part.DATE) && parts.has(Part.CLOCK) && parts.to(Part.DATE) + 1 == parts.from(Part.CLOCK);
        if (!dated || !parts.has(Part.ACTION)) {
            return false;
        }
        if (parts.is(Part.ACTION, "info-events-lost")) {
            return true;
        }
        Verdict verdict = verdict();
        long start = utc
                ? Times.iso(bytes, parts.from(Part.DATE), parts.to(Part.CLOCK))
                : times.dateTime(bytes, parts.from(Part.DATE), parts.to(Part.CLOCK));
        if (verdict == Verdict.NONE || start == Numbers.BAD) {
            return false; // prose may have such a word in its place
        }
        Connection record = records.begin();
        parts.fill(record);
        record.verdict = verdict;
        record.start = start;
        if (parts.begins(Part.ACTION, "open")) {
            record.joining = Joining.FIRST;
        } else if (parts.is(Part.ACTION, "close")) {
            record.joining = Joining.LAST;
        } else {
            record.joining = Joining.REPEATS;
        }
        records.commit();
        return true;
    }

    private Verdict verdict() {
        if (parts.is(Part.ACTION, "drop")) {
            return Verdict.DENIED;
        }
        boolean open = parts.isAny(Part.ACTION, "allow", "open", "open-inbound", "close");
        return open ? Verdict.ALLOWED : Verdict.NONE;
    }
}
