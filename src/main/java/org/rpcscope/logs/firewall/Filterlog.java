package org.rpcscope.logs.firewall;

import java.nio.charset.StandardCharsets;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.Columns;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.Parts;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Verdict;

/**
 * The filter log of pfSense and OPNsense (Netgate, "Raw Filter Log Format"; OPNsense, filterlog): comma-separated columns, of
 * which those behind the IP version differ between 4 and 6. One line a packet; those that pass are the first of their
 * connection.
 */
final class Filterlog implements RecordDecoder {

    private static final byte[] PROGRAM = "filterlog".getBytes(StandardCharsets.US_ASCII);
    private static final int TRACKER = 3;
    private static final int ACTION = 6;
    private static final int VERSION = 8;
    private static final int LAYOUT4 = 16; // the protocol's name; its number stands before
    private static final int LAYOUT6 = 12; // the protocol's name; its number stands behind

    private final Columns columns = new Columns(',');
    private final Parts parts = new Parts();

    @Override
    public boolean decode(Line line, Records records) {
        byte[] bytes = line.bytes;
        boolean foreign =
                line.programTo > line.programFrom && Ascii.find(bytes, line.programFrom, line.programTo, PROGRAM) < 0;
        columns.cut(bytes, line.from, line.to);
        boolean shaped = columns.count() > LAYOUT6 + 2 && columns.to(VERSION) - columns.from(VERSION) == 1;
        if (foreign || !shaped) {
            return false;
        }
        parts.clear(bytes);
        columns.set(parts, Part.ACTION, ACTION);
        Verdict verdict = parts.isAny(Part.ACTION, "block", "reject")
                ? Verdict.DENIED
                : parts.isAny(Part.ACTION, "pass", "match", "nat", "rdr") ? Verdict.ALLOWED : Verdict.NONE;
        byte version = bytes[columns.from(VERSION)];
        if (verdict == Verdict.NONE || version != '4' && version != '6') {
            return false;
        }
        Connection record = records.begin();
        columns.set(parts, Part.POLICY, TRACKER);
        columns.set(parts, Part.TRANSPORT, version == '4' ? LAYOUT4 : LAYOUT6);
        int ends = version == '4' ? LAYOUT4 + 2 : LAYOUT6 + 3;
        columns.set(parts, Part.SOURCE, ends);
        columns.set(parts, Part.DESTINATION, ends + 1);
        if (parts.isAny(Part.TRANSPORT, "tcp", "udp")) {
            columns.set(parts, Part.SOURCE_PORT, ends + 2);
            columns.set(parts, Part.DESTINATION_PORT, ends + 3);
            parts.fill(record);
            record.start = line.time;
            record.host = line.hostTo > line.hostFrom ? record.text(bytes, line.hostFrom, line.hostTo) : 0;
            record.verdict = verdict;
            record.joining = Joining.REPEATS;
            records.commit();
        }
        return true;
    }
}
