package org.rpcscope.logs.flow;

import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.JsonParts;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.LocalTimes;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.Parts;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Verdict;
import org.rpcscope.logs.Verdicts;

/** Flow records in JSON, one a line, by the names that {@link FlowNames} knows. */
final class JsonFlow implements RecordDecoder {

    private static final long SECOND = 1_000_000_000L;
    private static final long YEAR_2001 = 1_000_000_000L; // in seconds; smaller numbers are since a router was started

    private final LocalTimes times;
    private final JsonParts json;
    private final Parts parts = new Parts();

    JsonFlow(LocalTimes times, FlowNames names) {
        this.times = times;
        json = new JsonParts(names.names());
    }

    @Override
    public boolean decode(Line line, Records records) {
        parts.clear(line.bytes);
        int to = line.to > line.from && line.bytes[line.to - 1] == ',' ? line.to - 1 : line.to;
        boolean read = json.read(line.bytes, line.from, to, parts);
        if (!read || !parts.has(Part.SOURCE) || !parts.has(Part.TRANSPORT)) {
            return false;
        }
        Connection record = records.begin();
        parts.fill(record);
        if (!parts.has(Part.SOURCE_PORT) && record.transport != 6 && record.transport != 17) {
            return true;
        }
        long start = time(line.bytes, Part.START);
        record.start = start == Connection.NO_TIME ? time(line.bytes, Part.TIME) : start;
        record.end = time(line.bytes, Part.END);
        record.headersCounted = true;
        record.directionKnown = false;
        record.joining = Joining.SPANS;
        Verdict verdict = Verdicts.of(parts.text(Part.ACTION));
        record.verdict = verdict == Verdict.NONE ? Verdict.ALLOWED : verdict;
        TcpFlags.tell(record, parts.number(Part.FLAGS), false);
        records.commit();
        return true;
    }

    private long time(byte[] bytes, Part part) {
        if (!parts.has(part)) {
            return Connection.NO_TIME;
        }
        long number = Numbers.count(bytes, parts.from(part), parts.to(part));
        if (number == Numbers.BAD) {
            long seconds = Numbers.nanos(bytes, parts.from(part), parts.to(part));
            return seconds == Numbers.BAD ? times.dateTime(bytes, parts.from(part), parts.to(part)) : seconds;
        }
        if (number < YEAR_2001) {
            return Connection.NO_TIME;
        }
        return number < YEAR_2001 * 100 ? number * SECOND : number < YEAR_2001 * 100_000 ? number * 1_000_000 : number;
    }
}
