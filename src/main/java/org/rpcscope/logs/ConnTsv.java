package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.rpcscope.session.Pools;

/**
 * Decodes the lines of a {@code conn.log} as Zeek writes it by default: fields between separators, named by a header. A
 * line's separators are gathered eight bytes at a time and without a branch for each; then only the wanted fields are
 * looked at.
 */
final class ConnTsv implements LineDecoder<TsvHeader> {

    private static final long LINE_END = Words.repeat((byte) '\n');
    private static final int SPARE = 16; // more separators than a line should have, so that one too many is noticed
    private static final int NOT_THERE = -1;

    private final ConnFields fields;
    private TsvHeader header = TsvHeader.NONE;
    private final int[] columns = new int[ConnField.values().length];
    private int width; // how many columns; 0 where lines cannot be read
    private byte[] unset = new byte[0];
    private byte[] empty = new byte[0];
    private int[] separators = new int[SPARE]; // where those of the current line are
    private byte[] bytes = new byte[0];

    ConnTsv(Pools pools) {
        fields = new ConnFields(pools);
        use(TsvHeader.NONE);
    }

    @Override
    public TsvHeader decode(LineChunk chunk, TsvHeader before) {
        if (!header.equals(before)) {
            use(before);
        }
        bytes = chunk.bytes;
        int from = chunk.offset == 0 && Words.beginsWithMark(chunk.bytes, chunk.length) ? 3 : 0;
        while (from < chunk.length) {
            from = lines(chunk, from);
        }
        return header;
    }

    /** Reads lines up to one that changes the header, or all. Returns where the next line begins. */
    private int lines(LineChunk chunk, int from) {
        byte[] bytes = chunk.bytes;
        int length = chunk.length;
        long pattern = Words.repeat(header.separator());
        int line = from;
        int count = 0;
        for (int i = from; i < length; i += 8) {
            long word = Words.at(bytes, i);
            long ends = Words.equal(word, LINE_END);
            long marks = Words.equal(word, pattern);
            int before = count;
            count = gather(marks, i, count);
            while (ends != 0) {
                int end = i + Words.first(ends);
                if (end >= length) {
                    return length;
                }
                int of = before + Long.bitCount(marks & (ends & -ends) - 1);
                chunk.rows.line();
                if (bytes[line] == '#') {
                    comment(chunk, line, end);
                    return end + 1;
                }
                line(chunk, line, end, of);
                count = moveToFront(of, count);
                before = 0;
                marks &= -(ends & -ends); // those after this line end
                line = end + 1;
                ends &= ends - 1;
            }
            count = Math.min(count, separators.length - 8);
        }
        return length;
    }

    /** Writes down where the marked bytes are. There are rarely more than three in a word: those take no branch. */
    private int gather(long marks, int at, int count) {
        int[] into = separators;
        long rest = marks;
        into[count] = at + Words.first(rest);
        rest &= rest - 1;
        into[count + 1] = at + Words.first(rest);
        rest &= rest - 1;
        into[count + 2] = at + Words.first(rest);
        rest &= rest - 1;
        for (int k = count + 3; rest != 0; k++) {
            into[k] = at + Words.first(rest);
            rest &= rest - 1;
        }
        return count + Long.bitCount(marks);
    }

    /** Separators that belong to the next line, up to seven, come first. */
    private int moveToFront(int from, int to) {
        for (int k = from; k < to; k++) {
            separators[k - from] = separators[k];
        }
        return to - from;
    }

