package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.TextPool;

/** Where the parts of one record stand in its line; filled anew for each. Of a part that comes twice, the first. One thread. */
public final class Parts {

    private static final Part[] ALL = Part.values();

    private final int[] from = new int[ALL.length];
    private final int[] to = new int[ALL.length];
    private byte[] bytes = new byte[0];

    /** Begins a record whose parts stand in these bytes. */
    public void clear(byte[] line) {
        bytes = line;
        Arrays.fill(from, -1);
    }

    /** Notes a part by its ordinal, unless it is there already or says that it is not: empty, {@code -}, {@code N/A}. */
    public void set(int part, int start, int end) {
        if (part < 0 || from[part] >= 0 || isNothing(start, end)) {
            return;
        }
        from[part] = start;
        to[part] = end;
    }

    /** Notes a part. */
    public void set(Part part, int start, int end) {
        set(part.ordinal(), start, end);
    }

    private boolean isNothing(int start, int end) {
        int length = end - start;
        return length <= 0
                || length == 1 && bytes[start] == '-'
                || length == 3 && bytes[start] == 'N' && bytes[start + 1] == '/' && bytes[start + 2] == 'A'
                || length == 4 && Ascii.is(bytes, start, end, "null");
    }

    public boolean has(Part part) {
        return from[part.ordinal()] >= 0;
    }

    public int from(Part part) {
        return from[part.ordinal()];
    }

    public int to(Part part) {
        return to[part.ordinal()];
    }

    /** Whether the part is this word of small letters, written in any case. */
    public boolean is(Part part, String word) {
        return has(part) && Ascii.is(bytes, from(part), to(part), word);
    }

    /** Whether the part is one of these words, as {@link #is}. */
    public boolean isAny(Part part, String... words) {
        for (String word : words) {
            if (is(part, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the part begins with this word of small letters, written in any case. */
    public boolean begins(Part part, String word) {
        return has(part) && Ascii.begins(bytes, from(part), to(part), word);
    }

    /** A number without sign; {@link ObservationTable#UNKNOWN} where the part is absent or none. */
    public long number(Part part) {
        if (!has(part)) {
            return ObservationTable.UNKNOWN;
        }
        long value = Numbers.count(bytes, from(part), to(part));
        return value == Numbers.BAD ? ObservationTable.UNKNOWN : value;
    }

    /** The part as text; empty where it is absent. */
    public String text(Part part) {
        return has(part) ? new String(bytes, from(part), to(part) - from(part), StandardCharsets.UTF_8) : "";
    }

    /** Sets what needs no knowledge of the format: the ends, the counters, the words and names. */
    public void fill(Connection record) {
        if (has(Part.SOURCE)) {
            record.source(bytes, from(Part.SOURCE), to(Part.SOURCE));
        }
        if (has(Part.DESTINATION)) {
            record.destination(bytes, from(Part.DESTINATION), to(Part.DESTINATION));
        }
        record.sourcePort = number(Part.SOURCE_PORT);
        record.destinationPort = number(Part.DESTINATION_PORT);
        if (has(Part.TRANSPORT)) {
            record.transport(bytes, from(Part.TRANSPORT), to(Part.TRANSPORT));
        }
        record.sourceBytes = number(Part.SOURCE_BYTES);
        record.destinationBytes = number(Part.DESTINATION_BYTES);
        record.totalBytes = number(Part.TOTAL_BYTES);
        record.sourcePackets = number(Part.SOURCE_PACKETS);
        record.destinationPackets = number(Part.DESTINATION_PACKETS);
        record.action = word(record, Part.ACTION);
        record.service = word(record, has(Part.APPLICATION) ? Part.APPLICATION : Part.SERVICE);
        record.user = word(record, Part.USER);
        record.host = word(record, Part.HOST);
        record.process = word(record, Part.PROCESS);
        record.policy = word(record, Part.POLICY);
    }

    private int word(Connection record, Part part) {
        return has(part) ? record.text(bytes, from(part), to(part)) : TextPool.ABSENT;
    }
}