    private void comment(LineChunk chunk, int from, int end) {
        int to = withoutReturn(from, end);
        if (to - from > LineFeed.LONGEST_LINE) {
            chunk.rows.problem(chunk.offset + from, LineFeed.TOO_LONG);
            return;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        TsvHeader next = header.after(text);
        if (next.equals(header)) {
            return;
        }
        use(next);
        if (!text.startsWith("#fields")) {
            return;
        }
        if (!next.isConn()) {
            String kind = next.path().isEmpty() ? "an unknown log" : next.path();
            chunk.rows.problem(chunk.offset + from, "the lines that follow are of " + kind + ", not of conn");
        } else if (width == 0) {
            chunk.rows.problem(chunk.offset + from, "the header lacks " + String.join(", ", next.missing()));
        }
    }

    private void use(TsvHeader next) {
        header = next;
        boolean readable = next.isConn() && next.missing().isEmpty();
        width = readable ? next.fields().size() : 0;
        List<ConnField> all = List.of(ConnField.values());
        for (ConnField field : all) {
            columns[field.ordinal()] = next.column(field);
        }
        unset = next.unsetField().getBytes(StandardCharsets.UTF_8);
        empty = next.emptyField().getBytes(StandardCharsets.UTF_8);
        separators = new int[next.fields().size() + 2 * SPARE];
        fields.forgetServices();
    }

    private void line(LineChunk chunk, int from, int end, int count) {
        int to = withoutReturn(from, end);
        if (from == to || width == 0 && !header.fields().isEmpty()) {
            return; // empty, or of another log, as the header said
        }
        if (to - from > LineFeed.LONGEST_LINE) {
            chunk.rows.problem(chunk.offset + from, LineFeed.TOO_LONG);
            return;
        }
        if (count + 1 != width) {
            String reason = width == 0
                    ? "a line before any #fields"
                    : (count < width ? count + 1 : "more") + " columns where the header names " + width;
            chunk.rows.problem(chunk.offset + from, reason);
            return;
        }
        separators[count] = to;
        read(from);
        ConnRecord record = fields.record;
        if (!record.listed) {
            return;
        }
        String wrong = record.fault != null ? record.fault : record.flaw;
        if (wrong != null) {
            chunk.rows.problem(chunk.offset + from, wrong);
        }
        if (record.fault == null) {
            fields.finish();
            chunk.rows.add(record, chunk.offset + from);
        }
    }

    private void read(int line) {
        ConnRecord record = fields.record;
        record.clear();
        int f = column(ConnField.TRANSPORT);
        fields.transport(bytes, start(f, line), separators[f]);
        if (!record.listed) {
            return;
        }
        f = column(ConnField.TIME);
        fields.time(bytes, start(f, line), separators[f]);
        f = column(ConnField.SOURCE);
        fields.source(bytes, start(f, line), separators[f]);
        f = column(ConnField.SOURCE_PORT);
        fields.sourcePort(bytes, start(f, line), separators[f]);
        f = column(ConnField.DESTINATION);
        fields.destination(bytes, start(f, line), separators[f]);
        f = column(ConnField.DESTINATION_PORT);
        fields.destinationPort(bytes, start(f, line), separators[f]);
        words(line);
        counters(line);
    }

    private void words(int line) {
        int f = column(ConnField.SERVICE);
        if (present(f, line)) {
            fields.service(bytes, start(f, line), separators[f], header.setSeparator());
        }
        f = column(ConnField.STATE);
        if (present(f, line)) {
            fields.state(bytes, start(f, line), separators[f]);
        }
        f = column(ConnField.HISTORY);
        if (present(f, line)) {
            fields.history(bytes, start(f, line), separators[f]);
        }
    }

    private void counters(int line) {
        ConnRecord record = fields.record;
        int f = column(ConnField.DURATION);
        if (present(f, line)) {
            fields.duration(bytes, start(f, line), separators[f]);
        }
        f = column(ConnField.SOURCE_BYTES);
        if (present(f, line)) {
            record.sourceBytes = fields.count(bytes, start(f, line), separators[f]);
        }
        f = column(ConnField.DESTINATION_BYTES);
        if (present(f, line)) {
            record.destinationBytes = fields.count(bytes, start(f, line), separators[f]);
        }
        f = column(ConnField.SOURCE_PACKETS);
        if (present(f, line)) {
            record.sourcePackets = fields.packets(bytes, start(f, line), separators[f]);
        }
        f = column(ConnField.DESTINATION_PACKETS);
        if (present(f, line)) {
            record.destinationPackets = fields.packets(bytes, start(f, line), separators[f]);
        }
    }

    private int column(ConnField field) {
        return columns[field.ordinal()];
    }

    private int start(int column, int line) {
        return column == 0 ? line : separators[column - 1] + 1;
    }

    /** Whether there is such a column, and the line has a value in it. */
    private boolean present(int column, int line) {
        if (column == NOT_THERE) {
            return false;
        }
        int from = start(column, line);
        int to = separators[column];
        return !is(unset, from, to) && !is(empty, from, to) && from < to;
    }

    private boolean is(byte[] text, int from, int to) {
        return to - from == text.length
                && text.length > 0
                && bytes[from] == text[0]
                && Arrays.equals(bytes, from, to, text, 0, text.length);
    }

    private int withoutReturn(int from, int end) {
        return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    }
}
